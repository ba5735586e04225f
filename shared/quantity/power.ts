// Powers of ten that are written out: 5×10⁶, 5 x 10^6, 10⁹, 1.2E+06.
import { matchSticky } from './sticky.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const EXPONENT = '(?:\\^\\(?(?<plain>[-−–+]?\\d{1,2})\\)?|(?<raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?![\\d⁰¹²³⁴⁵⁶⁷⁸⁹])';
const TIMES_TEN = new RegExp(`[\\s\\u00a0]?[×xх·⋅∙*✕][\\s\\u00a0]?10${EXPONENT}`, 'iy');
const OF_TEN = new RegExp(EXPONENT, 'y');
const MAYBE_POWER = /^\s?[×xх·⋅∙*✕]|^[\^⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹e]/i;
const SCIENTIFIC = /e(?<plain>[+-]?\d{1,2})(?![\d\p{L}]|\.\d)/iuy;

export interface WrittenPower {
  readonly end: number;
  readonly power: number;
  /** Set where the digits were the ten itself: 10⁹ is 1 × 10^9. */
  readonly value?: string;
}

/** The power that belongs to the digits between `start` and `end`. A lone raised sign is a mark of a note, unless it stands at a ten. */
export function readPower(text: string, start: number, end: number, value: string): WrittenPower | undefined {
  if (!MAYBE_POWER.test(text.slice(end, end + 2))) return undefined;
  const times = matchSticky(TIMES_TEN, text, end);
  if (times !== null) return within({ end: end + times[0].length, power: exponentOf(times) });
  if (value === '10' && text.slice(start, end) === '10') return powerOfTen(matchSticky(OF_TEN, text, end), end);
  const scientific = matchSticky(SCIENTIFIC, text, end);
  const isClear = scientific !== null && (/[+-]/.test(scientific[0]) || value.includes('.'));
  return isClear ? within({ end: end + scientific[0].length, power: exponentOf(scientific) }) : undefined;
}

/** 10² and 10¹ are as often notes as powers. */
function powerOfTen(match: RegExpExecArray | null, end: number): WrittenPower | undefined {
  if (match === null) return undefined;
  const power = exponentOf(match);
  const isNote = match.groups?.raised !== undefined && power >= 0 && power < 3;
  return isNote ? undefined : within({ end: end + match[0].length, power, value: '1' });
}

function exponentOf({ groups }: RegExpExecArray): number {
  const written = groups?.plain ?? groups?.raised ?? '0';
  const digits = [...written].map((sign) => (SUPERSCRIPTS.includes(sign) ? String(SUPERSCRIPTS.indexOf(sign)) : sign)).join('');
  return Number(digits.replace(/[⁻−–]/, '-').replace('⁺', ''));
}

/** What a multiplier can hold. */
function within(read: WrittenPower): WrittenPower | undefined {
  return read.power >= -12 && read.power <= 24 ? read : undefined;
}
