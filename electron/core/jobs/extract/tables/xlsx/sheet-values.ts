// What the cells of a spreadsheet hold, apart from how it is shown: for comparing a file with what it was. Only days and per
// cents depend on a format, since without it nobody could tell 45,000 from a day of 2023.
import type { ReadCell } from '../../../../../../shared/features/sources/read-sheet.ts';
import { isoSerial } from '../formats/date-format.ts';
import { formattedNumber } from '../formats/number-format.ts';
import type { XlsxPackage } from './package.ts';
import { unescaped } from './rich-text.ts';
import type { FoundCell } from './sheet-cells.ts';

/** A sign in words of the format says nothing of the number. */
function isPercent(format: string): boolean {
  return format.replace(/"[^"]*"|\\./g, '').includes('%');
}

export function createValueOf({ sharedStrings, formats, is1904 }: Omit<XlsxPackage, 'sheets'>) {
  /** How a style shows numbers, worked out once. */
  const shows = new Map<number, 'day' | 'percent' | 'number'>();

  function showsAs(style: number): 'day' | 'percent' | 'number' {
    const known = shows.get(style);
    if (known !== undefined) return known;
    const format = formats[style] ?? 'General';
    const shown = formattedNumber(40_000.25, format);
    const kind = /^\d{4}-\d\d|^\d{4}$|^\d\d:\d\d/.test(shown) && !/[0#?]/.test(format) ? 'day' : isPercent(format) ? 'percent' : 'number';
    shows.set(style, kind);
    return kind;
  }

  return ({ type, style, hasFormula, value, formula }: FoundCell, words: () => string): ReadCell => {
    if (type === 'inlineStr') return words();
    if (value === '' && type !== 'str') return hasFormula ? { formula: `=${formula}`.slice(0, 200) } : null;
    if (type === 's') return sharedStrings[Number(value)] ?? null;
    if (type === 'b') return value === '1' || value === 'true';
    if (type === 'e') return { error: value };
    if (type === 'str') return unescaped(value);
    const number = type === 'd' ? isoSerial(value) : Number(value);
    if (number === undefined || !Number.isFinite(number)) return value;
    if (type === 'd') return { day: formattedNumber(number, 'General', { isDate: true }) };
    const kind = showsAs(style);
    if (kind === 'number') return number;
    return kind === 'percent' ? { percent: number } : { day: formattedNumber(number, formats[style] ?? 'General', { is1904 }) };
  };
}
