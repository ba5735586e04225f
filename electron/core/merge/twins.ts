// Records that were made apart and are one: by the keys of merge.md. Only a record that the other copy does not hold is united.
import { normalName } from '../../../shared/features/claims/origin.ts';
import { type RecordTable, recordType, type Stored } from '../../../shared/records/index.ts';
import type { Fields } from '../store/row.ts';
import type { Copy } from './knowledge.ts';
import { isEverIn, type RecordState } from './states.ts';

export interface TwinOptions {
  readonly mine: Copy;
  readonly theirs: Copy;
  /** The id under which a record goes on. */
  canon(id: string): string;
  observationOf(verdict: Stored<'verdict'>, side: 'mine' | 'theirs'): string;
}

type Finder = (theirs: RecordState) => readonly string[];
type Side = 'mine' | 'theirs';

export function createTwins({ mine, theirs, canon, observationOf }: TwinOptions) {
  const indexes = new Map<RecordTable, ReadonlyMap<string, readonly string[]>>();

  /** Records of mine that are known under any of some keys. */
  function byKeys(table: RecordTable, keysOf: (record: Fields, side: Side) => readonly string[]): Finder {
    return ({ record }) => {
      const index = indexes.get(table) ?? indexed(table, keysOf);
      indexes.set(table, index);
      return keysOf(record, 'theirs').flatMap((key) => index.get(key) ?? []);
    };
  }

  function indexed(table: RecordTable, keysOf: (record: Fields, side: Side) => readonly string[]): ReadonlyMap<string, readonly string[]> {
    const index = new Map<string, string[]>();
    for (const record of mine.read.all(table))
      for (const key of keysOf(record as Fields, 'mine')) index.set(key, [...(index.get(key) ?? []), (record as { id: string }).id]);
    return index;
  }

  const text = (...parts: readonly unknown[]) => JSON.stringify(parts);
  const to = (id: unknown) => (typeof id === 'string' ? canon(id) : id);
  const idsOf = (list: unknown) => (list as readonly string[]).map(canon).toSorted();

  const finders: Partial<Record<RecordTable, Finder>> = {
    source: (state) => sourcesWith(hashesEver(theirs, state), mine),
    passage: ({ record }) => {
      const passage = record as Stored<'passage'>;
      const ofSource = [canon(passage.sourceId), ...former(passage.sourceId)];
      return ofSource
        .flatMap((id) => mine.read.passagesAt(id, passage.start, passage.end))
        .filter((own) => own.textSha256 === passage.textSha256 && own.cells === passage.cells)
        .map(({ id }) => id);
    },
    claim: ({ id }) => theirs.read.claimKeys(id).flatMap(mine.read.claimsKnownAs),
    verdict: byKeys('verdict', (record, side) => [observationOf(record as Stored<'verdict'>, side)]),
    event_verdict: byKeys('event_verdict', ({ claims }) => [text(idsOf(claims))]),
    judgement: byKeys('judgement', ({ one, other }) => [text([one, other].map((name) => normalName(String(name))).toSorted())]),
    measure: byKeys('measure', ({ code }) => [text(code)]),
    formula_rule: byKeys('formula_rule', ({ formula }) => [text(formula)]),
    conflict_decision: byKeys('conflict_decision', ({ kind, ground }) => [text(kind, idsOf(Object.keys(ground as object)))]),
    series_apart: byKeys('series_apart', ({ one, other }) => [text([one, other].map((key) => JSON.stringify(key)).toSorted())]),
    mark: byKeys('mark', ({ hypothesisId, claimId }) => [text(to(hypothesisId), to(claimId))]),
    aside: byKeys('aside', ({ sourceId, start, end }) => [text(to(sourceId), start, end)]),
    annotation: byKeys('annotation', ({ digest }) => [text(digest)]),
    link: byKeys('link', ({ kind, fromName, fromClaim, toName, toClaim, period }) => [
      text(kind, fromName, to(fromClaim), toName, to(toClaim), period),
    ]),
    schedule: byKeys('schedule', ({ of, gives, recipient, period }) => [text(of, gives, recipient, period)]),
    scale: byKeys('scale', ({ kind, code }) => [text(kind, code)]),
    conversion: byKeys('conversion', ({ name }) => [text(name)]),
    actor: named('actor'),
    thing: named('thing'),
  };

  /** By the keys that the record is declared with. */
  function declared(table: RecordTable): Finder {
    const { keys, fieldNamed } = recordType(table);
    const said = (record: Fields, name: string) => (fieldNamed.get(name)?.reference === undefined ? record[name] : to(record[name]));
    return byKeys(table, (record) => keys.map(({ fields }) => text(fields, ...fields.map((name) => said(record, name)))));
  }

  /** By the name, else by an alias. */
  function named(table: 'actor' | 'thing'): Finder {
    return ({ record }) => {
      const own = mine.read.all(table);
      const [name, ...aliases] = namesOf(record);
      const byName = own.filter((one) => normalName(one.name) === name);
      return (byName.length > 0 ? byName : own.filter((one) => namesOf(one).some((known) => known === name || aliases.includes(known)))).map(
        ({ id }) => id,
      );
    };
  }

  /** Ids of records of mine that go on under another. */
  function former(id: string): string[] {
    const stays = canon(id);
    return [...mine.read.all('source')].map((source) => source.id).filter((own) => own !== stays && canon(own) === stays);
  }

  return {
    /** A record of mine that theirs does not hold, and that is the same; the oldest of several. */
    find(table: RecordTable, state: RecordState): string | undefined {
      const found = (finders[table] ?? declared(table))(state);
      return [...new Set(found)].filter((id) => !isEverIn(theirs, mine, table, id)).toSorted()[0];
    },
    isSameName: (a: Fields, b: Fields): boolean => normalName(String(a.name)) === normalName(String(b.name)),
  };
}

function namesOf(record: Fields): string[] {
  return [String(record.name), ...(record.aliases as readonly string[])].map(normalName);
}

function hashesEver(copy: Copy, { n }: RecordState): readonly string[] {
  const logged = copy.read.find('source', n);
  return logged === undefined ? [] : hashesOf(logged, copy);
}

/** Bytes and texts that a source ever had. */
function hashesOf(logged: NonNullable<ReturnType<Copy['read']['find']>>, copy: Copy): string[] {
  const record = copy.read.rowOf('source', logged.row);
  const before = logged.lines.filter(({ group }) => group === 'text').flatMap((line) => line.before.slice(0, 2));
  return [record.sha256, record.textSha256, ...before].filter((hash): hash is string => typeof hash === 'string');
}

function sourcesWith(hashes: readonly string[], copy: Copy): string[] {
  const wanted = new Set(hashes);
  return copy.read
    .all('source')
    .filter(({ id }) => hashesOf(copy.read.find('source', copy.read.numberOf('source', id)!)!, copy).some((hash) => wanted.has(hash)))
    .map(({ id }) => id);
}
