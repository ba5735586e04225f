// Names of models, indices and streets that a number belongs to: Omoda 5, S&P 500, 瑞虎7, 25 Main Street.

import { gluedUnitPattern } from '../../../../quantity/unit-words.ts';
import type { RawFigure } from '../figures/raw-figure.ts';
import { measureWords } from '../numbers/chinese-words.ts';
import { matchAt, matchBefore } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import { COUNTED } from './counted.ts';

const STREET_AFTER = /(?:[a-z]?\s[A-Z][\p{L}’'-]+){1,3}\s(?:Street|St|Avenue|Ave|Road|Rd|Lane|Boulevard|Blvd|Square|Drive|Embankment|Prospekt)\b/uy;
const STREET_BEFORE =
  /(?:улиц[аеыу]|ул\.|проспект[а-я]?|пр-т|переул(?:ок|ке)|шоссе|набережн[а-я]{1,2}|площад[ьи]|street|avenue|road)\s?[^,;\d]{0,30},\s$/;

/** "25 Tverskaya Street", "улица Ленина, 25". */
export function isAddress({ text, lower }: Sentence, { start, number }: RawFigure): boolean {
  return number.low.length <= 4 && (matchAt(STREET_AFTER, text, number.end) !== null || matchBefore(STREET_BEFORE, lower, start) !== undefined);
}

/** Words that may stand with a capital before a count at the start of a sentence. */
const OPENERS =
  /^(?:a|about|above|across|after|all|almost|among|an|and|another|any|approximately|around|as|at|before|below|between|but|by|down|during|each|every|exactly|except|fewer|for|from|further|full|half|if|in|including|its|just|last|less|like|more|most|nearly|next|no|not|of|off|on|only|or|our|out|over|past|per|plus|roughly|since|so|some|still|such|than|that|the|their|then|there|these|they|this|those|through|to|today|total|under|until|up|upon|was|we|were|what|when|where|while|who|with|within|without|yet|you|hire[ds]?|sold|buil[dt]|made|in total|or)$/i;
const NAME_BEFORE = /(?:^|[^\p{L}\p{N}])(?<name>\p{Ll}?\p{Lu}[\p{L}\p{N}’'.&-]*)[\s\u00a0]$/u;

/** A capitalised word right before a short bare number names it: a model, an index, a standard. */
export function isNamed({ text, lower }: Sentence, { start, number }: RawFigure): boolean {
  const match = matchBefore(NAME_BEFORE, text, start);
  const name = match?.groups.name;
  if (match === undefined || name === undefined || number.low.length > 4 || OPENERS.test(name)) return false;
  if (matchAt(COUNTED, lower, number.end) !== null || matchAt(MEASURED_UNIT, lower, number.end) !== null) return false;
  return /[А-ЯЁ]/.test(name) ? isRussianName({ lower, text }, match.start, number) : true;
}

/** A physical unit after the number shows that it measures. */
export const MEASURED_UNIT = new RegExp(`[\\s\\u00a0](?:${gluedUnitPattern})(?![a-zа-яё])`, 'y');

/** "Добыто 4", "Собрали 12": a sentence that begins with what was done. */
const RUSSIAN_VERB = /^\P{L}?\p{Lu}[а-яё]+(?:т|н|л)[оаи][\s\u00a0]$/u;

const RUSSIAN_OPENERS =
  /^\P{L}?(?:ещё|еще|всего|только|лишь|из|другие|около|остальн\p{L}+|первы\p{L}+|почти|свыше|более|менее|не|за|до|от|на|во?|со?|ко?|по|у|об?|при|для|через|примерно|порядка|как|и|а|но|или|уже|все|эти|те|наши|минимум|максимум|итого|плюс|минус|последни\p{L}+|следующи\p{L}+|ближайши\p{L}+|каждые|после|кроме|среди|сразу|осталось|построено|продано)(?!\p{L})/iu;

/** A Russian place name can stand before a count ("в Москве 300 автобусов"): a name needs a short number and no noun after it. */
function isRussianName({ lower, text }: Pick<Sentence, 'lower' | 'text'>, nameStart: number, number: RawFigure['number']): boolean {
  if (number.low.length > 2 || RUSSIAN_OPENERS.test(text.slice(nameStart))) return false;
  if (nameStart <= 1 && RUSSIAN_VERB.test(text.slice(nameStart, number.start))) return false;
  return (
    matchAt(
      /[\s\u00a0](?!(?:и|в|на|с|по|за|из|от|для|не|а|но|был|будет|стал)\s)[а-яё]+(?<!л|ла|ло|ли|лся|лась|лись|ет|ит|ют|ят)(?![а-яё])/y,
      lower,
      number.end,
    ) === null
  );
}

const MEASURED = new RegExp(`[\\s]?(?:${measureWords}|(?:至|到|[-–—~～])\\d|[，,、；;]?$)`, 'y');
const LEADS_TO_NUMBER = /[到至达为是约超逾近有共计增降减仅报过的于以在成占率比数量额值价和与及、，从由]$/;

const STRONG_LEAD = /(?:[达增降升减提跌涨扩缩][到至]|[为是有共约仅、，])$/;

/** 瑞虎7, 沪深300: digits against a Han word with no measure word after them. */
export function isHanName({ lower }: Sentence, { start, number }: RawFigure): boolean {
  if (!/[\u4e00-\u9fff]/.test(lower[start - 1] ?? '') || number.low.length > 4) return false;
  if (matchAt(MEASURED, lower, number.end) !== null && lower[number.end] !== undefined) return false;
  const leads = number.low.length < 3 ? STRONG_LEAD : LEADS_TO_NUMBER;
  return !leads.test(lower.slice(Math.max(0, start - 2), start));
}
