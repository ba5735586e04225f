// What a figure may not do. It is refused when it is written, and told as a problem when a later edit brings it about.
import { findPeriod } from '../../period/index.ts';
import { Decimal } from '../../quantity/index.ts';
import type { BoardFacts } from './facts.ts';
import type { Panel } from './model.ts';
import { type Placed, spanIn } from './parts.ts';
import { isRates, seriesIn } from './strands.ts';
import { baseIn, mayBeZeroOrLess } from './transform.ts';

export const problemWhys = [
  'parted',
  'missing',
  'bases',
  'units',
  'not-additive',
  'whole-and-part',
  'over-100',
  'index-base',
  'log-zero',
  'log-bars',
  'bar-axis',
  'second-why',
  'pair',
  'finding',
  'window',
  'needs',
] as const;
export type ProblemWhy = (typeof problemWhys)[number];

export interface PanelProblem {
  readonly why: ProblemWhy;
  readonly claims: readonly string[];
}

export const isBarForm = ({ form }: Pick<Panel, 'form'>) => form === 'bars' || form === 'stacked' || form === 'share';
const isSummed = ({ form }: Pick<Panel, 'form'>) => form === 'stacked' || form === 'share';

/** `placed`: what each strand holds, before any transform. */
export function problemsOf(panel: Panel, placed: readonly (readonly Placed[])[], facts: BoardFacts): PanelProblem[] {
  const found: (PanelProblem | false)[] = [
    isWindowReversed(panel) && { why: 'window', claims: [] },
    isSecondUnreasoned(panel) && { why: 'second-why', claims: [] },
    panel.form === 'scatter' && panel.strands.length !== 2 && { why: 'pair', claims: [] },
    isBarForm(panel) && panel.y?.log === true && { why: 'log-bars', claims: [] },
    isBarForm(panel) && isCut(panel) && { why: 'bar-axis', claims: [] },
    unlikeUnits(panel, placed, facts),
    ...(isSummed(panel) ? sumProblems(panel, placed, facts) : []),
    ...indexProblems(panel, placed),
    ...(panel.y?.log === true && !isBarForm(panel) ? logProblems(panel, placed) : []),
  ];
  return found.filter((one) => one !== false);
}

function isWindowReversed({ first, last }: Panel): boolean {
  const [from, to] = [findPeriod(first)?.earliest, findPeriod(last)?.earliest];
  return from != null && to != null && from >= to;
}

function isSecondUnreasoned({ second, strands }: Panel): boolean {
  return second !== null && (second.why.trim() === '' || second.strands.some((index) => index >= strands.length));
}

function isCut({ y }: Panel): boolean {
  return (y?.from != null && y.from > 0) || (y?.to != null && y.to < 0);
}

/** The units of a strand: of a series its own, of rates those of their levels. */
export function unitsOf(index: number, panel: Panel, facts: BoardFacts): string[] {
  const strand = panel.strands[index]!;
  if (isRates(strand)) return strand.as === 'index' ? ['index'] : [...new Set(facts.rates(strand).map(({ unit }) => `${unit} null`))];
  return [...new Set(seriesIn(strand).map(({ unit, change }) => `${unit} ${change}`))];
}

function unlikeUnits(panel: Panel, placed: readonly (readonly Placed[])[], facts: BoardFacts): PanelProblem | false {
  const isMixed = (indexes: readonly number[]) => new Set(indexes.flatMap((index) => unitsOf(index, panel, facts))).size > 1;
  const claims = () => placed.flatMap(claimsOf);
  if (panel.strands.some((_, index) => unitsOf(index, panel, facts).length > 1)) return { why: 'units', claims: claims() };
  const isFree = panel.form === 'multiples' || panel.form === 'scatter' || (panel.transform !== null && !isSummed(panel));
  if (isFree) return false;
  const second = panel.second?.strands ?? [];
  const [one, other] = [
    panel.strands.map((_, index) => index).filter((index) => !second.includes(index)),
    second.filter((index) => index < panel.strands.length),
  ];
  return isMixed(one) || isMixed(other) ? { why: 'units', claims: claims() } : false;
}

function claimsOf(placed: readonly Placed[]): string[] {
  return placed.flatMap(({ parts }) => parts.flatMap(({ claims }) => claims));
}

function* sumProblems(panel: Panel, placed: readonly (readonly Placed[])[], facts: BoardFacts): Generator<PanelProblem> {
  const series = panel.strands.flatMap(seriesIn);
  const isShareOfWhole = (unit: string | null, change: string | null) => panel.form === 'share' && unit === 'PCT' && change === null;
  const isAddable = ({ measure, unit, change }: (typeof series)[number]) =>
    isShareOfWhole(unit, change) || ((change === null || change === 'absolute') && facts.measures.isAdditive(measure, unit));
  if (panel.strands.some(isRates) || !series.every(isAddable)) yield { why: 'not-additive', claims: placed.flatMap(claimsOf) };
  const isWhole = series.some((part) => series.some((whole) => part !== whole && facts.isPartOf(part.subject, whole.subject)));
  if (isWhole) yield { why: 'whole-and-part', claims: placed.flatMap(claimsOf) };
  if (panel.form === 'share') yield* overHundred(placed);
}

/** Shares of one whole that are certainly more than all of it. */
function* overHundred(placed: readonly (readonly Placed[])[]): Generator<PanelProblem> {
  const told = placed.flatMap((strand) => strand.filter(({ unit, change }) => unit === 'PCT' && change === null));
  for (const [, own] of Map.groupBy(told, ({ class: kind, issuer, periodKey }) => JSON.stringify([kind, issuer, periodKey]))) {
    const least = own.map((one) => spanIn(one)?.rounded.low ?? new Decimal(0));
    const sum = least.reduce((total, low) => total.plus(low), new Decimal(0));
    if (sum.gt(100)) yield { why: 'over-100', claims: claimsOf(own) };
  }
}

function* indexProblems({ transform, strands }: Panel, placed: readonly (readonly Placed[])[]): Generator<PanelProblem> {
  if (transform?.of !== 'index') return;
  for (const [index, strand] of strands.entries()) {
    if (isRates(strand)) continue;
    const own = placed[index] ?? [];
    const base = baseIn(own, transform.base);
    if (base === undefined) yield { why: 'index-base', claims: claimsOf(own) };
    else if (mayBeZeroOrLess(spanIn(base)!.said)) yield { why: 'index-base', claims: claimsOf([base]) };
  }
}

function* logProblems({ y, transform }: Panel, placed: readonly (readonly Placed[])[]): Generator<PanelProblem> {
  const isAxisAtZero = (y?.from != null && y.from <= 0) || (y?.to != null && y.to <= 0);
  const below = transform === null ? placed.flatMap((own) => own.filter(hasZero)) : [];
  if (isAxisAtZero || below.length > 0) yield { why: 'log-zero', claims: claimsOf(below) };
}

function hasZero({ parts }: Placed): boolean {
  return parts.some(({ raw }) => isZeroOrLess(raw.low) || isZeroOrLess(raw.high));
}

export function isZeroOrLess(text: string | null): boolean {
  return text !== null && new Decimal(text).lte(0);
}
