// The closed vocabulary of relative dates in English, Russian and Chinese.
import type { CalendarUnit } from './shift.ts';

export type RelativePhrase =
  | { readonly kind: 'unit'; readonly unit: CalendarUnit; readonly offset: number }
  | { readonly kind: 'until-end'; readonly unit: CalendarUnit; readonly offset: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly week?: number };

const offsetWords: readonly (readonly [number, RegExp])[] = [
  [-2, /^(?:позапрошл\S*|前|上上个?)$/u],
  [-1, /^(?:last|previous|prior|past|прошл\S*|минувш\S*|прошедш\S*|предыдущ\S*|истекш\S*|истёкш\S*|去|上个?)$/u],
  [0, /^(?:this|current|the current|эт\S*|текущ\S*|нынешн\S*|今|本|这个?|当)$/u],
  [1, /^(?:next|coming|the coming|следующ\S*|будущ\S*|грядущ\S*|наступающ\S*|明|下个?|来)$/u],
  [2, /^(?:后|下下个?)$/u],
];

const unitWords: readonly (readonly [CalendarUnit, RegExp])[] = [
  ['year', /^(?:year|год\S*|году|лет|年度?)$/u],
  ['half', /^(?:half|half-year|полугоди\S*|半年)$/u],
  ['quarter', /^(?:quarter|квартал\S*|季度?)$/u],
  ['month', /^(?:month|месяц\S*|月)$/u],
  ['week', /^(?:week|недел\S*|周|星期|礼拜)$/u],
  ['decade', /^(?:decade|десятилети\S*)$/u],
];

const singleWords: readonly (readonly [number, RegExp])[] = [
  [-2, /^(?:the day before yesterday|позавчера|前天)$/u],
  [-1, /^(?:yesterday|вчера|昨[天日])$/u],
  [0, /^(?:today|сегодня|今[天日])$/u],
  [1, /^(?:tomorrow|завтра|明[天日])$/u],
  [2, /^(?:the day after tomorrow|послезавтра|后天)$/u],
];

const weekdayWords: readonly RegExp[] = [
  /^(?:mon(?:day)?|понедельник\S*|(?:周|星期|礼拜)一)$/u,
  /^(?:tue(?:s|sday)?|вторник\S*|(?:周|星期|礼拜)二)$/u,
  /^(?:wed(?:nesday)?|сред[ауеы]|(?:周|星期|礼拜)三)$/u,
  /^(?:thu(?:rs|rsday)?|четверг\S*|(?:周|星期|礼拜)四)$/u,
  /^(?:fri(?:day)?|пятниц\S*|(?:周|星期|礼拜)五)$/u,
  /^(?:sat(?:urday)?|суббот\S*|(?:周|星期|礼拜)六)$/u,
  /^(?:sun(?:day)?|воскресень\S*|(?:周|星期|礼拜)[日天])$/u,
];

function lookUp<T>(table: readonly (readonly [T, RegExp])[], word: string): T | undefined {
  return table.find(([, pattern]) => pattern.test(word))?.[0];
}

/** 1 Monday … 7 Sunday; `undefined` for any other word. Lower case. */
export function findWeekday(word: string): number | undefined {
  const index = weekdayWords.findIndex((pattern) => pattern.test(word));
  return index === -1 ? undefined : index + 1;
}

const END_OF = /^(?:by |until )?(?:the )?end of (.+)$|^(?:к|до) конц[ау] (.+)$|^(?:到)?(.+)底(?:前|之前)?$/u;

/** Reads "last year", "прошлом году", "上个月", "yesterday", "last Thursday", "the end of the year". */
export function findRelativePhrase(words: string): RelativePhrase | undefined {
  const text = words.trim().toLowerCase().replace(/\s+/g, ' ');
  const day = lookUp(singleWords, text);
  if (day !== undefined) return { kind: 'unit', unit: 'day', offset: day };
  const weekday = findWeekday(text);
  if (weekday !== undefined) return { kind: 'weekday', weekday };
  const end = END_OF.exec(text);
  if (end !== null) return endOfUnit(end[1] ?? end[2] ?? end[3] ?? '');
  return offsetAndUnit(text);
}

function endOfUnit(rest: string): RelativePhrase | undefined {
  const inner = offsetAndUnit(rest.replace(/^(?:the|this) /, 'this ')) ?? offsetAndUnit(`this ${rest}`);
  return inner?.kind === 'unit' ? { ...inner, kind: 'until-end' } : undefined;
}

function offsetAndUnit(text: string): RelativePhrase | undefined {
  const [, first = '', second = ''] = /^(.+?) (\S+)$/u.exec(text) ?? splitChinese(text) ?? [];
  const offset = lookUp(offsetWords, first);
  if (offset === undefined) return undefined;
  const unit = lookUp(unitWords, second);
  if (unit !== undefined) return { kind: 'unit', unit, offset };
  const weekday = findWeekday(second);
  return weekday === undefined ? undefined : { kind: 'weekday', weekday, week: offset };
}

function splitChinese(text: string): RegExpExecArray | null {
  return /^(去|今|明|后|前|本|上上个?|上个?|下下个?|下个?|这个?|当|来)(年度?|半年|季度?|月|(?:周|星期|礼拜)[一二三四五六日天]?)$/u.exec(text);
}
