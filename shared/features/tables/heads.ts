// What stands over the columns of a table: the cells of its head rows, those of wider heads first; and the period, unit and power
// of ten that they say.
import { monthNamed } from '../../period/index.ts';
import { readTyped } from '../passages/finder/index.ts';
import { blockOfCells } from '../sources/cells.ts';
import type { DateOrder } from './mapping.ts';
import { readPeriodWords } from './read-period.ts';
import { type Table, wordsAt } from './table.ts';

/** Words over a column, from above; '' where a row of heads has none. Columns count from 1. */
export type HeadsOver = (column: number) => readonly string[];

export function headsOver(table: Table, headRows: readonly number[]): HeadsOver {
  const rows = headRows.map((number) => table.rows.find(({ row }) => row === number));
  const width = Math.max(0, ...rows.map((row) => row?.shown.length ?? 0), ...table.merged.map((range) => blockOfCells(range)?.right ?? 0));
  const levels = rows.map((row, level) => {
    const words = Array.from({ length: width }, (_, index) => (row === undefined ? '' : wordsAt(row, index + 1)));
    const merges = table.merged
      .flatMap((range) => blockOfCells(range) ?? [])
      .filter(({ top, bottom }) => top <= headRows[level]! && headRows[level]! <= bottom);
    const isMerged = merges.some(({ left, right }) => right > left);
    for (const { top, left, right } of merges) {
      const of = top === headRows[level] ? words[left - 1]! : '';
      for (let column = left; column <= right; column += 1) words[column - 1] = of;
    }
    // A head of text alone that is wider than its column leaves the cells beside it empty.
    if (!isMerged && level < headRows.length - 1) carryRight(words);
    return words;
  });
  return (column) => levels.map((words) => words[column - 1] ?? '');
}

function carryRight(words: string[]): void {
  for (let index = 1; index < words.length; index += 1) if (words[index] === '' && index > 1) words[index] = words[index - 1]!;
}

/** The words over a column as one line. */
export function headLine(heads: readonly string[]): string {
  return [...new Set(heads.filter((words) => words !== ''))].join(' ');
}

/** The period that heads say together, or the nearest of them alone; undefined where none does. */
export function periodOfHeads(heads: readonly string[], order?: DateOrder): string | undefined {
  const said = heads.filter((words) => words !== '');
  const joined = [said.join(' '), said.toReversed().join(' '), said.join(''), inChinese(said)];
  for (const words of said.length > 1 ? joined : []) {
    const period = readPeriodWords(words, order);
    if (period !== undefined) return period;
  }
  const alone = said.map((words) => ({ words, period: readPeriodWords(words, order) ?? periodWithin(words, order) }));
  const found = [...new Set(alone.flatMap(({ period }) => period ?? []))];
  // Two periods over one column that make none together, or one beside what may be part of it: which is meant is not told.
  const isWhole = alone.every(({ words, period }) => period !== undefined || !isLikePeriod(words));
  return found.length === 1 && isWhole ? found[0] : undefined;
}

/** "2024" over "1-6月". */
function inChinese(said: readonly string[]): string {
  const year = said.find((words) => /^\d{4}年?$/.test(words));
  const part = said.find((words) => /[月季半]/u.test(words));
  return year === undefined || part === undefined ? '' : `${year.slice(0, 4)}年${part}`;
}

/** Words that may be part of a period: digits, a month, a quarter. */
export function isLikePeriod(words: string): boolean {
  return (
    /\d|[月季]|半年|(?:^|[^\p{L}])(?:кв|квартал|полугоди|мес|quarter|half|qtr)/iu.test(words) ||
    words.split(/[^\p{L}]+/u).some((word) => monthNamed(word) !== undefined)
  );
}

/** A period beside other words, as in "Sales, June 2024": only where it stands apart. */
function periodWithin(words: string, order: DateOrder | undefined): string | undefined {
  const parts = words.split(/[,;:()（）[\]，：]/u).map((part) => part.trim());
  const found = parts.flatMap((part) => readPeriodWords(part, order) ?? []);
  const last = /(?:^|\s)((?:19|20)\d\d)$/.exec(words)?.[1];
  const all = [...new Set(found.length > 0 ? found : last === undefined ? [] : [last])];
  return all.length === 1 ? all[0] : undefined;
}

export interface HeadUnit {
  readonly unit: string | null;
  readonly multiplier: number;
}

const pieces = /[(（[]([^()（）[\]]+)[)）\]]/gu;

/** The unit and power of ten that words over numbers say: "Стоимость, тыс. долл.", "出口量（万辆）", "Sales, $m". */
export function unitOfWords(words: string): HeadUnit | undefined {
  const bracketed = [...words.matchAll(pieces)].map((match) => match[1]!);
  const behind = words
    .replace(pieces, ' ')
    .split(/[,，;]/u)
    .slice(1);
  const after = /(?:^|\s)(?:in|в|unit:|ед\.|单位[:：])\s*(.+)$/iu.exec(words)?.[1];
  const whole = words.length > 2 || !/\p{L}/u.test(words) ? [words] : [];
  for (const piece of [...bracketed, ...behind, ...(after === undefined ? [] : [after]), ...whole]) {
    const unit = unitOfPiece(piece.trim());
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** Things that are counted one by one. */
const counted =
  /(?:^|[\s.])(?:шт|штук[аи]?|ед|единиц[аы]?|экз|pcs|pieces|units|cars|vehicles|stück|автомобил\p{L}*|автомашин\p{L}*|машин\p{L}*)\.?$/iu;

function unitOfPiece(piece: string): HeadUnit | undefined {
  if (piece === '' || piece.length > 40 || /\d/.test(piece.replace(/^['’]?000\b/, ''))) return undefined;
  const words = piece.replace(/^(?:in|в)\s+/iu, '').replace(/^['’]?000\b\s*/, 'thousand ');
  const isCounted = counted.test(words);
  if (isCounted && counted.exec(words)!.index === 0 && !words.trim().includes(' ')) return { unit: 'UNITS', multiplier: 0 };
  if (isCounted) {
    const scale = readTyped(`1 ${words.replace(counted, '').trim()}`);
    return 'quantity' in scale && scale.quantity.unit === null ? { unit: 'UNITS', multiplier: scale.quantity.multiplier } : undefined;
  }
  const currency = /^([$€£¥₽]|[A-Z]{3})\s*(k|m|mn|mln|bn|b|tn|thousand|million|billion)\.?$/iu.exec(words);
  const tried = [`1 ${words}`, `1${words}`, ...(currency === null ? [] : [`${currency[1]}1 ${currency[2]}`, `${currency[1]}1${currency[2]}`])];
  for (const text of tried) {
    const read = readTyped(text);
    if (!('quantity' in read) || read.quantity.low !== '1' || read.quantity.qualifier !== 'exact') continue;
    const { unit, multiplier } = read.quantity;
    if (unit !== null || multiplier !== 0) return { unit, multiplier };
  }
  return undefined;
}

/** What tells tables of one form from others; empty where there are no heads. */
export function headSignature(heads: readonly string[]): string {
  return heads.some((words) => words !== '') ? heads.join('\t').normalize('NFKC').toLowerCase().slice(0, 4000) : '';
}
