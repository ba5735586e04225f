// A cell of an edited spreadsheet beside what was exported: only one that says something else, to somebody who reads both, is a
// change. Formats, white space, the way in which a number or a day is written and what programs do when they save say nothing.
import { isUnread, type ReadCell } from '../../../../../shared/features/sources/read-sheet.ts';
import { findPeriod, readShownPeriod } from '../../../../../shared/period/index.ts';
import { decimalTextOf, readNumber, shiftPoint } from '../../../../../shared/quantity/index.ts';
import { type Cell, textOf } from '../cells.ts';

export type CellKind = 'text' | 'number' | 'period';

/** The words of a cell; '' for one that is empty or cannot be read. */
export function wordsOf(cell: ReadCell): string {
  if (cell === null || isUnread(cell)) return '';
  if (typeof cell === 'string') return cell.replace(/\r\n?/g, '\n').normalize('NFC').replace(/\s+$/, '');
  if (typeof cell === 'number') return decimalTextOf(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return 'day' in cell ? cell.day : `${decimalTextOf(cell.percent * 100)}%`;
}

export function isSame(cell: ReadCell, base: Cell, kind: CellKind): boolean {
  const [words, before] = [tidy(wordsOf(cell)), tidy(textOf(base))];
  if (words === before) return true;
  if (words === '' || before === '') return false;
  switch (kind) {
    case 'number':
      return numbersIn(cell, true).some((number) => isSameNumber(number, before));
    case 'period':
      return periodsIn(cell).some((period) => isSamePeriod(period, before));
    case 'text':
      return false;
  }
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function isSameNumber(one: string, other: string): boolean {
  return one === other || (/^-?\d+(\.\d+)?$/.test(other) && decimalTextOf(Number(one)) === decimalTextOf(Number(other)));
}

/**
 * Decimal texts that a cell may stand for. A text is read with a point and with a comma; behind a per cent format stands the
 * number that is shown, or, where somebody put the format over a number of per cents, that number.
 */
export function numbersIn(cell: ReadCell, isWide = false): string[] {
  if (typeof cell === 'number') return [decimalTextOf(cell)];
  if (typeof cell === 'object' && cell !== null && 'percent' in cell)
    return [decimalTextOf(cell.percent * 100), ...(isWide ? [decimalTextOf(cell.percent)] : [])];
  if (typeof cell !== 'string') return [];
  const text = cell.replace(/\s*%\s*$/, '').replace(/^'/, '');
  const read = (['point', 'comma'] as const).map((style) => readNumber(text, style));
  return [...new Set(read.flatMap((one) => ('value' in one ? [shiftPoint(one.value, one.multiplier)] : [])))];
}

/** EDTF of the periods that a cell may stand for: `03/04/2024` may be two. */
export function periodsIn(cell: ReadCell): string[] {
  const text = tidy(wordsOf(cell));
  const [, first, mark, second, year] = /^(\d{1,2})([./-])(\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  if (year !== undefined) {
    const day = (one: string, month: string) => `${year}-${month.padStart(2, '0')}-${one.padStart(2, '0')}`;
    const days = mark === '/' ? [day(first!, second!), day(second!, first!)] : [day(first!, second!)];
    return [...new Set(days)].filter((one) => findPeriod(one) !== undefined);
  }
  return findPeriod(text) !== undefined ? [text] : [readShownPeriod(text)].flatMap((one) => one ?? []);
}

export function isSamePeriod(one: string, other: string): boolean {
  const [a, b] = [findPeriod(one), findPeriod(other)];
  if (a === undefined || b === undefined) return false;
  return a.earliest === b.earliest && a.latest === b.latest && a.mode === b.mode && a.approximate === b.approximate && a.uncertain === b.uncertain;
}
