// Digits that letters touch: T77, M-12, 5G, 3rd and 4x4 are names; 100km, 15-year and sub-5% are quantities.
import { gluedUnitPattern } from '../../../../quantity/unit-words.ts';
import type { RawFigure } from '../figures/raw-figure.ts';
import { matchAt, matchBefore } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';

const DIGITS_GLUED_AFTER = /(?:st|nd|rd|th)(?![a-z])|[a-zа-яё]/iy;
const PHYSICAL = new RegExp(`(?:${gluedUnitPattern})(?![a-zа-яё\\d])`, 'iy');
const HYPHENATED = new RegExp(
  `-(?:(?:${gluedUnitPattern})(?![a-zа-яё])|(?:year|month|week|day|hour|minute|second|decade|quarter|point|percent|per|km|kilo|mile|met(?:re|er)|tonne|ton|inch|foot|feet|yard|acre|hectare|square|cubic|watt|volt|amp|gram|pound|ounce|gallon|litre|liter|carat|knot|strong|billion|million|thousand|fold|plus|odd|barrel|dollar|euro|yuan|rouble|ruble|horsepower|bed|seat\\b(?! ))|(?:лет|месяч|недель|днев|дневн|час|минут|процент|тысяч|миллион|миллиард|километр|метр|миллиметр|сантиметр|нанометр|микрометр|микрон|дюйм|фут|тонн|килограмм|грамм|литр|киловатт|мегаватт|ваттн|вольт|кратн|рубл|долл|градус|гектар|мест|сильн))`,
  'iy',
);

/** Letters or a hyphen and letters against the digits: T77, M-12, 5G, 3rd, 4x4. `undefined` when nothing touches. */
export function isGluedToWord({ text, lower }: Sentence, { number, coreStart, unit }: RawFigure): boolean | undefined {
  const isMoney = coreStart < number.start && unit !== null;
  const left = isMoney ? ' ' : lower.slice(Math.max(0, number.start - 3), number.start);
  if (/[a-zа-яё]$/.test(left) || /[a-zа-яё][.·/]$/.test(left) || /[a-zа-яё][-‐‑]$/.test(left) || /\d[x×х]$/.test(left) || /[a-zа-яё]\d\+$/.test(left))
    return !hasNumberPrefix(lower, number.start);
  const next = lower[number.end] ?? '';
  if (/^[GDKT](?![A-Za-z\d])/.test(text.slice(number.end, number.end + 2)) && unit === null && number.multiplier === 0) return true;
  if (/[x×х]/.test(next) && /\d/.test(lower[number.end + 1] ?? '')) return true;
  if (/[a-zа-яё]/.test(next) && unit === null)
    return matchAt(PHYSICAL, lower, number.end) === null && matchAt(DIGITS_GLUED_AFTER, text, number.end) !== null;
  if (/[-‐‑]/.test(next) && /[a-zа-яё]/.test(lower[number.end + 1] ?? '') && unit === null) return matchAt(HYPHENATED, lower, number.end) === null;
  if (/[./]/.test(next) && /[\p{L}\d]/u.test(lower[number.end + 1] ?? '') && number.isPlainInteger && unit === null)
    return !/^\/\s?[\p{L}]/u.test(lower.slice(number.end));
  return undefined;
}

/** "sub-5%", "non-10": prefixes that leave a number a number. */
function hasNumberPrefix(lower: string, position: number): boolean {
  return matchBefore(/(?<![a-zа-яё])(?:sub|mid|post|pre|non|under|over|plus|минус|плюс|под|до)[-‐‑]$/, lower, position) !== undefined;
}
