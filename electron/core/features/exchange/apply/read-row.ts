// What a row says that the export did not, and what of it cannot be taken.
import type { Claim } from '../../../../../shared/features/claims/model.ts';
import type { Source } from '../../../../../shared/features/sources/model.ts';
import { isUnread } from '../../../../../shared/features/sources/read-sheet.ts';
import type { Measured } from '../../../../../shared/quantity/index.ts';
import type { Cell, Head } from '../cells.ts';
import { isCut } from '../xlsx/xml-text.ts';
import type { IgnoredList } from './ignored.ts';
import { wordsOf } from './read-cell.ts';
import { type FieldHints, isCodeField, readField, UnreadableCell } from './read-fields.ts';
import { readValue, type ValueField, type ValueOptions, valueFields } from './read-value.ts';
import type { RowView } from './row-view.ts';

export interface RowReading {
  /** Fields that changed, by name. */
  readonly patch: Readonly<Record<string, unknown>>;
  /** The cell that says it, by field. */
  readonly places: Readonly<Record<string, string>>;
  /** Cells of the value that contradict each other. */
  readonly apart: { readonly cells: Measured; readonly words: Measured; readonly place: string } | undefined;
}

export interface RowOptions extends ValueOptions {
  readonly sheet: string;
  readonly heads: readonly Head[];
  readonly ignored: IgnoredList;
  readonly codes: FieldHints['codes'];
}

const isOfValue = (field: string): field is ValueField => (valueFields as readonly string[]).includes(field);

/** `exported`: the cells of its row, none for a row that is new. */
export function readRow(row: RowView, before: Claim | Source, exported: readonly Cell[], options: RowOptions): RowReading {
  const { heads, ignored, sheet } = options;
  const isClaim = 'kind' in before && 'passages' in before;
  const at = new Map(heads.flatMap(({ field }, index) => (field === undefined ? [] : [[field, index] as const])));
  const changed = row.differences(exported).filter((index) => isTaken(row, index, exported[index] ?? null, options));
  const fields = new Set(changed.map((index) => heads[index]!.field!));
  const patch: Record<string, unknown> = {};
  const places: Record<string, string> = {};
  for (const field of fields) {
    const index = at.get(field)!;
    if ((isClaim && isOfValue(field)) || field === 'multiplier' || (isCodeField(field) && fields.has(field.replace(/Code$/, '')))) continue;
    try {
      const { name, value } = readField(isClaim ? 'claim' : 'source', field, row.cell(index), { codes: options.codes, before });
      if (JSON.stringify(value) === JSON.stringify((before as unknown as Record<string, unknown>)[name])) continue;
      patch[name] = value;
      places[name] = row.place(index)!;
    } catch (error) {
      if (!(error instanceof UnreadableCell)) throw error;
      ignored.add('unreadable', sheet, { at: row.place(index), text: error.message, column: heads[index]!.header });
    }
  }
  if (!isClaim) return { patch, places, apart: undefined };
  return valueIn(row, before, { fields, at, patch, places }, options);
}

/** Cells that hold nothing of their own are named, once a column. */
function isTaken(row: RowView, index: number, exported: Cell, { heads, ignored, sheet }: RowOptions): boolean {
  const { header: column } = heads[index]!;
  const at = row.place(index);
  const cell = row.cell(index);
  if (isUnread(cell)) ignored.add('error' in cell ? 'error' : 'formula', sheet, { at, column, text: 'error' in cell ? cell.error : cell.formula });
  else if (row.isMerged(index)) ignored.add('merged', sheet, { at, column });
  else if (isCut(exported)) ignored.add('cut-text', sheet, { at, column });
  else return true;
  return false;
}

interface Read {
  readonly fields: ReadonlySet<string>;
  readonly at: ReadonlyMap<string, number>;
  readonly patch: Record<string, unknown>;
  readonly places: Record<string, string>;
}

function valueIn(row: RowView, before: Claim, { fields, at, patch, places }: Read, options: RowOptions): RowReading {
  const changed = new Set(valueFields.filter((field) => fields.has(field)));
  const place = (field: string) => row.place(at.get(field) ?? -1) ?? '';
  if (changed.size === 0) return { patch, places, apart: undefined };
  const read = readValue(before, { changed, cell: (field) => row.cell(at.get(field)!), multiplier: multiplierIn(row, before, at) }, options);
  switch (read.is) {
    case 'same':
      return { patch, places, apart: undefined };
    case 'unreadable':
      options.ignored.add('unreadable', options.sheet, { at: place(read.field), column: options.heads[at.get(read.field)!]!.header, text: read.why });
      return { patch, places, apart: undefined };
    case 'apart':
      return { patch, places, apart: { cells: read.cells, words: read.words, place: place('low') } };
    case 'changed': {
      const { low, high, qualifier, unit, multiplier, change } = read.to;
      Object.assign(patch, { value: { low, high, qualifier }, unit, multiplier, change });
      places.value = place(read.by);
      return { patch, places, apart: undefined };
    }
  }
}

/** How the number is written; a row that is new has none. */
function multiplierIn(row: RowView, before: Claim, at: ReadonlyMap<string, number>): number {
  if (before.value !== null) return before.multiplier;
  const number = Number(wordsOf(row.cell(at.get('multiplier') ?? -1)) || 0);
  return Number.isInteger(number) && Math.abs(number) <= 12 ? number : 0;
}
