// A single claim that its own fields put in question.

import { findPeriod, quotedWords } from '../../../period/index.ts';
import { equalIntervals, readingQuantity, statedInterval } from '../../../quantity/index.ts';
import { foldName, mayBeSameName } from '../../actors/spelling.ts';
import type { Claim } from '../../claims/model.ts';
import { normalName } from '../../claims/origin.ts';
import type { Facet } from '../facets.ts';
import type { ConflictContext, Finding, LadderStep } from '../model.ts';
import * as say from '../say.ts';

export function singleRule([facet]: readonly Facet[], { ladders }: ConflictContext): Finding[] {
  if (facet === undefined) return [];
  return [reversedSequence(facet, ladders), endsBeforeItBegins(facet), openReadings(facet), olderThanItsPeriod(facet), doubt(facet)].filter(
    (finding) => finding !== undefined,
  );
}

/** Steps in the order in which the claim puts them: its sequence, or words of its text joined by an arrow or "then". */
function stepsOf(claim: Claim): readonly string[] {
  const words =
    claim.sequence.length > 0
      ? claim.sequence
      : /->|→|⇒|\bthen\b|затем|然后/.test(claim.what)
        ? claim.what.split(/->|→|⇒|\bthen\b|затем|然后|,/)
        : [];
  return words.map(foldedStep).filter((word) => word !== '');
}

/** As a ladder and a text may write one step: `full_cycle`, "full cycle". */
function foldedStep(word: string): string {
  return word
    .toLowerCase()
    .replace(/[_\s-]+/g, ' ')
    .trim();
}

/** Steps of one ladder, the deeper before the shallower. */
function reversedSequence(facet: Facet, ladders: ConflictContext['ladders']): Finding | undefined {
  const words = stepsOf(facet.claim);
  if (words.length < 2) return undefined;
  for (const ladder of ladders) {
    const place = (word: string) => ladder.findIndex(({ code, label }) => foldedStep(code) === word || foldedStep(label) === word);
    const steps = words.map(place).filter((step) => step >= 0);
    const at = steps.findIndex((step, index) => index > 0 && step < steps[index - 1]!);
    if (at >= 1) return deeperFirst(facet, ladder[steps[at - 1]!]!, ladder[steps[at]!]!);
  }
  return undefined;
}

function deeperFirst(facet: Facet, deep: LadderStep, shallow: LadderStep): Finding {
  const [deeper, shallower] = [deep, shallow].map(({ code }) => ({ code })) as [{ code: string }, { code: string }];
  return {
    kind: 'order',
    claims: [facet.claim],
    tension: false,
    why: say.why('deeperFirst', { deeper, shallower }),
  };
}

/** What is temporary ends after it began. */
function endsBeforeItBegins(facet: Facet): Finding | undefined {
  const { claim, period } = facet;
  const end = findPeriod(claim.until ?? undefined);
  if (period?.earliest == null || end?.latest == null || end.latest >= period.earliest) return undefined;
  return {
    kind: 'order',
    claims: [claim],
    tension: false,
    why: say.why('endsFirst', { end: { period: claim.until ?? '' }, start: say.when(facet) }),
  };
}

/** Readings of other units say different things; of one unit they differ in how far. */
function openReadings({ claim }: Facet): Finding | undefined {
  if (claim.readings.length < 2) return undefined;
  const intervals = claim.readings.map((reading) => statedInterval(readingQuantity(reading)));
  const isOneUnit = new Set(claim.readings.map((reading) => `${reading.unit ?? claim.unit}|${reading.change ?? ''}`)).size === 1;
  if (isOneUnit && intervals.every((one) => equalIntervals(one, intervals[0]!))) return undefined;
  return {
    kind: isOneUnit ? 'precision' : 'unit',
    claims: [claim],
    tension: false,
    why: say.why('readings', {
      words: claim.original || claim.what,
      count: claim.readings.length,
      readings: say.list(claim.readings.map((reading) => reading.label)),
    }),
  };
}

/** A fact cannot be reported before it happened. */
function olderThanItsPeriod(facet: Facet): Finding | undefined {
  const { claim, period, madeOn } = facet;
  const isFact = claim.kind === 'figure' ? claim.status === 'actual' : hasHappened(claim) && claim.stage !== 'announced';
  if (!isFact || period?.earliest == null || madeOn?.latest == null || period.earliest <= madeOn.latest) return undefined;
  return {
    kind: 'evidence_date',
    claims: [claim],
    tension: false,
    why: say.why('saidBefore', { day: { period: madeOn.latest }, period: say.when(facet) }),
  };
}

function doubt(facet: Facet): Finding | undefined {
  const { claim, period, isNamed } = facet;
  if (claim.rank === 'deprecated') return undefined;
  const reasons = [
    claim.credibility === 5 ? say.why('improbable') : undefined,
    claim.kind === 'figure' && claim.status === 'actual' && facet.hasValue && period === undefined ? say.why('noPeriod') : undefined,
  ].filter((reason) => reason !== undefined);
  if (reasons.length === 0) return undefined;
  const lead = claim.kind === 'figure' ? say.value(facet) : say.quoted(claim.what || claim.gist);
  return {
    kind: 'doubt',
    claims: [claim],
    tension: false,
    why: say.why(isNamed ? 'doubt' : 'doubtUnnamed', { claim: lead, reasons: { list: reasons } }),
  };
}

/** Dates whose words are looked at for the list of them. */
const comparedWords = 1000;

/** Claims of one undated text whose dates hang on words such as "last year": one date of the text would settle them all. */
export function relativeDateRule(facets: readonly Facet[]): Finding[] {
  const [lead] = facets;
  if (lead === undefined || lead.source?.publishedOn != null) return [];
  return [
    {
      kind: 'period',
      claims: facets.map((facet) => facet.claim),
      tension: false,
      why: say.why('relative', {
        count: facets.length,
        source: lead.source?.title ?? say.why('noSource'),
        words: say.list(facets.slice(0, comparedWords).map((facet) => say.quoted(relativeWords(facet.claim) ?? ''))),
      }),
    },
  ];
}

/** The quoted words of a date that was resolved against its text, as the basis keeps them: 'last year' in a text of 2025. */
export function relativeWords(claim: Claim): string | undefined {
  return [claim.periodBasis, claim.madeOnBasis, claim.note]
    .map((basis) => (basis === null ? undefined : quotedWords(basis)))
    .find((words) => words !== undefined);
}

/** What is only planned or expected may well be talked of before its time. */
export function hasHappened({ kind, status, hedge }: Claim): boolean {
  return kind === 'event' && status === 'happened' && hedge !== 'projected';
}

/** Names that may be spellings of one, until they are judged. */
export function spellingRule(facets: readonly Facet[], context: ConflictContext): Finding[] {
  const normal = new Map<string, string>();
  const nameOf = ({ claim }: Facet) => {
    const written = claim.subject ?? claim.actor ?? '';
    const known = normal.get(written) ?? normalName(written);
    normal.set(written, known);
    return known;
  };
  const byName = Map.groupBy(facets, nameOf);
  const names = [...byName.keys()].filter((name) => name !== '').slice(0, 200);
  if (names.length < 2) return [];
  const folded = new Map(names.map((name) => [name, foldName(name)]));
  return names.flatMap((one, index) =>
    names.slice(index + 1).flatMap((other): Finding[] => {
      if (!mayBeSameName(folded.get(one)!, folded.get(other)!) || isJudged(context.judged(one, other))) return [];
      const group = [...(byName.get(one) ?? []).slice(0, 8), ...(byName.get(other) ?? []).slice(0, 8)];
      const written = (name: string) => byName.get(name)![0]!.claim.subject ?? byName.get(name)![0]!.claim.actor ?? '';
      return [
        {
          kind: 'identity',
          claims: group.map((facet) => facet.claim),
          tension: true,
          why: say.why('spellings', { one: written(one), other: written(other) }),
        },
      ];
    }),
  );
}

function isJudged(outcome: ReturnType<ConflictContext['judged']>): boolean {
  return outcome === 'same' || outcome === 'not_same';
}
