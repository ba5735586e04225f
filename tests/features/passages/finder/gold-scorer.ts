// Scores mentions against annotated sentences by the rules of the annotation guide: span overlap of at least half of the longer
// span, one to one; then low, high, qualifier and unit of figures and both bounds of dates.
import type { Mention } from '../../../../shared/features/passages/finder/index.ts';
import { dayNumber } from '../../../../shared/period/index.ts';
import { Decimal } from '../../../../shared/quantity/decimal.ts';
import { isCurrency } from '../../../../shared/quantity/index.ts';

export interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly type: 'figure' | 'date';
  readonly low?: string | null;
  readonly high?: string | null;
  readonly qualifier?: string;
  readonly unit?: string | null;
  readonly multiplier?: number;
  readonly change?: string | null;
  readonly direction?: string | null;
  readonly edtf?: string;
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly alt?: readonly Partial<GoldMention>[];
}

export interface GoldRow {
  readonly id: string;
  readonly lang: string;
  readonly published: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

export interface Score {
  readonly recall: number;
  readonly precision: number;
  readonly valueExactness: number;
}

export class Tally {
  private gold = 0;
  private predicted = 0;
  private matched = 0;
  private exact = 0;

  add(golds: readonly GoldMention[], found: readonly Mention[]): void {
    const pairs = matchPairs(golds, found);
    this.gold += golds.length;
    this.predicted += found.length;
    this.matched += pairs.length;
    this.exact += pairs.filter(([gold, mention]) => isRight(gold, mention)).length;
  }

  score(): Score {
    return { recall: this.matched / this.gold, precision: this.matched / this.predicted, valueExactness: this.exact / this.matched };
  }
}

function overlapShare(a: GoldMention, b: Mention): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 ? shared / Math.max(a.end - a.start, b.end - b.start) : 0;
}

/** Pairs of one type, best overlap first. */
function matchPairs(golds: readonly GoldMention[], found: readonly Mention[]): readonly (readonly [GoldMention, Mention])[] {
  const candidates = golds.flatMap((gold) =>
    found.filter((mention) => mention.type === gold.type).map((mention) => ({ gold, mention, share: overlapShare(gold, mention) })),
  );
  const taken = new Set<unknown>();
  const pairs: [GoldMention, Mention][] = [];
  for (const { gold, mention, share } of candidates.toSorted((a, b) => b.share - a.share)) {
    if (share < 0.5 || taken.has(gold) || taken.has(mention)) continue;
    taken.add(gold).add(mention);
    pairs.push([gold, mention]);
  }
  return pairs;
}

function isRight(gold: GoldMention, mention: Mention): boolean {
  const readings = [gold, ...(gold.alt ?? []).map((other) => ({ ...gold, ...other }))];
  return readings.some((reading) => (gold.type === 'date' ? isDateRight(reading, mention) : isFigureRight(reading, mention)));
}

function isDateRight(gold: GoldMention, { earliest, latest }: Mention): boolean {
  const want = [gold.earliest ?? null, gold.latest ?? null] as const;
  if (want[0] === earliest && want[1] === latest) return true;
  const isLoose = gold.edtf?.includes('~') === true && (want[0] === null) === (earliest === null) && (want[1] === null) === (latest === null);
  return isLoose && isNearDate(want, [earliest, latest]);
}

type Bounds = readonly [string | null, string | null];

function isNearDate(want: Bounds, got: Bounds): boolean {
  const [a, b] = want.map((day) => (day === null ? null : dayNumber(day)));
  const [c, d] = got.map((day) => (day === null ? null : dayNumber(day)));
  if (a == null || b == null || c == null || d == null) return Math.abs((a ?? b ?? 0) - (c ?? d ?? 0)) <= 62;
  const shared = Math.min(b, d) - Math.max(a, c) + 1;
  return shared > 0 && shared / (Math.max(b, d) - Math.min(a, c) + 1) >= 0.5;
}

function isFigureRight(gold: GoldMention, mention: Mention): boolean {
  const isFactor = gold.unit === 'TIMES' && [gold.qualifier, mention.qualifier].every((word) => word === 'times' || word === 'exact');
  const isQualifierRight = gold.qualifier === mention.qualifier || isFactor;
  const isUnitRight =
    gold.unit === null ? !['PCT', 'PP', 'TIMES'].includes(mention.unit ?? '') && !isCurrency(mention.unit) : gold.unit === mention.unit;
  return isQualifierRight && isUnitRight && areBoundsRight(gold, mention);
}

function scaled(text: string | null | undefined, multiplier: number | null | undefined): Decimal | null {
  return text == null ? null : new Decimal(text).times(new Decimal(10).pow(multiplier ?? 0));
}

function areBoundsRight(gold: GoldMention, mention: Mention): boolean {
  const same = (a: Decimal | null, b: Decimal | null) => (a === null || b === null ? a === b : a.eq(b));
  const low = scaled(mention.low, mention.multiplier);
  const high = scaled(mention.high, mention.multiplier);
  return same(scaled(gold.low, gold.multiplier), low) && same(scaled(gold.high, gold.multiplier), high);
}
