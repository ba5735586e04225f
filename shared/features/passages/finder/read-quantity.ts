// Reads a selected passage as one quantity and one period, to fill the capture form. The analyst sees and corrects the result.
import type { Measured, Qualifier } from '../../../quantity/model.ts';
import { findMentions } from './find-mentions.ts';
import type { FindOptions, Mention } from './model.ts';

export interface ReadContext extends FindOptions {
  /** The text around the selection, the selection included: verbs there tell a change from a level. */
  readonly sentence?: string | undefined;
}

export interface ReadPeriod {
  readonly edtf: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Why a relative date means what it means; `null` for a date written in full. */
  readonly basis: string | null;
}

export interface ReadResult {
  /** A fall is negative here: "fell 39 %" is −39, as claims keep changes. */
  readonly quantity: Measured | null;
  readonly period: ReadPeriod | null;
  /** The words of the figure as they stand in the text. */
  readonly original: string | null;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The first figure in `words`, and the date in them or else the nearest one of the sentence. */
export function readQuantity(words: string, context: ReadContext = {}): ReadResult {
  const sentence = context.sentence?.includes(words) ? context.sentence : words;
  const selected = codePointRange(sentence, words);
  const mentions = findMentions(sentence, context);
  const figure = mentions.find((mention) => mention.type === 'figure' && overlaps(mention, selected));
  const date = nearestDate(mentions, figure ?? selected, selected);
  return {
    quantity: figure === undefined ? null : signedQuantity(figure),
    period: date === undefined ? null : periodOf(date),
    original: figure?.exact ?? null,
  };
}

function codePointRange(sentence: string, words: string): Range {
  const start = [...sentence.slice(0, sentence.indexOf(words))].length;
  return { start, end: start + [...words].length };
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A date inside the selection comes first, whatever stands nearer outside it. */
function nearestDate(mentions: readonly Mention[], figure: Range, selected: Range): Mention | undefined {
  const dates = mentions.filter((mention) => mention.type === 'date' && mention.edtf !== null);
  const inside = dates.filter((date) => overlaps(date, selected));
  const candidates = inside.length > 0 ? inside : dates;
  return candidates.toSorted((a, b) => distance(a, figure) - distance(b, figure))[0];
}

function distance(a: Range, b: Range): number {
  return Math.max(a.start - b.end, b.start - a.end, 0);
}

function periodOf({ edtf, earliest, latest, basis }: Mention): ReadPeriod {
  return { edtf: edtf ?? '', earliest, latest, basis };
}

const mirrored: Readonly<Partial<Record<Qualifier, Qualifier>>> = { over: 'under', at_least: 'at_most', under: 'over', at_most: 'at_least' };

/** A fall turns the bounds round: "fell by more than 15 %" is below −15 %. Factors stay: "fell twofold" is ×2 down. */
export function signedQuantity(mention: Pick<Mention, 'low' | 'high' | 'qualifier' | 'unit' | 'multiplier' | 'change' | 'direction'>): Measured {
  const { low, high, unit, change } = mention;
  const qualifier = mention.qualifier ?? 'unknown';
  const multiplier = mention.multiplier ?? 0;
  const isFall = mention.direction === 'down' && change !== null && change !== 'factor' && !isNegative(low) && !isNegative(high);
  if (!isFall) return { low, high, qualifier, unit, multiplier, change };
  return { low: negated(high), high: negated(low), qualifier: mirrored[qualifier] ?? qualifier, unit, multiplier, change };
}

function isNegative(text: string | null): boolean {
  return text?.startsWith('-') ?? false;
}

function negated(text: string | null): string | null {
  return text === null || text === '0' ? text : `-${text}`;
}
