// One number and the words around it become a figure: sign, currency, qualifier before; unit, qualifier after.
import type { Qualifier } from '../../../../quantity/model.ts';
import { readScale } from '../../../../quantity/scale-words.ts';
import type { ReadNumber } from '../numbers/index.ts';
import { matchAt, matchBefore } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import { minusBracket } from './brackets.ts';
import { directionIn } from './change-words.ts';
import { currencyBefore } from './currencies.ts';
import { qualifierAfter, qualifierBefore } from './qualifiers.ts';
import type { RawFigure } from './raw-figure.ts';
import { unitAfter } from './units.ts';

/** A minus needs nothing, a space or an opening sign before it, else it is a dash, as in 40万-45万; "minus 5" is one in words. */
const SIGN = /(?:^|[\s([«"“:;,/=]|(?![十百千万亿元辆台个家])[\u2e80-\u9fff])(?<sign>[+\-−–])$/;
const SIGN_WORD = /(?:(?<![\p{L}])(?<sign>minus|plus|минус|плюс)\s|(?<han>(?<!正)负))$/u;

interface Core {
  readonly start: number;
  readonly sign: '+' | '-' | '';
  readonly currency: string | null;
}

export function assembleFigure(sentence: Sentence, read: ReadNumber): RawFigure {
  const { core, number } = withMinusBracket(sentence, readCore(sentence, read), read);
  const figure = assembled(sentence, core, number);
  return core.sign === '' && core.currency === null ? withOuterBracket(sentence, figure) : figure;
}

/** "(3,4) млрд руб.", "€(4.1) million": a scale after the bracket belongs to the number within. */
function withMinusBracket(sentence: Sentence, core: Core, number: ReadNumber): { readonly core: Core; readonly number: ReadNumber } {
  const bracket = number.form === 'digits' && core.sign === '' ? minusBracket(sentence, core.start, number.end) : undefined;
  if (bracket === undefined) return { core, number };
  const money = core.currency === null ? currencyBefore(sentence.text, bracket.start, false) : undefined;
  const scale = number.multiplier === 0 ? readScale(sentence.lower, bracket.end) : undefined;
  return {
    core: { start: money?.edge ?? bracket.start, sign: '-', currency: core.currency ?? money?.code ?? null },
    number: { ...number, end: scale?.end ?? bracket.end, multiplier: number.multiplier + (scale?.power ?? 0), isPlainInteger: false },
  };
}

/** "（1.2亿元）": the unit stands within. */
function withOuterBracket(sentence: Sentence, figure: RawFigure): RawFigure {
  const bracket = figure.unit === null || figure.qualifier !== null ? undefined : minusBracket(sentence, figure.start, figure.end);
  if (bracket === undefined) return figure;
  return { ...figure, ...bracket, coreStart: bracket.start, low: `-${figure.low}`, high: `-${figure.high}`, sign: '-' };
}

function assembled(sentence: Sentence, core: Core, number: ReadNumber): RawFigure {
  const inner = qualifierAfter(sentence.lower, number.end);
  const unitFrom = inner?.qualifier === 'over' ? inner.end : number.end;
  const unit = number.unit === null && core.currency === null ? unitAfter(sentence, unitFrom, core.start) : currencyTail(sentence, unitFrom, core);
  const afterUnit = unit?.end ?? unitFrom;
  const trailing = qualifierAfter(sentence.lower, afterUnit);
  const leading = leadingQualifier(sentence, core.start, number);
  return {
    start: leading?.start ?? core.start,
    end: trailing?.end ?? afterUnit,
    coreStart: core.start,
    number,
    low: signedText(number.low, core.sign),
    high: signedText(number.high, core.sign),
    multiplier: number.multiplier + (unit?.shift ?? 0),
    qualifier: leading?.qualifier ?? trailing?.qualifier ?? inner?.qualifier ?? number.qualifier,
    unit: number.unit ?? core.currency ?? unit?.unit ?? null,
    sign: core.sign,
    isMovement: false,
    change: null,
    direction: null,
  };
}

function readCore({ text, lower }: Sentence, number: ReadNumber): Core {
  if (number.form !== 'digits') {
    const word = matchBefore(SIGN_WORD, lower, number.start);
    return word === undefined
      ? { start: number.start, sign: '', currency: null }
      : { start: word.start, sign: signOf(word.groups.sign ?? '-'), currency: null };
  }
  const inner = signBefore(lower, number.start);
  const money = currencyBefore(text, inner?.start ?? number.start, number.isPlainInteger);
  const start = money?.edge ?? inner?.start ?? number.start;
  const outer = money === undefined ? undefined : signBefore(lower, start);
  return { start: outer?.start ?? start, sign: outer?.sign ?? inner?.sign ?? '', currency: money?.code ?? null };
}

function signBefore(lower: string, position: number): { readonly start: number; readonly sign: '+' | '-' | '' } | undefined {
  const mark = matchBefore(SIGN, lower, position);
  if (mark !== undefined) return { start: position - 1, sign: signOf(mark.groups.sign) };
  const word = matchBefore(SIGN_WORD, lower, position);
  return word === undefined ? undefined : { start: word.start, sign: signOf(word.groups.sign ?? '-') };
}

function signOf(written: string | undefined): '+' | '-' {
  return written === '+' || written === 'plus' || written === 'плюс' ? '+' : '-';
}

function signedText(value: string, sign: '+' | '-' | ''): string {
  return sign === '-' && value !== '0' ? `-${value}` : value;
}

/** "US$5 billion dollars" says its currency twice; "US$5 million" has no unit word of its own. */
function currencyTail(
  sentence: Sentence,
  position: number,
  core: Core,
): { readonly end: number; readonly unit: string; readonly shift: number } | undefined {
  if (core.currency === null) return undefined;
  const tail = unitAfter(sentence, position, core.start);
  const isPlainYuan = tail?.unit === 'CNY' && sentence.lower.slice(position, tail.end) === '元';
  return tail !== undefined && (tail.unit === core.currency || isPlainYuan) ? { ...tail, unit: core.currency } : undefined;
}

const TIME_UNIT = /[\s\u00a0-]?(?:years?|months?|weeks?|days?|quarters?|decades?|hours?|seasons?|лет|год|месяц|недел|дн|年|个月|个?季度|周|天)/y;

/** Verbs bound the number but are no part of the mention. */
const VERBS = /^(?:exceed|surpass|topp|near(?:ing|ed)|approach|starting|(?:не )?превы|не превос|приближа|не достиг|не дотяг|突破|逼近)/;

interface Leading {
  readonly start: number;
  readonly qualifier: Qualifier;
}

/** "Tiggo 7 Pro Max": a capital within a sentence is part of a name. */
const NAMED_MAX = /[\p{L}\d][\s\u00a0](?:Max|Min)(?: by| at| to)?[\s\u00a0]$/u;

/** "over five years" tells how long something took, 近三年 means the last three: neither bounds the number. */
function leadingQualifier({ text, lower }: Sentence, coreStart: number, number: ReadNumber): Leading | undefined {
  const found = qualifierBefore(lower, coreStart);
  if (found === undefined) return upToBefore(lower, coreStart);
  if (matchBefore(NAMED_MAX, text, coreStart) !== undefined) return undefined;
  if (/^(?:минимум|максимум|a?\s?(?:minimum|maximum))$/.test(found.words) && /^[-−–]/.test(lower.slice(coreStart))) return undefined;
  const isDuration = /^(?:over|近|under)$/.test(found.words) && matchAt(TIME_UNIT, lower, number.end) !== null;
  if (isDuration && matchBefore(/(?:\bfor |\bof |\baged |历时|耗时|长达|用了)$/, lower, found.start) === undefined) return undefined;
  return { start: VERBS.test(found.words) ? coreStart : found.start, qualifier: found.qualifier };
}

const UP_TO = /(?:^|[\s(])(?<words>до[\s\u00a0])$/;
/** "вырос до 5", "с 3 до 5", "от 3 до 5", "на 2%, до 5": the number is where something arrives, not its upper bound. */
const ARRIVES =
  /(?:(?:^|\s)на\s[\d(−-][^;]{0,40}[,—–-]\s?$)|(?:(?:^|\s)(?:с|со|от|из)\s(?:[^,;]|,(?=\d)){1,40}$)|(?:довест|довед|довел|довёл|измен|дойд|дошл|доросл|восстанов|прибли|отложен|перенес|близк)[^,;]*$|(?:[%\d]|раза?|п\.\s?п\.|пункта?|втрое|вдвое|вчетверо)\s?(?:[,—–-]\s?)$/;

/** Russian "до" before a number is "up to" unless something has moved there. */
function upToBefore(lower: string, coreStart: number): Leading | undefined {
  const match = matchBefore(UP_TO, lower, coreStart);
  if (match === undefined) return undefined;
  const start = coreStart - (match.groups.words?.length ?? 0);
  const clause = lower.slice(Math.max(0, start - 70), start);
  return directionIn(clause) !== null || ARRIVES.test(clause) ? undefined : { start, qualifier: 'at_most' };
}
