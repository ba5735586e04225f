// One row of an edited sheet, seen through the columns of the export.

import { blockOfCells, columnName } from '../../../../../shared/features/sources/cells.ts';
import { isUnread, type ReadCell, type ReadRow } from '../../../../../shared/features/sources/read-sheet.ts';
import { digestHeader } from '../base.ts';
import type { Cell, Head } from '../cells.ts';
import { idHeader, keyHeader, passagesHeader } from '../claim-columns.ts';
import { sourceIdHeader } from '../source-columns.ts';
import type { FoundSheet } from './find-sheets.ts';
import { type CellKind, isSame, wordsOf } from './read-cell.ts';

export interface RowView {
  /** From 1. */
  readonly number: number;
  readonly marks: { readonly id: string; readonly key: string; readonly passages: string; readonly digest: string };
  readonly hasMarks: boolean;
  /** A mark is a formula without a result, or an error: nobody can tell which row it is. */
  readonly isUntold: boolean;
  /** Nothing stands in a column of the export. */
  readonly isOwn: boolean;
  cell(index: number): ReadCell;
  /** Where a column of the export stands in this row, such as `J5`; undefined where the file has no such column. */
  place(index: number): string | undefined;
  /** The cell was made one with another, which holds what it says. */
  isMerged(index: number): boolean;
  /** Columns with a field that say something else than the export did. */
  differences(exported: readonly Cell[]): number[];
  /** Share of the filled cells that say the same, where enough of them do. */
  likeness(exported: readonly Cell[]): number;
  says(other: RowView): boolean;
  asExported(): Cell[];
}

const numbers = new Set(['low', 'high', 'multiplier', 'credibility']);
const periods = new Set(['period', 'madeOn', 'until', 'publishedOn', 'retrievedOn', 'deadline', 'vintage']);

export function cellKind(field: string | undefined): CellKind {
  if (field === undefined) return 'text';
  return numbers.has(field) ? 'number' : periods.has(field) ? 'period' : 'text';
}

/** Cells that must say the same before a row without marks is taken for that of a record. */
const fewestSame = 5;

export function rowViews({ sheet, headAt, columns, part }: FoundSheet, heads: readonly Head[]): RowView[] {
  const merged = mergedCells(sheet.merged);
  const isSource = part.kind === 'source';
  const at = new Map(heads.map(({ header }, index) => [header, index]));
  const marks = {
    id: at.get(isSource ? sourceIdHeader : idHeader),
    key: at.get(keyHeader),
    passages: at.get(passagesHeader),
    digest: at.get(digestHeader),
  };
  const fields = heads.flatMap(({ field }, index) => (field === undefined || columns[index] === undefined ? [] : [index]));
  const kinds = heads.map(({ field }) => cellKind(field));
  return sheet.rows.slice(headAt + 1).map((row) => viewOf(row, { columns, marks, fields, kinds, merged, heads }));
}

interface Layout {
  readonly heads: readonly Head[];
  readonly columns: readonly (number | undefined)[];
  readonly marks: Readonly<Record<keyof RowView['marks'], number | undefined>>;
  /** Columns that can be read back and that the file has. */
  readonly fields: readonly number[];
  readonly kinds: readonly CellKind[];
  readonly merged: ReadonlySet<string>;
}

function viewOf({ row, cells }: ReadRow, { heads, columns, marks, fields, kinds, merged }: Layout): RowView {
  const cell = (index: number): ReadCell => {
    const column = columns[index];
    return column === undefined ? null : (cells[column] ?? null);
  };
  const mark = (index: number | undefined) => (index === undefined ? null : cell(index));
  const said = { id: mark(marks.id), key: mark(marks.key), passages: mark(marks.passages), digest: mark(marks.digest) };
  const words = { id: text(said.id), key: text(said.key), passages: text(said.passages), digest: text(said.digest) };
  const place = (index: number) => {
    const column = columns[index];
    return column === undefined ? undefined : `${columnName(column + 1)}${row}`;
  };
  return {
    number: row,
    marks: words,
    hasMarks: Object.values(words).some((one) => one !== ''),
    isUntold: Object.values(said).some(isUnread),
    isOwn: fields.every((index) => isEmpty(cell(index))),
    cell,
    place,
    isMerged: (index) => merged.has(place(index) ?? ''),
    differences: (exported) => fields.filter((index) => !isSame(cell(index), exported[index] ?? null, kinds[index]!)),
    likeness(exported) {
      const filled = heads.flatMap((_, index) => (isEmpty(cell(index)) && isNothing(exported[index]) ? [] : [index]));
      const same = filled.filter((index) => !isEmpty(cell(index)) && isSame(cell(index), exported[index] ?? null, kinds[index]!)).length;
      const known = filled.filter((index) => columns[index] !== undefined).length;
      return same < fewestSame ? 0 : same / known;
    },
    says: (other) => fields.every((index) => wordsOf(cell(index)) === wordsOf(other.cell(index))),
    asExported: () => heads.map((_, index) => wordsOf(cell(index))),
  };
}

function text(cell: ReadCell): string {
  return wordsOf(cell).trim();
}

function isEmpty(cell: ReadCell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

function isNothing(cell: Cell | undefined): boolean {
  return cell === undefined || cell === null || cell === '';
}

/** Most cells of one range that are looked at: what is merged over whole columns is no table. */
const mostMerged = 100_000;

/** All cells of merged ranges but the first. */
function mergedCells(ranges: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const range of ranges) {
    const block = blockOfCells(range);
    if (block === undefined || all.size > mostMerged) continue;
    for (let row = block.top; row <= Math.min(block.bottom, block.top + mostMerged); row += 1)
      for (let column = block.left; column <= Math.min(block.right, block.left + 1000); column += 1)
        if (row !== block.top || column !== block.left) all.add(`${columnName(column)}${row}`);
  }
  return all;
}
