// Shares in Russian words: половина, треть, две трети, десятая часть, каждый пятый, один из четырёх.
import { matchAt, matchBefore } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Token } from '../text/tokens.ts';
import { type Numeral, percentOf, share } from './numeral.ts';
import { russianDenominators, russianNumbers } from './russian-words.ts';

const HALF = /(?:наполовину|вполовину|половин(?:а|ы|е|у|ой)|полов(?:и)?н)(?!\p{L})/uy;
const THIRD = /(?:одн\p{L}+\s+|(две|двух|двум|двумя)\s+)?трет(?:ь|и|ью|ей|ям|ями)(?!\p{L})/uy;
const QUARTER = /(?:одн\p{L}+\s+|(три|тр[её]х|тр[её]м|тремя)\s+)?четверт(?:ь|и|ью|ей|ям|ями)(?!\p{L})/uy;
const denominators = russianDenominators.map(([, stem]) => stem).join('|');
const NTH_PART = new RegExp(`(?:(\\p{L}+)\\s+)?(${denominators})(?:ая|ой|ую|ые|ых|ьей|ья|ью|ьи|ьих)\\s+(?:част|дол)\\p{L}+`, 'uy');
const EVERY_NTH = new RegExp(
  `кажд(?:ый|ая|ое|ого|ой|ому|ым|ом|ую)\\s+(${denominators})(?:ый|ой|ий|ая|ое|ья|ье|ого|ьего|ему|ому|ьему|ую|ью)(?!\\p{L})`,
  'uy',
);
const ONE_OF = /(\p{L}+|\d+)\s+из\s+(\p{L}+|\d+)(?!\p{L})/uy;

export function readRussianShare(sentence: Sentence, tokens: readonly Token[], index: number): Numeral | undefined {
  const token = tokens[index]!;
  const { lower } = sentence;
  return readHalf(lower, token) ?? readThirdOrQuarter(lower, token) ?? readNth(lower, token) ?? readOneOf(lower, token);
}

/** After "first" or "second", or before a unit of time, a half is a part of the calendar. */
function readHalf(lower: string, token: Token): Numeral | undefined {
  const match = matchAt(HALF, lower, token.start);
  if (match === null || matchBefore(/(?:перв|втор|друг)\p{L}+\s$/u, lower, token.start) !== undefined) return undefined;
  if (matchBefore(/(?:^|\s)с\s$/u, lower, token.start) !== undefined && match[0] === 'половиной') return undefined;
  return share(token.start, token.start + match[0].length, '50');
}

function readThirdOrQuarter(lower: string, token: Token): Numeral | undefined {
  const third = matchAt(THIRD, lower, token.start);
  if (third !== null && !isOrdinalThird(lower, token, third)) {
    return share(token.start, token.start + third[0].length, third[1] === undefined ? '33.3' : '66.7');
  }
  const quarter = matchAt(QUARTER, lower, token.start);
  return quarter === null ? undefined : share(token.start, token.start + quarter[0].length, quarter[1] === undefined ? '25' : '75');
}

/** "третью", "третей" are forms of "the third" as well: only "на" or a qualifier before them makes a share. */
function isOrdinalThird(lower: string, token: Token, match: RegExpExecArray): boolean {
  return match[1] === undefined && /(?:ью|ей)$/.test(match[0]) && matchBefore(/(?:почти|около|более|менее)\s$/u, lower, token.start) === undefined;
}

function denominatorOf(stem: string): number {
  return russianDenominators.find(([, pattern]) => new RegExp(`^${pattern}$`, 'u').test(stem))?.[0] ?? 1;
}

function readNth(lower: string, token: Token): Numeral | undefined {
  const every = token.text.startsWith('кажд') ? matchAt(EVERY_NTH, lower, token.start) : null;
  if (every !== null) return share(token.start, token.start + every[0].length, percentOf(1, denominatorOf(every[1] ?? '')));
  const part = /^(?:одн|дв|тр|чет|пят|шес|сем|сед|вос|дев|дес|дву|втор|сот)/u.test(token.text) ? matchAt(NTH_PART, lower, token.start) : null;
  if (part === null) return undefined;
  const top = part[1] === undefined ? 1 : russianNumbers.get(part[1])?.value;
  return top === undefined ? undefined : share(token.start, token.start + part[0].length, percentOf(top, denominatorOf(part[2] ?? '')));
}

const PEOPLE_OR_CARS =
  /\s+(?:покупател|респондент|опрошенн|росси|жител|водител|клиент|потребител|семей|работник|сотрудник|автовладельц|автомобил|машин|за[её]мщик|новых|проданных)/uy;

/** "семь из десяти", "один из четырёх покупателей"; "one of the four plants" is no share. */
function readOneOf(lower: string, token: Token): Numeral | undefined {
  if (!russianNumbers.has(token.text)) return undefined;
  const match = matchAt(ONE_OF, lower, token.start);
  const part = russianNumbers.get(match?.[1] ?? '');
  const whole = russianNumbers.get(match?.[2] ?? '');
  if (match === null || part?.kind !== 'unit' || whole === undefined || whole.kind === 'scale' || part.value >= whole.value) return undefined;
  if (part.value === 1 && matchAt(PEOPLE_OR_CARS, lower, token.start + match[0].length) === null) return undefined;
  return share(token.start, token.start + match[0].length, percentOf(part.value, whole.value));
}
