// Numbers that name instead of counting: models, decrees, pages, codes, roads, ordinals, versions, times, phones.
import { gluedUnitPattern } from '../../../../quantity/unit-words.ts';
import type { RawFigure } from '../figures/raw-figure.ts';
import { matchAt, matchBefore } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import { isGluedToWord } from './glued.ts';
import { isLabelled } from './labels.ts';
import { isAddress, isHanName, isNamed } from './names.ts';

/** "at a level of 16–17%", "占12、33及55%": the end of a range or a list says what all are; a margin follows only a quantity. */
const RANGE_OF_QUANTITY = new RegExp(
  `[\\s\\u00a0]?±|(?:[-–—]|(?:(?:,\\s|、)\\d[\\d.]{0,12}){0,6}(?:,?\\s(?:and|or|и|или|либо)\\s|和|与|及|以及|或))\\d[\\d.,]{0,12}[\\s\\u00a0]?(?:%|per ?cent|процент|п\\.|тыс|млн|млрд|трлн|million|mln|mn|billion|bln|bn|trillion|万|亿|руб|(?:${gluedUnitPattern})(?![a-zа-яё]))`,
  'y',
);

/** Digits in a row that nobody would count without groups. */
const shortestId = 11;

/** True when the number names something. Money, per cent, scales and qualifiers are never part of a name. */
export function isDesignation(sentence: Sentence, figure: RawFigure): boolean {
  const { number } = figure;
  if (number.form !== 'digits') return false;
  if (matchBefore(/第\s?$/, sentence.lower, number.start) !== undefined) return true;
  const isGlued = isGluedToWord(sentence, figure);
  if (isGlued !== undefined) return isGlued;
  if ((figure.unit !== null && figure.unit !== 'UNITS') || figure.multiplier !== 0) return false;
  if (matchAt(RANGE_OF_QUANTITY, sentence.lower, number.end) !== null) return false;
  if (isLabelled(sentence, figure) || isTimeOrVersion(sentence, figure)) return true;
  if (number.isPlainInteger && number.low.length >= shortestId) return true;
  if (figure.qualifier !== null || !number.isPlainInteger) return false;
  return isNamed(sentence, figure) || isHanName(sentence, figure) || isAddress(sentence, figure);
}

const BRACKET_NOTE = /\[$/;
const CLOCK_BEFORE = /\d[:点时]$/;
const CLOCK_AFTER = /:\d|\s?(?:a\.m\.|p\.m\.|am\b|pm\b|o['’]clock)|\sчас(?:ов|а)? (?:утра|вечера|дня|ночи)|[点时](?:\d|整|半|分|，|,|左右|前|$)/y;

function isTimeOrVersion({ lower }: Sentence, { start, number }: RawFigure): boolean {
  // Points of an index have decimals or more than a day has hours.
  const isHour = number.isPlainInteger && Number(number.low) <= 24;
  const clockAfter = matchAt(CLOCK_AFTER, lower, number.end);
  if (matchBefore(CLOCK_BEFORE, lower, number.start) !== undefined || (clockAfter !== null && (isHour || !clockAfter[0].startsWith('点'))))
    return true;
  if (matchBefore(BRACKET_NOTE, lower, start) !== undefined && lower[number.end] === ']') return true;
  if (matchAt(/\.\d+\.\d|\.\d+$/y, lower, number.end) !== null && number.isPlainInteger) return true;
  const isListMark = number.isPlainInteger && /^\s*[(]?$/.test(lower.slice(0, start)) && matchAt(/[.)](?:\s|$)/y, lower, number.end) !== null;
  return isListMark || matchBefore(/\d\.$/, lower, number.start) !== undefined;
}
