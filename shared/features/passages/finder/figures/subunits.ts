// Hundredths of money: cents, pence, копейки, 分; and sums whose parts are written apart: 1 рубль 20 копеек, 3元5角.
import { Decimal, decimalText } from '../../../../quantity/decimal.ts';
import { isCurrency } from '../../../../quantity/units.ts';
import { matchAt } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import type { FoundUnit } from './found-unit.ts';
import type { RawFigure } from './raw-figure.ts';

type Subunit = readonly [code: string, shift: number, pattern: RegExp];

const subunits: readonly Subunit[] = [
  ['EUR', -2, /[\s\u00a0-]?(?:euro ?cents?\b|евроцент\p{L}*)|欧分/uy],
  ['USD', -2, /[\s\u00a0-]?(?:(?:us |u\.s\. |american )?cents?\b|¢|цент(?:а|ов|ы|у|ам|ами)?(?!\p{L}))|美分/uy],
  ['GBP', -2, /[\s\u00a0-]?(?:pence\b|penny\b|пенс(?:а|ов|ы)?(?!\p{L}))|便士/uy],
  ['RUB', -2, /[\s\u00a0-]?(?:копе(?:ек|йк\p{L}{1,3})(?!\p{L})|коп\.|коп(?!\p{L})|kopecks?\b|kopeks?\b)|戈比/uy],
  ['UAH', -2, /[\s\u00a0]?kopiykas?\b/y],
  ['INR', -2, /[\s\u00a0-]?pais[ae]\b/y],
  ['KZT', -2, /[\s\u00a0]?тиын\p{L}*/uy],
  ['CNY', -2, /[\s\u00a0]?(?:fen\b|фэн(?:ей|я|ь)(?!\p{L}))/uy],
];

/** With what the words above begin. */
const MAYBE_SUBUNIT = /^[\s\u00a0-]?[eucpkfецпктф¢]|^[欧美便戈角分]/;

/** Pence against the digits: 12.5p, but not the lines of a screen. */
const PENCE = /p(?![\p{L}\d/.]\S)/uy;
const SCREEN = /^(?:144|240|360|480|540|720|1080|1440|2160|4320)$/;
const JIAO = /角(?![度逐落色形球钢膜])/y;
const FEN = /分(?![之别钟公布类红行析店期数辨解量担工手裂享贝支部为成])/y;
/** 分 is also a mark or a minute: it is money where the sentence speaks of a price. */
const PRICED = /[价费元钱息币资税]|每[股度千斤克升公只件张]|[角毛]/;

/** The hundredth or tenth of a currency that begins at `position`. */
export function subunitAfter({ lower }: Sentence, position: number, coreStart: number): FoundUnit | undefined {
  if (!MAYBE_SUBUNIT.test(lower.slice(position, position + 2))) return undefined;
  for (const [unit, shift, pattern] of subunits) {
    const match = matchAt(pattern, lower, position);
    if (match !== null) return { unit, shift, end: position + match[0].length };
  }
  if (matchAt(PENCE, lower, position) !== null && /\d$/.test(lower.slice(coreStart, position)) && !SCREEN.test(lower.slice(coreStart, position)))
    return { unit: 'GBP', shift: -2, end: position + 1 };
  if (matchAt(JIAO, lower, position) !== null) return { unit: 'CNY', shift: -1, end: position + 1 };
  const isFen = matchAt(FEN, lower, position) !== null && PRICED.test(lower);
  return isFen ? { unit: 'CNY', shift: -2, end: position + 1 } : undefined;
}

const GAP = /^(?:[\s\u00a0](?:and[\s\u00a0]|и[\s\u00a0])?)?$/;

/** Joins a sum of money with the lower part that follows it: "45 руб. 50 коп." is 45.50. */
export function joinMoneyParts({ lower }: Sentence, figures: readonly RawFigure[]): readonly RawFigure[] {
  const joined: RawFigure[] = [];
  for (const next of figures) {
    const last = joined.at(-1);
    const sum = last !== undefined && isLowerPart(lower, last, next) ? withPart(last, next) : undefined;
    if (sum === undefined) joined.push(next);
    else joined.splice(-1, 1, sum);
  }
  return joined;
}

function isLowerPart(lower: string, whole: RawFigure, part: RawFigure): boolean {
  if (!isCurrency(whole.unit) || whole.unit !== part.unit || part.multiplier >= whole.multiplier || part.multiplier >= 0) return false;
  const isPlain = whole.multiplier <= 0 && whole.low === whole.high && part.low === part.high && part.sign === '' && /^\d{1,2}$/.test(part.low);
  return isPlain && part.qualifier === null && GAP.test(lower.slice(whole.end, part.start));
}

function withPart(whole: RawFigure, part: RawFigure): RawFigure {
  const magnitude = new Decimal(whole.low).abs().times(new Decimal(10).pow(whole.multiplier));
  const sum = decimalText(magnitude.plus(new Decimal(part.low).times(new Decimal(10).pow(part.multiplier))));
  const value = whole.low.startsWith('-') ? `-${sum}` : sum;
  return { ...whole, end: part.end, low: value, high: value, multiplier: 0 };
}
