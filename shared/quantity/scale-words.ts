// Words for powers of ten in the languages that figures are written in. The finder, cells and typed numbers share them.
import { matchSticky } from './sticky.ts';

/** Latin words and abbreviations, without their plural s. Letters alone (k, m, b) count only against digits: see `letterScales`. */
export const latinScales: Readonly<Record<string, number>> = {
  thousand: 3,
  lakh: 5,
  lac: 5,
  million: 6,
  mln: 6,
  mn: 6,
  crore: 7,
  billion: 9,
  bln: 9,
  bn: 9,
  'lakh crore': 12,
  trillion: 12,
  trn: 12,
  tn: 12,
  tsd: 3,
  mio: 6,
  millionen: 6,
  mrd: 9,
  mld: 9,
  mlrd: 9,
  milliard: 9,
  milliarden: 9,
  millones: 6,
  milione: 6,
  milioni: 6,
  miliardi: 9,
};

/** Abbreviations that end in a dot which belongs to them, as German and its neighbours write. */
const dotted = 'tsd|mio|mrd|mld|mlrd|mln';

/** k, m, b, t glued to digits. */
export const letterScales: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9, t: 12, tn: 12 };

/** Power of ten of scales, as they stand after digits. */
export const hanScales: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
};

function alternatives(words: Readonly<Record<string, number>>): string {
  return Object.keys(words)
    .toSorted((a, b) => b.length - a.length)
    .join('|');
}

/** Alternatives for a pattern, longest first. */
export const hanScalePattern = alternatives(hanScales);

/** Alternatives for a pattern over lower-case text: `lakh crore` before `lakh`; a plural s and the dot of an abbreviation included. */
export const latinScalePattern = `(?:(?:${dotted})\\.|(?:${alternatives(latinScales)})s?(?![a-z]))`;

/** Power of ten of a Latin scale as it was written; 0 for any other word. */
export function latinPower(written: string): number {
  const word = written.toLowerCase().replace(/\.$/, '').replace(/\s+/, ' ');
  return latinScales[word] ?? latinScales[word.replace(/s$/, '')] ?? 0;
}

/** Power of ten of a Russian scale word or its abbreviation; 0 for any other. */
export function russianPower(word: string): number {
  if (word.startsWith('тыс')) return 3;
  if (word.startsWith('млн') || word.startsWith('миллион')) return 6;
  if (word.startsWith('млрд') || word.startsWith('миллиард')) return 9;
  if (word.startsWith('трлн') || word.startsWith('триллион')) return 12;
  return word.startsWith('сот') ? 2 : word.startsWith('десят') ? 1 : 0;
}

const LATIN = new RegExp(`[\\s\\u00a0-]?(${latinScalePattern})`, 'iy');
const LETTER = /(k|m|b|tn|t)(?![\p{L}\d])/iuy;
const RUSSIAN = /[\s\u00a0]?(тыс\.?|тысяч\p{L}*|(?:млн|млрд|трлн)\.?|миллион\p{L}*|миллиард\p{L}*|триллион\p{L}*)(?!\p{L})/iuy;
const HAN = new RegExp(`\\s?(${hanScalePattern})`, 'y');

export interface FoundScale {
  readonly end: number;
  readonly power: number;
}

/** The scale that begins at `position`, right after the digits or after a space. */
export function readScale(text: string, position: number): FoundScale | undefined {
  const readers: readonly (readonly [RegExp, (word: string) => number])[] = [
    [LATIN, latinPower],
    [LETTER, (word) => letterScales[word.toLowerCase()] ?? 0],
    [RUSSIAN, (word) => russianPower(word.toLowerCase())],
    [HAN, (word) => hanScales[word] ?? 0],
  ];
  for (const [pattern, powerOf] of readers) {
    const match = matchSticky(pattern, text, position);
    if (match !== null) return { end: position + match[0].length, power: powerOf(match[1] ?? '') };
  }
  return undefined;
}
