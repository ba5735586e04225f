// A value with its margin: "2.5 ± 0.5%", "2.0 (±0.3) per cent", "31% plus or minus 2 points" are bands around the value; a margin
// alone is a band around zero.
import { Decimal, decimalText, shiftPoint } from '../../../../quantity/decimal.ts';
import { matchAt, matchBefore } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import type { RawFigure } from './raw-figure.ts';
import { unitAfter } from './units.ts';

const MARGIN = /(?<open>[(（])?\s?(?:±|\+\s?\/\s?[-−–]|(?<![\p{L}])(?:plus or minus|plus\/minus|плюс-минус|плюс\/минус)(?![\p{L}])|正负)\s?$/u;
const HAS_MARGIN = /±|\+\s?\/\s?[-−–]|plus or minus|plus\/minus|плюс[-/]минус|正负/;

/** Reads the figures of a sentence in order; a margin joins the figure that it stands beside. */
export function joinBands(sentence: Sentence, figures: readonly RawFigure[]): readonly RawFigure[] {
  if (!HAS_MARGIN.test(sentence.lower)) return figures;
  const joined: RawFigure[] = [];
  for (const figure of figures) {
    const mark = matchBefore(MARGIN, sentence.lower, figure.number.start);
    if (mark === undefined || figure.low !== figure.high) {
      joined.push(figure);
      continue;
    }
    const last = joined.at(-1);
    const isBeside = last !== undefined && last.low === last.high && sentence.lower.slice(last.number.end, mark.start).trim().length <= 3;
    const center = isBeside ? joined.pop() : undefined;
    joined.push(bandOf(sentence, center, figure, mark));
  }
  return joined;
}

type Mark = NonNullable<ReturnType<typeof matchBefore>>;

function bandOf(sentence: Sentence, center: RawFigure | undefined, margin: RawFigure, mark: Mark): RawFigure {
  const closed = mark.groups.open === undefined ? null : matchAt(/\s?[)）]/y, sentence.lower, margin.end);
  const bracketEnd = margin.end + (closed?.[0].length ?? 0);
  const tail = closed === null ? undefined : unitAfter(sentence, bracketEnd, margin.coreStart);
  const isOfShare = margin.unit === 'PP' && (center?.unit === 'PCT' || center?.unit === 'PP');
  const unit = center?.unit ?? (isOfShare ? 'PCT' : null) ?? margin.unit ?? tail?.unit ?? null;
  // A scale that stands once, after the margin, is of both: "12.5 ± 0.5 million".
  const isShared = center === undefined || (center.multiplier === 0 && center.unit === null);
  const from = isShared ? margin.multiplier : center.multiplier;
  const multiplier = margin.unit === 'PCT' ? from : Math.min(from, margin.multiplier);
  const at = scaledTo(center?.low ?? '0', from, multiplier);
  const stated = scaledTo(margin.low.replace('-', ''), margin.multiplier, multiplier);
  // "12.5 million tonnes ± 5%": the margin is a part of the value.
  const isRelative = margin.unit === 'PCT' && center !== undefined && center.unit !== 'PCT' && !isShared;
  const reach = isRelative ? at.abs().times(margin.low.replace('-', '')).div(100) : stated;
  return {
    ...margin,
    ...(center ?? {}),
    start: center?.start ?? mark.start + (mark.groups.open?.length ?? 0),
    coreStart: center?.coreStart ?? mark.start + (mark.groups.open?.length ?? 0),
    end: tail?.end ?? bracketEnd,
    low: decimalText(at.minus(reach)),
    high: decimalText(at.plus(reach)),
    multiplier,
    unit,
    qualifier: 'about',
    isBand: true,
  };
}

function scaledTo(text: string, from: number, to: number): Decimal {
  return new Decimal(shiftPoint(text, from - to));
}
