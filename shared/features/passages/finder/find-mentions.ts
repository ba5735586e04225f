// Figures and dates of a text in English, Russian or Chinese, in one pass that is linear in its length.
import { resultOf } from '../../../steps.ts';
import { codePointsOf } from '../code-points.ts';
import { type DayOrder, dayOrderOf, inDayOrder } from './dates/day-order.ts';
import { type FoundDate, findDates } from './dates/find-dates.ts';
import { decoySpans } from './designations/decoys.ts';
import { findFigures } from './figures/find-figures.ts';
import { quantityOf, type RawFigure } from './figures/raw-figure.ts';
import { languageOf } from './language.ts';
import type { FindOptions, Mention } from './model.ts';
import { type NumberStyle, type Sentence, sentenceAt, sentenceRanges } from './text/sentences.ts';

const POINT_LANGUAGES: ReadonlySet<string> = new Set(['en', 'zh', 'ja', 'ko', 'th', 'he', 'und']);

/** Whether Latin text of a language writes 1.5 or 1,5. */
function latinStyle(text: string, language: string | undefined): NumberStyle {
  const code = (language ?? languageOf(text)).split('-')[0] ?? 'und';
  return POINT_LANGUAGES.has(code) || code === 'ru' ? 'point' : 'comma';
}

/**
 * Goes up with every change of what is found in some text: what was kept of an earlier version is then looked for again.
 */
export const finderVersion = 3;

/** UTF-16 units after which a long text lets others have their turn. */
const stepLength = 50_000;

/** Mentions in order of their place, none overlapping another. Never throws, whatever the text. */
export function findMentions(text: string, options: FindOptions = {}): readonly Mention[] {
  return resultOf(findInSteps(text, options));
}

/** The same, step by step: yields how many UTF-16 units of the text it has read. */
export function* findInSteps(text: string, options: FindOptions = {}): Generator<number, readonly Mention[]> {
  const style = latinStyle(text, options.language);
  const order = options.dayOrder ?? dayOrderOf(text, options.language ?? languageOf(text));
  const mentions: Mention[] = [];
  let next = stepLength;
  for (const range of sentenceRanges(text)) {
    const sentence = sentenceAt(text, range, style);
    if (isWorthReading(sentence.lower)) mentions.push(...mentionsOf(sentence, options.publishedOn).map((mention) => ordered(mention, order)));
    if (range[1] < next) continue;
    yield range[1];
    next = range[1] + stepLength;
  }
  return withCodePoints(text, mentions);
}

function isWorthReading(lower: string): boolean {
  return /[\p{L}\d]/u.test(lower);
}

function mentionsOf(sentence: Sentence, publishedOn: string | undefined): Mention[] {
  const decoys = decoySpans(sentence);
  const dates = findDates(sentence, publishedOn, decoys);
  const figures = findFigures(sentence, [...dates, ...decoys]);
  return [...dates.map((date) => dateMention(sentence, date)), ...figures.map((figure) => figureMention(sentence, figure))].sort(
    (a, b) => a.start - b.start,
  );
}

/** Day or month first, as the whole text has it. */
function ordered(mention: Mention, order: DayOrder | undefined): Mention {
  return mention.type === 'date' && mention.relative === false ? inDayOrder({ ...mention, relative: false }, mention.exact, order) : mention;
}

/** Offsets are UTF-16 in the whole text until `withCodePoints`. */
function dateMention({ text, offset }: Sentence, { start, end, edtf, earliest, latest, relative, basis }: FoundDate): Mention {
  const nothing = { low: null, high: null, qualifier: null, unit: null, multiplier: null, change: null, direction: null };
  return {
    start: offset + start,
    end: offset + end,
    exact: text.slice(start, end),
    type: 'date',
    ...nothing,
    edtf,
    earliest,
    latest,
    relative,
    basis,
  };
}

function figureMention({ text, offset }: Sentence, figure: RawFigure): Mention {
  const { start, end } = figure;
  const nothing = { edtf: null, earliest: null, latest: null, relative: null, basis: null };
  return {
    start: offset + start,
    end: offset + end,
    exact: text.slice(start, end),
    type: 'figure',
    ...quantityOf(figure),
    direction: figure.direction,
    ...nothing,
  };
}

/** Positions in code points, and the words as the text has them. */
function withCodePoints(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const points = codePointsOf(text);
  return mentions.map((mention) => ({
    ...mention,
    start: points.toPoints(mention.start),
    end: points.toPoints(mention.end),
    exact: text.slice(mention.start, mention.end),
  }));
}
