// Second readings: passages for a colleague without what was read, what comes back beside the first reading, and its settling.
import { createHash } from 'node:crypto';
import { AppError } from '../../../../shared/errors.ts';
import type { Claim, PassageRef } from '../../../../shared/features/claims/model.ts';
import { agreementByField, type CaseKind, differences, pairUp } from '../../../../shared/features/readings/compare.ts';
import type { Disagreement } from '../../../../shared/features/readings/contract.ts';
import type { Read, ReadingPair } from '../../../../shared/features/readings/model.ts';
import { drawAt } from '../../../../shared/features/scenarios/compute/random.ts';
import type { Handlers } from '../../dispatch.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { Files, HeldFile } from '../../host.ts';
import type { ReadingsRepository } from './repository.ts';

/** A share that came back. */
export interface ReturnedShare {
  readonly workbook: string;
  /** The edit with which it was made. */
  readonly share: string;
  readonly isBlind: boolean;
  readonly author: string;
  readonly passages: readonly Place[];
  readonly claims: readonly { readonly read: Read; readonly passages: readonly string[] }[];
  /** Passages that were read and hold nothing. */
  readonly nothing: readonly string[];
}

export interface Place {
  readonly id: string;
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  /** It went along; others were made by the reader. */
  readonly isGiven: boolean;
}

export interface ReadingsOptions {
  readonly repository: ReadingsRepository;
  readonly files: Files;
  readonly name: string;
  readonly workbook: () => string;
  readonly claims: { all(): readonly Claim[]; find(id: string): Claim | undefined };
  readonly passages: () => readonly PassageRef[];
  nameOf(name: string): string;
  /** Claims that a report stands on. */
  usedIn(report: string): readonly string[];
  makeShare(passages: readonly string[]): Uint8Array;
  openShare(file: HeldFile): Promise<ReturnedShare>;
  patch(claim: Claim, read: Partial<Read>, edit: EditScope): void;
  /** A claim that the second reader saw and the first did not. */
  captureRead(read: Read, place: Pick<ReadingPair, 'source' | 'exact' | 'start'>, edit: EditScope): void;
  removeClaim(id: string, edit: EditScope): void;
}

export function readOf(claim: Claim): Read {
  const { kind, measure, subject, area, counterpart, basis, stage, topic, stance, actor, value, unit, multiplier, change, period, status } = claim;
  const { saidBy, credibility, original } = claim;
  const who = { area: [...area], basis: [...basis], saidBy: saidBy.map((one) => ({ ...one })) };
  return {
    kind,
    measure,
    subject,
    counterpart,
    stage,
    topic,
    stance,
    actor,
    value,
    unit,
    multiplier,
    change,
    period,
    status,
    credibility,
    original,
    ...who,
  };
}

/** In the form in which claims are captured. */
export function inputOfRead(read: Read): Record<string, unknown> {
  const { kind, value, period, actor, topic, stance, stage, measure, counterpart, unit, multiplier, change, status, ...shared } = read;
  const { subject, area, basis, saidBy, credibility, original } = shared;
  const who = { kind, saidBy, credibility, original };
  switch (kind) {
    case 'figure':
      return { ...who, measure, subject, area, basis, counterpart, value, unit, multiplier, change, period, status };
    case 'event':
      return {
        ...who,
        subject,
        area,
        counterpart,
        stage,
        when: period,
        status,
        ...(value === null ? {} : { magnitude: value, unit, multiplier, change }),
      };
    case 'statement':
      return { ...who, actor, topic, stance, basis, period };
  }
}

export function createReadingsHandlers(options: ReadingsOptions): Handlers<'readings'> {
  const { repository, files, claims, nameOf } = options;

  function chosenPassages(sources: readonly string[], report: string | undefined, sample: number | undefined, seed: number): string[] {
    const read = new Set(claims.all().flatMap((claim) => claim.passages.map(({ id }) => id)));
    const used =
      report === undefined ? undefined : new Set(options.usedIn(report).flatMap((id) => claims.find(id)?.passages.map((one) => one.id) ?? []));
    const all = options
      .passages()
      .filter(({ id, source }) => (used === undefined ? read.has(id) : used.has(id)) && (sources.length === 0 || sources.includes(source)))
      .map(({ id }) => id);
    if (sample === undefined || sample >= all.length) return all;
    const drawn = all.map((id, at) => ({ id, by: drawAt(seed, at) })).toSorted((a, b) => a.by - b.by);
    const kept = new Set(drawn.slice(0, sample).map(({ id }) => id));
    return all.filter((id) => kept.has(id));
  }

  const casesOf = (pair: ReadingPair) => casesIn(pair, nameOf);

  function agreement() {
    const readings = repository.readings().filter(({ round }) => round !== null);
    const settled = new Map(repository.outcomes().map((outcome) => [outcome.settles, outcome]));
    const cases = readings.flatMap((pair) =>
      casesOf(pair).map((kind): Disagreement => {
        const id = caseId(pair, kind);
        const { passage, exact, claim, first, second } = pair;
        return { id, passage, exact, kind, claim, first, second, outcome: settled.get(id) ?? null };
      }),
    );
    return { fields: agreementByField(readings, nameOf), cases };
  }

  function take(returned: ReturnedShare, edit: EditScope) {
    if (!returned.isBlind) throw new AppError('blind', 'readings.notBlind');
    if (returned.workbook !== options.workbook()) throw new AppError('blind', 'readings.otherWorkbook');
    const known = repository.rounds().find(({ share }) => share === returned.share);
    const before = repository.readings().filter(({ round }) => round !== null && round === known?.id);
    const done = new Set(before.map(({ source, start, exact }) => `${source} ${start} ${exact}`));
    const places = placesRead(returned).filter(({ place }) => !done.has(`${place.source} ${place.start} ${place.exact}`));
    const given = returned.passages.filter(({ isGiven }) => isGiven).length;
    const count = (all: readonly { readonly place: Place }[]) => all.filter(({ place }) => place.isGiven).length;
    const readBefore = new Set(before.filter(({ passage }) => passage !== null).map(({ passage }) => passage)).size;
    const read = readBefore + count(places);
    if (places.length === 0) return { read, missing: given - read, already: known !== undefined };
    const round = known?.id ?? edit.newId();
    if (known === undefined) edit.insert('round', { id: round, share: returned.share, by: returned.author, at: edit.at });
    for (const { place, reads } of places) {
      const firsts = firstOn(place);
      for (const [first, second] of pairUp(
        firsts.map(({ read: one }) => one),
        reads,
        nameOf,
      )) {
        const claim = first === undefined ? undefined : firsts.find((one) => one.read === first)?.claim.id;
        edit.insert('reading', {
          id: edit.newId(),
          round,
          passage: place.isGiven ? place.id : null,
          exact: place.exact,
          source: place.source,
          start: place.start,
          claim: claim ?? null,
          first: first ?? null,
          second: second ?? null,
        });
      }
    }
    edit.name('secondReading', { count: places.length });
    return { read, missing: given - read, already: false };
  }

  /** Claims of the first reading on the same words. */
  function firstOn({ id, source, start, end }: Place): { readonly claim: Claim; readonly read: Read }[] {
    const isHere = (passage: PassageRef) => passage.id === id || (passage.source === source && passage.start === start && passage.end === end);
    return claims
      .all()
      .filter((claim) => claim.passages.some(isHere))
      .map((claim) => ({ claim, read: readOf(claim) }));
  }

  function settle(id: string, takes: 'first' | 'second' | 'both', why: string, edit: EditScope): void {
    const found = repository
      .readings()
      .flatMap((pair) => casesOf(pair).map((kind) => ({ pair, kind })))
      .find(({ pair, kind }) => caseId(pair, kind) === id);
    if (found === undefined) throw new AppError('not-found', 'readings.unknownCase', { id });
    const { pair, kind } = found;
    edit.name('settleReading', { text: pair.exact.slice(0, 200) });
    if (takes !== 'first') changeClaim(pair, kind, takes, edit);
    const known = repository.outcomes().find(({ settles }) => settles === id);
    const outcome = { take: takes, reason: why, by: edit.author, at: edit.at };
    if (known === undefined) edit.insert('outcome', { id: edit.newId(), settles: id, ...outcome });
    else edit.update('outcome', known.id, outcome);
  }

  function changeClaim(pair: ReadingPair, kind: CaseKind, takes: 'second' | 'both', edit: EditScope): void {
    const claim = pair.claim === null ? undefined : claims.find(pair.claim);
    if (pair.second === null) {
      if (claim !== undefined && takes === 'second') options.removeClaim(claim.id, edit);
      return;
    }
    if (claim === undefined || (takes === 'both' && kind !== 'value' && kind !== 'unit')) options.captureRead(pair.second, pair, edit);
    else if (takes === 'second') options.patch(claim, patchOf(kind, pair.second), edit);
    else options.patch(claim, { ...patchOf(kind, claim), readings: bothReadings(readOf(claim), pair.second) } as Partial<Read>, edit);
  }

  return {
    share({ sources, report, sample, seed }) {
      const passages = chosenPassages(sources, report, sample, seed);
      if (passages.length === 0) throw new AppError('not-found', 'readings.noPassages');
      const bytes = options.makeShare(passages);
      const chosen = new Set(passages);
      const from = new Set(options.passages().flatMap(({ id, source }) => (chosen.has(id) ? [source] : [])));
      const file = { name: `${options.name}-blind.assay`, mediaType: 'application/vnd.sqlite3' };
      return { ...file, download: files.offer({ ...file, bytes }), bytes: bytes.length, sources: from.size, passages: passages.length };
    },
    nothing({ passage }, edit) {
      const read = new Set(claims.all().flatMap((claim) => claim.passages.map(({ id }) => id)));
      const marked = new Set(repository.readings().flatMap((one) => one.passage ?? []));
      const all = options.passages();
      if (passage !== undefined && !all.some(({ id }) => id === passage)) throw new AppError('not-found', 'readings.unknownPassage', { id: passage });
      const chosen = all.filter(({ id }) => (passage === undefined ? !read.has(id) : id === passage) && !marked.has(id));
      for (const { id, exact, source, start } of chosen)
        edit.insert('reading', { id: edit.newId(), round: null, passage: id, exact, source, start, claim: null, first: null, second: null });
      edit.name('nothingRead', { count: chosen.length });
      return { marked: chosen.length };
    },
    second: {
      prepare: ({ share }) => options.openShare(files.take(share)),
      write: (returned: ReturnedShare, edit) => take(returned, edit),
    },
    agreement,
    settle({ case: id, take: takes, why }, edit) {
      settle(id, takes, why, edit);
      return () => agreement().cases.find((one) => one.id === id)!;
    },
  };
}

/** What was read: passages with a claim of the reader, and those that hold nothing. What was not reached is none of them. */
function placesRead({ passages, claims, nothing }: ReturnedShare): { readonly place: Place; readonly reads: readonly Read[] }[] {
  const given = passages.filter(({ isGiven }) => isGiven);
  /** Words that were marked anew lie where a passage that went along lies. */
  const placeOf = (id: string): Place | undefined => {
    const own = passages.find((one) => one.id === id);
    if (own === undefined || own.isGiven) return own;
    const same = given.find((one) => one.source === own.source && one.start === own.start && one.end === own.end);
    return same ?? given.find((one) => one.source === own.source && one.start <= own.start && own.end <= one.end) ?? own;
  };
  const reads = new Map<string, { place: Place; reads: Read[] }>();
  for (const claim of claims) {
    const place = claim.passages.map(placeOf).find((one) => one !== undefined);
    if (place === undefined) continue;
    const known = reads.get(place.id) ?? { place, reads: [] };
    known.reads.push(claim.read);
    reads.set(place.id, known);
  }
  for (const id of nothing) {
    const place = placeOf(id);
    if (place !== undefined && !reads.has(place.id)) reads.set(place.id, { place, reads: [] });
  }
  return [...reads.values()].toSorted((a, b) => a.place.start - b.place.start);
}

function casesIn({ first, second }: ReadingPair, nameOf: (name: string) => string): CaseKind[] {
  if (first === null && second === null) return [];
  return first === null || second === null ? ['missing'] : differences(first, second, nameOf);
}

function caseId({ id }: ReadingPair, kind: CaseKind): string {
  return `r_${createHash('sha256').update(`${id} ${kind}`).digest('hex').slice(0, 16)}`;
}

const fieldsOf: Readonly<Record<CaseKind, readonly (keyof Read)[]>> = {
  missing: [],
  what: ['measure', 'subject', 'area', 'counterpart', 'basis', 'stage', 'topic', 'stance'],
  value: ['value', 'multiplier'],
  hedge: ['value', 'multiplier'],
  unit: ['unit', 'change'],
  period: ['period'],
  status: ['status'],
  who: ['saidBy', 'actor'],
};

function patchOf(kind: CaseKind, read: Pick<Read, keyof Read> | Claim): Partial<Read> {
  return Object.fromEntries(fieldsOf[kind].map((field) => [field, (read as Read)[field]])) as Partial<Read>;
}

function bothReadings(first: Read, second: Read) {
  return [first, second].map(({ value, unit, multiplier, change }, at) => ({
    label: at === 0 ? 'first reader' : 'second reader',
    low: value?.low ?? null,
    high: value?.high ?? null,
    unit,
    multiplier,
    ...(value === null ? {} : { qualifier: value.qualifier }),
    change,
  }));
}
