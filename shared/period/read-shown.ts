// Reads periods as they are shown to people (`formatPeriod`), in English, Russian and Chinese, so that what was copied out of a
// grid can be pasted into it: "Jun 2021", "H1 2023", "until 2025", "16 сент. 2023", "2023年上半年".
import { monthNamed } from './month-names.ts';
import { findPeriod, parsePeriod } from './parse.ts';

type Reader = readonly [pattern: RegExp, edtf: (parts: readonly string[]) => string | undefined];

const pad = (number: number | string) => String(number).padStart(2, '0');
const dash = '\\s*[–—-]\\s*';

function monthOf(name: string): string | undefined {
  const month = monthNamed(name);
  return month === undefined ? undefined : pad(month);
}

const halves: Readonly<Record<string, string>> = { '1': 'S1', '2': 'S2', 上: 'S1', 下: 'S2' };
const quarters: Readonly<Record<string, string>> = {
  1: 'Q1',
  2: 'Q2',
  3: 'Q3',
  4: 'Q4',
  I: 'Q1',
  II: 'Q2',
  III: 'Q3',
  IV: 'Q4',
  一: 'Q1',
  二: 'Q2',
  三: 'Q3',
  四: 'Q4',
};
const seasons: Readonly<Record<string, string>> = {
  spring: '21',
  summer: '22',
  autumn: '23',
  fall: '23',
  winter: '24',
  весна: '21',
  лето: '22',
  осень: '23',
  зима: '24',
  春: '21',
  夏: '22',
  秋: '23',
  冬: '24',
};

const word = '(\\p{L}+\\.?)';
const ofYear = (year: string | undefined, part: string | undefined) => (part === undefined ? undefined : `${year}-${part}`);

/** One date, or a span whose ends share a year. */
const readers: readonly Reader[] = [
  [/^(\d{4})年?$/u, ([year]) => year],
  [/^(\d{3})0(?:s|-е|年代)$/u, ([decade]) => `${decade}X`],
  [/^H([12])\s+(\d{4})$/iu, ([half, year]) => `${year}-S${half}`],
  [/^([12])-е полугодие\s+(\d{4})$/iu, ([half, year]) => `${year}-S${half}`],
  [/^(\d{4})年([上下])半年$/u, ([year, half]) => ofYear(year, halves[half!])],
  [/^Q([1-4])\s+(\d{4})$/iu, ([quarter, year]) => `${year}-Q${quarter}`],
  [/^(I{1,3}|IV)\s+кв\.?\s+(\d{4})$/u, ([quarter, year]) => ofYear(year, quarters[quarter!])],
  [/^(\d{4})年第?([一二三四])季度$/u, ([year, quarter]) => ofYear(year, quarters[quarter!])],
  [/^(\d{4})年([春夏秋冬])季$/u, ([year, season]) => ofYear(year, seasons[season!])],
  [/^(\p{L}+)\s+(\d{4})$/u, ([season, year]) => ofYear(year, seasons[season!.toLowerCase()])],
  [new RegExp(`^${word}\\s+(\\d{4})$`, 'u'), ([month, year]) => ofYear(year, monthOf(month!))],
  [/^(\d{4})年(\d{1,2})月$/u, ([year, month]) => `${year}-${pad(month!)}`],
  [new RegExp(`^(\\d{1,2})\\s+${word}\\s+(\\d{4})$`, 'u'), ([day, month, year]) => dayOf(year, monthOf(month!), day)],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})日$/u, ([year, month, day]) => dayOf(year, pad(month!), day)],
  [new RegExp(`^(\\d{4})${dash}(\\d{4})年?$`, 'u'), ([first, last]) => `${first}/${last}`],
  [
    new RegExp(`^${word}${dash}${word}\\s+(\\d{4})$`, 'u'),
    ([first, last, year]) => span(ofYear(year, monthOf(first!)), ofYear(year, monthOf(last!))),
  ],
  [new RegExp(`^(\\d{4})年(\\d{1,2})${dash}(\\d{1,2})月$`, 'u'), ([year, first, last]) => `${year}-${pad(first!)}/${year}-${pad(last!)}`],
  [
    new RegExp(`^(\\d{1,2})${dash}(\\d{1,2})\\s+${word}\\s+(\\d{4})$`, 'u'),
    ([first, last, month, year]) => span(dayOf(year, monthOf(month!), first), dayOf(year, monthOf(month!), last)),
  ],
  [
    new RegExp(`^(\\d{4})年(\\d{1,2})月(\\d{1,2})${dash}(\\d{1,2})日$`, 'u'),
    ([year, month, first, last]) => span(dayOf(year, pad(month!), first), dayOf(year, pad(month!), last)),
  ],
];

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): string | undefined {
  return month === undefined ? undefined : `${year}-${month}-${pad(day!)}`;
}

function span(first: string | undefined, last: string | undefined): string | undefined {
  return first === undefined || last === undefined ? undefined : `${first}/${last}`;
}

function readDate(text: string): string | undefined {
  for (const [pattern, edtf] of readers) {
    const match = pattern.exec(text);
    const read = match === null ? undefined : edtf(match.slice(1));
    if (read !== undefined) return findPeriod(read) === undefined ? undefined : read;
  }
  return findPeriod(text) === undefined || text.includes('/') ? undefined : text;
}

function readSpan(text: string): string | undefined {
  const from = /^(?:from|since|с)\s+(.+)$/iu.exec(text)?.[1] ?? /^自(.+)起$/u.exec(text)?.[1];
  if (from !== undefined) return span(readDate(from), '..');
  const until = /^(?:until|до)\s+(.+)$/iu.exec(text)?.[1] ?? /^至(.+)$/u.exec(text)?.[1];
  if (until !== undefined) return span('..', readDate(until));
  const between = /^(?:between\s+(.+)\s+and|между\s+(.+)\s+и)\s+(.+)$/iu.exec(text) ?? /^(.+)()与(.+)之间$/u.exec(text);
  if (between !== null) return choice(readDate(between[1] || between[2]!), readDate(between[3]!), '..');
  const or = text.split(/\s+(?:or|или)\s+|或/iu);
  if (or.length === 2) return choice(readDate(or[0]!), readDate(or[1]!), ',');
  const ends = text.split(/\s+[–—-]\s+/u);
  return ends.length === 2 ? span(readDate(ends[0]!), readDate(ends[1]!)) : undefined;
}

function choice(first: string | undefined, last: string | undefined, joint: string): string | undefined {
  return first === undefined || last === undefined ? undefined : `[${first}${joint}${last}]`;
}

/** EDTF of a period that is written as it is shown; undefined for anything else. */
export function readShownPeriod(text: string): string | undefined {
  const bare = text.normalize('NFC').replaceAll('\u00a0', ' ').trim();
  const isAbout = /^≈\s*/u.test(bare);
  const isUncertain = bare.endsWith('?');
  const inner = bare.replace(/^≈\s*/u, '').replace(/\?$/, '');
  const read = readDate(inner) ?? readSpan(inner);
  if (read === undefined) return undefined;
  const mark = isAbout && isUncertain ? '%' : isAbout ? '~' : isUncertain ? '?' : '';
  const marked = read.startsWith('[') ? read : `${read}${mark}`;
  return findPeriod(marked) === undefined ? undefined : marked;
}

/** EDTF of a typed period: EDTF itself, or a date as it is shown. @throws PeriodError for anything else. */
export function typedPeriod(text: string): string {
  const typed = text.trim();
  if (findPeriod(typed) !== undefined) return typed;
  const shown = readShownPeriod(typed);
  if (shown === undefined) parsePeriod(typed);
  return shown ?? typed;
}
