// The unit word after a number: per cent, points, times, generic units, money. Counted nouns and physical units stay outside.
import { matchAt, matchBefore } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import { currencyAfter } from './currencies.ts';
import type { FoundUnit } from './found-unit.ts';
import { subunitAfter } from './subunits.ts';

const BASIS_POINTS = /[\s\u00a0-]?(?:basis points?\b|bps?\b(?!\/)|б\.\s?п\.|базисн\p{L}+ пункт\p{L}*|个?基点|个bps?(?![a-z]))/uy;
const POINTS =
  /[\s\u00a0-]?(?:percentage[ -]points?\b|per ?cent points?\b|%[ -]points?\b|ppts?\b|pps?\b|p\.\s?p\.|процентн\p{L}+ пункт\p{L}*|п\.?[\s\u00a0]?п\.|п\.?п\.?(?![\p{L}])|%-н\p{L}+ пункт\p{L}*|个?百分点)/uy;
const PERCENT = /[\s\u00a0-]?(?:%|percent\b|per[ -]cent\b|pct\b|pc\b|процент(?:ов|а|ы|у|ам|ами|ах|ом|е)?(?!\p{L})|-?процентн\p{L}+|проц\.)/uy;
const TIMES =
  /[\s\u00a0-]?(?:times\b(?! (?:a|per|each|every) (?:day|week|month|year|quarter)| in a row)|fold\b)|[x×](?![\p{L}\d])|倍|[\s-]?кратн\p{L}+/uy;
const RUSSIAN_TIMES = /[\s\u00a0]раза?(?!\p{L})/uy;
const UNITS = /[\s\u00a0-]?(?:units?\b|единиц\p{L}*|ед\.|辆|台(?![湾风]))/uy;
const BARE_POINTS = /[\s\u00a0-](?:points?\b|пункт(?:а|ов|ам|ами|ах|ы)?(?!\p{L}))/uy;

/** Words that show that points are points of a percentage and not of an index. */
const SHARE_CONTEXT = /%|per ?cent|\b(?:share|rate|margin|lead|yield)|дол[яиюе]|ставк|процент|рентабель|市场份额/;
const INDEX_CONTEXT = /\bindex|\bdow\b|nasdaq|s&p|индекс|рейтинг/;

/** The unit that begins at `position`, after the number whose sign and currency begin at `coreStart`. */
export function unitAfter(sentence: Sentence, position: number, coreStart: number): FoundUnit | undefined {
  const { text, lower } = sentence;
  const basis = matchAt(BASIS_POINTS, lower, position);
  if (basis !== null) return { unit: 'PP', end: position + basis[0].length, shift: -2 };
  const points = matchAt(POINTS, lower, position) ?? sharePoints(lower, position, coreStart);
  if (points !== null) return { unit: 'PP', end: position + points[0].length, shift: 0 };
  const percent = matchAt(PERCENT, lower, position);
  if (percent !== null) return { unit: 'PCT', end: position + percent[0].length, shift: 0 };
  const times = matchAt(TIMES, lower, position) ?? russianTimes(lower, position, coreStart);
  if (times !== null) return { unit: 'TIMES', end: position + times[0].length, shift: 0 };
  const units = matchAt(UNITS, lower, position);
  if (units !== null) return { unit: 'UNITS', end: position + units[0].length, shift: 0 };
  const part = subunitAfter(sentence, position, coreStart);
  if (part !== undefined) return part;
  const money = currencyAfter(text, lower, position);
  return money === undefined ? undefined : { unit: money.code, end: money.edge, shift: 0 };
}

/** An index stands in the hundreds and thousands; points of a share do not. */
function sharePoints(lower: string, position: number, coreStart: number): RegExpExecArray | null {
  if (/\d{3}|тыс|thousand/.test(lower.slice(coreStart, position))) return null;
  const match = matchAt(BARE_POINTS, lower, position);
  return match !== null && SHARE_CONTEXT.test(lower) && !INDEX_CONTEXT.test(lower) ? match : null;
}

/** "в 3 раза" and "в 1,5–2 раза" are factors, "три раза" counts occasions. */
function russianTimes(lower: string, position: number, coreStart: number): RegExpExecArray | null {
  const match = matchAt(RUSSIAN_TIMES, lower, position);
  return match !== null &&
    matchBefore(/(?:^|[\s(])в[\s\u00a0](?:[\d,.]+|\p{L}+)?(?:(?<=[\d\p{L}])(?:\s?[-–—]\s?|\s(?:или|до)\s))?$/u, lower, coreStart) !== undefined
    ? match
    : null;
}
