// Figures of one measure, subject, place and unit. Comparable first (basis, period, kind of figure), then equal: only
// claims that agree in all of these can be a value conflict; the near misses are named for what they are.
import { equalIntervals, type Interval, intersectionOf, intersects } from '../../../quantity/index.ts';
import { independentOrigins } from '../../claims/origin.ts';
import { type Facet, isNested, overlap } from '../facets.ts';
import type { ConflictContext, Finding } from '../model.ts';
import * as say from '../say.ts';
import { coincidences } from './numbers.ts';

/** Claims of one basis, period and kind of figure. */
interface Cell {
  readonly lead: Facet;
  readonly facets: Facet[];
}

const saysAll = /^(all|total|overall)\b/;

/** How many neighbours in time a cell is compared with: a safety against one period that spans thousands. */
const maxNeighbours = 200;

export function seriesRule(facets: readonly Facet[], context: ConflictContext): Finding[] {
  const cells = cellsOf(facets);
  return [...cells.flatMap((cell) => withinCell(cell, context)), ...betweenCells(cells), ...coincidences(facets)];
}

function cellsOf(facets: readonly Facet[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const facet of facets) {
    const key = `${facet.basis}|${facet.period === undefined ? `undated ${facet.claim.id}` : facet.periodKey}|${facet.status}`;
    const cell = cells.get(key) ?? { lead: facet, facets: [] };
    cell.facets.push(facet);
    cells.set(key, cell);
  }
  return [...cells.values()];
}

function withinCell({ facets }: Cell, context: ConflictContext): Finding[] {
  const withValue = facets.filter((facet) => facet.hasValue);
  if (withValue.length < 2) return [];
  const versions = versionsOf(withValue);
  if (versions !== undefined) return [versions];
  return [...valueFindings(withValue), ...sameOrigin(withValue, context)];
}

/** Several versions of one plan, target or forecast by one issuer, or marked as versions. */
function versionsOf(facets: readonly Facet[]): Finding | undefined {
  if (facets[0]!.status === 'outcome') return undefined;
  const vintages = new Set(facets.map((facet) => facet.claim.vintage ?? ''));
  const issuers = new Set(facets.map((facet) => facet.origin));
  if (facets.every((facet) => equalIntervals(facet.interval(), facets[0]!.interval()))) return undefined;
  if (vintages.size < 2 && issuers.size === facets.length) return undefined;
  const place = (facet: Facet) => facet.claim.passages[0]?.start ?? 0;
  const inTime = facets.toSorted((a, b) => (a.madeOn?.latest ?? '').localeCompare(b.madeOn?.latest ?? '') || place(a) - place(b));
  return {
    kind: 'vintage',
    claims: inTime.map((facet) => facet.claim),
    tension: true,
    why: say.why('versions', { status: say.status(facets[0]!), period: say.when(facets[0]!), values: say.list(inTime.map(say.value)) }),
  };
}

function valueFindings(facets: readonly Facet[]): Finding[] {
  const worded = [...new Map(facets.map((facet) => [wordedKey(facet), facet])).values()];
  if (worded.length < 2) return [];
  const distinct = [...new Map(worded.map((facet) => [intervalKey(facet.interval()), facet])).values()];
  if (distinct.length < 2) return [];
  const shared = intersectionOf(distinct.map((facet) => facet.interval()));
  if (shared === undefined) return apartFindings(distinct, facets);
  const values = say.some(distinct, (facet) => say.why('valueFrom', { value: say.value(facet), source: say.who(facet) }));
  const narrow = distinct.find((facet) => equalIntervals(facet.interval(), shared));
  const why = narrow === undefined ? say.why('valuesOverlap', { values }) : say.why('valueWithin', { value: say.value(narrow), values });
  return [{ kind: 'precision', claims: facets.map((facet) => facet.claim), tension: true, why }];
}

/** Sets of values that exclude each other, and each value that excludes none with one of those that it meets. */
function apartFindings(distinct: readonly Facet[], facets: readonly Facet[]): Finding[] {
  const sets = rivalSets(distinct);
  const met = distinct.filter((facet) => !sets.some((set) => set.includes(facet)));
  return [...sets.map((rivals) => valueFinding(rivals, facets)), ...met.flatMap((facet) => meetingFinding(facet, sets[0]!, facets))];
}

function meetingFinding(facet: Facet, rivals: readonly Facet[], facets: readonly Facet[]): Finding[] {
  const other = rivals.find((one) => intersects(one.interval(), facet.interval()));
  const { low, high } = facet.interval();
  // "More than 30 %" meets whatever is more.
  if (other === undefined || low === null || high === null) return [];
  const why = say.why('valuesOverlap', {
    values: say.list([other, facet].map((one) => say.why('valueFrom', { value: say.value(one), source: say.who(one) }))),
  });
  return [{ kind: 'precision', claims: stating([other, facet], facets), tension: true, why }];
}

/** All claims that state one of the values. */
function stating(values: readonly Facet[], facets: readonly Facet[]): Finding['claims'] {
  const keys = new Set(values.map((facet) => intervalKey(facet.interval())));
  return facets.filter((facet) => keys.has(intervalKey(facet.interval()))).map((facet) => facet.claim);
}

/** Claims whose values exclude each other, each with those that state the same value; what agrees with one of them is not among them. */
function valueFinding(rivals: readonly Facet[], facets: readonly Facet[]): Finding {
  const values = say.some(rivals, (facet) => say.why('valueFrom', { value: say.value(facet), source: say.who(facet) }));
  return { kind: 'value', claims: stating(rivals, facets), tension: false, why: say.why('otherValues', { values }) };
}

/**
 * Sets of values of which every two exclude each other, narrow ones first: one set of as many as can be, and for each value that
 * is not in it but excludes some of it a set of its own.
 */
function rivalSets(distinct: readonly Facet[]): Facet[][] {
  const main: Facet[] = [];
  const left: Facet[] = [];
  for (const facet of distinct.toSorted(byWidth)) (isApartFromAll(facet, main) ? main : left).push(facet);
  const others = left.map((facet) => [facet, ...main.filter((one) => !intersects(one.interval(), facet.interval()))]);
  const inOrder = (set: readonly Facet[]) => distinct.filter((facet) => set.includes(facet));
  return [main, ...others].filter((set) => set.length > 1).map(inOrder);
}

function isApartFromAll(facet: Facet, others: readonly Facet[]): boolean {
  return others.every((other) => !intersects(other.interval(), facet.interval()));
}

/** An open interval is wider than any other. */
function byWidth(a: Facet, b: Facet): number {
  const width = ({ low, high }: Interval) => (low === null || high === null ? undefined : high.minus(low));
  const [one, other] = [width(a.interval()), width(b.interval())];
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return one.cmp(other);
}

/** Claims worded alike allow the same: no decimals are needed to see that. */
function wordedKey({ claim: { value, multiplier, readings } }: Facet): string {
  return `${value?.qualifier}|${value?.low}|${value?.high}|${multiplier}${readings.length < 2 ? '' : JSON.stringify(readings)}`;
}

function intervalKey({ low, high, lowOpen, highOpen }: Interval): string {
  return `${lowOpen ? '(' : '['}${low?.toString() ?? ''},${high?.toString() ?? ''}${highOpen ? ')' : ']'}`;
}

/** Agreement of claims that go back to one origin, through different sources. */
function sameOrigin(facets: readonly Facet[], context: ConflictContext): Finding[] {
  if (new Set(facets.map((facet) => facet.claim.sourceId)).size < 2) return [];
  const isPlainlyApart =
    new Set(facets.map((facet) => facet.origin)).size === facets.length && facets.every(({ source }) => source?.publisher == null);
  if (isPlainlyApart) return [];
  const origins = independentOrigins(facets, context.nameOf);
  const byOrigin = Map.groupBy(
    facets.filter((facet) => origins.has(facet.claim.id)),
    (facet) => origins.get(facet.claim.id)!,
  );
  return [...byOrigin.values()].flatMap((group): Finding[] => {
    const sources = new Set(group.map((facet) => facet.claim.sourceId));
    if (sources.size < 2 || !group.every((facet) => intersects(facet.interval(), group[0]!.interval()))) return [];
    const titles = say.list(group.map((facet) => facet.source?.publisher ?? facet.source?.title ?? say.why('noSource')));
    return [
      {
        kind: 'same_origin',
        claims: group.map((facet) => facet.claim),
        tension: true,
        why: say.why('sameOrigin', { sources: titles, origin: say.who(group[0]!), count: sources.size }),
      },
    ];
  });
}

function betweenCells(cells: readonly Cell[]): Finding[] {
  const dated = cells
    .filter((cell) => cell.lead.period !== undefined)
    .sort((a, b) => (a.lead.period!.earliest ?? '').localeCompare(b.lead.period!.earliest ?? ''));
  const classes = classesIn(dated);
  return dated.flatMap((cell, index) => {
    const neighbours: Cell[] = [];
    for (let next = index + 1; next < dated.length && neighbours.length < maxNeighbours; next += 1) {
      const other = dated[next]!;
      if ((other.lead.period!.earliest ?? '') > (cell.lead.period!.latest ?? '9999')) break;
      neighbours.push(other);
    }
    return neighbours.flatMap((other) => compareCells(cell, other, classes) ?? []);
  });
}

function compareCells(a: Cell, b: Cell, classes: Classes): Finding | undefined {
  const [one, other] = [a.lead, b.lead];
  if (!overlap(one.period, other.period)) return undefined;
  const claims = [...a.facets, ...b.facets].map((facet) => facet.claim);
  const isSamePeriod = one.periodKey === other.periodKey;
  // One source that gives figures over two universes has told them apart itself.
  const isOneSource = new Set(claims.map((claim) => claim.sourceId)).size === 1;
  if (one.basis !== other.basis && isOneSource) return undefined;
  if (one.basis !== other.basis)
    return isBrokenDown(a, b, classes) || isBrokenDown(b, a, classes) ? undefined : otherBasis(one, other, claims, isSamePeriod);
  if (one.status !== other.status) return isSamePeriod ? otherStatus(one, other, claims) : undefined;
  return isNested(one.period!, other.period!) ? otherPeriod(one, other, claims) : undefined;
}

function otherBasis(one: Facet, other: Facet, claims: Finding['claims'], isSamePeriod: boolean): Finding | undefined {
  // Counts of a month and of a year over other universes have nothing to say to each other.
  if (!isSamePeriod && one.isAdditive) return undefined;
  const values = { one: say.value(one), oneBasis: say.basis(one), other: say.value(other), otherBasis: say.basis(other), period: say.when(one) };
  return {
    kind: 'basis',
    claims,
    tension: true,
    why: isSamePeriod ? say.why('otherBasis', values) : say.why('otherBasisAndPeriod', { ...values, otherPeriod: say.when(other) }),
  };
}

/** A class of what the other counts in full, told beside other classes, is a part of it and no rival universe. */
function isBrokenDown(part: Cell, all: Cell, classes: Classes): boolean {
  const [one, whole] = [part.lead, all.lead];
  if (!whole.isAdditive || !saysAll.test(whole.basis) || saysAll.test(one.basis) || isAboveAll(one, whole)) return false;
  return (classes().get(`${one.claim.sourceId}|${one.periodKey}`)?.size ?? 0) > 1;
}

/** The classes that each source tells of a period, counted when they are asked for. */
type Classes = () => ReadonlyMap<string, ReadonlySet<string>>;

function classesIn(cells: readonly Cell[]): Classes {
  let counted: Map<string, Set<string>> | undefined;
  return () => {
    if (counted !== undefined) return counted;
    counted = new Map();
    for (const { claim, basis, periodKey } of cells.flatMap(({ facets }) => facets)) {
      if (saysAll.test(basis)) continue;
      const key = `${claim.sourceId}|${periodKey}`;
      counted.set(key, (counted.get(key) ?? new Set()).add(basis));
    }
    return counted;
  };
}

function isAboveAll(part: Facet, all: Facet): boolean {
  const [{ low }, { high }] = [part.interval(), all.interval()];
  return low !== null && high !== null && low.gt(high);
}

function otherStatus(one: Facet, other: Facet, claims: Finding['claims']): Finding {
  const figure = (facet: Facet) => say.why('valueOfStatus', { value: say.value(facet), status: say.status(facet), source: say.who(facet) });
  return {
    kind: 'status',
    claims,
    tension: true,
    why: say.why('otherStatus', { period: say.when(one), one: figure(one), other: figure(other) }),
  };
}

function otherPeriod(one: Facet, other: Facet, claims: Finding['claims']): Finding | undefined {
  const [part, whole] =
    (one.period!.earliest ?? '') === (other.period!.earliest ?? '') && (one.period!.latest ?? '9999') > (other.period!.latest ?? '9999')
      ? [other, one]
      : nestedOrder(one, other);
  const values = { part: say.value(part), partPeriod: say.when(part), whole: say.value(whole), wholePeriod: say.when(whole) };
  if (!one.isFlow) {
    return {
      kind: 'period',
      claims,
      tension: true,
      why: say.why('nestedPeriods', values),
    };
  }
  if (equalIntervals(part.interval(), whole.interval())) {
    return {
      kind: 'period',
      claims,
      tension: true,
      why: say.why('generalised', values),
    };
  }
  const [{ low: least }, { high: most }] = [part.interval(), whole.interval()];
  const isTooLarge = least !== null && most !== null && least.gt(most);
  return isTooLarge
    ? {
        kind: 'part_total',
        claims,
        tension: false,
        why: say.why('partAboveWhole', values),
      }
    : undefined;
}

function nestedOrder(one: Facet, other: Facet): [Facet, Facet] {
  const isInside =
    (other.period!.earliest ?? '') <= (one.period!.earliest ?? '') && (one.period!.latest ?? '9999') <= (other.period!.latest ?? '9999');
  return isInside ? [one, other] : [other, one];
}
