// Columns of a mapping one by one, as a person sets them: the mapping itself may name several at once, or their heads.
import { columnName, columnOfName } from '../../../shared/features/sources/cells.ts';
import type { MappedColumn, Mapping } from '../../../shared/features/tables/mapping.ts';

/** What a column may say of a figure, an event or a statement; `value` first, where there is one. */
export const fieldsOfKind = {
  figure: ['value', 'subject', 'period', 'measure', 'area', 'counterpart', 'basis', 'unit', 'multiplier', 'status', 'saidBy', 'note'],
  event: ['subject', 'when', 'stage', 'what', 'area', 'by', 'batch', 'status', 'note'],
  statement: ['actor', 'topic', 'gist', 'stance', 'period', 'role', 'note'],
} as const satisfies Readonly<Record<Mapping['kind'], readonly string[]>>;

export type ColumnSpec = Omit<MappedColumn, 'at'>;

/** By their letters; columns that are not read have no entry. */
export type ColumnSpecs = Readonly<Record<string, ColumnSpec>>;

export function specsOf(columns: readonly MappedColumn[], heads: readonly string[]): ColumnSpecs {
  return Object.fromEntries(columns.flatMap(({ at, ...spec }) => lettersOf(at, heads).map((letter) => [letter, spec] as const)));
}

function lettersOf(at: string, heads: readonly string[]): string[] {
  const wanted = at.toLowerCase();
  const byHead = heads.flatMap((head, index) => (head.toLowerCase() === wanted ? [columnName(index + 1)] : []));
  const [, from, to = from] = /^([A-Z]{1,3})(?::([A-Z]{1,3}))?$/.exec(at) ?? [];
  if (byHead.length > 0 || from === undefined) return byHead;
  const [first, last] = [columnOfName(from), columnOfName(to!)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => columnName(first + index));
}

/** One entry a column, in the order of the table. */
export function columnsFrom(specs: ColumnSpecs): MappedColumn[] {
  return Object.entries(specs)
    .toSorted(([a], [b]) => columnOfName(a) - columnOfName(b))
    .map(([at, spec]) => ({ at, ...spec }));
}
