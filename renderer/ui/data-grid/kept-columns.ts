// What a user made of the columns of a view: which are shown, how wide they are and in which order, as it is kept.
import type { Sort } from './grid-types.ts';

export interface KeptColumns {
  readonly shown: Readonly<Record<string, boolean>>;
  readonly widths: Readonly<Record<string, number>>;
  /** Columns that came with a newer version stand where the view puts them. */
  readonly order: readonly string[];
  /** Stays in sight while the others are scrolled: this column and those before it. */
  readonly frozenTo?: string | undefined;
  /** By name: what was shown once, to be shown again. */
  readonly views: Readonly<Record<string, SavedView>>;
}

/** A column or field that has gone since is passed over. */
export interface SavedView {
  readonly shown: Readonly<Record<string, boolean>>;
  readonly widths: Readonly<Record<string, number>>;
  readonly order: readonly string[];
  readonly frozenTo?: string | undefined;
  readonly sort: readonly Sort[];
  /** As the grid keeps it, by column. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly groupBy?: string | undefined;
}

export const usualColumns: KeptColumns = { shown: {}, widths: {}, order: [], views: {} };

export function readKeptColumns(text: string | null | undefined): KeptColumns {
  try {
    const read = text ? (JSON.parse(text) as Partial<KeptColumns>) : {};
    return { ...usualColumns, ...read };
  } catch {
    return usualColumns;
  }
}

/** Known columns in their kept order; each other one goes behind the column that it follows in the view. */
export function inKeptOrder<Column extends { readonly id: string }>(columns: readonly Column[], order: readonly string[]): readonly Column[] {
  if (order.length === 0) return columns;
  const placed = order.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  for (const [index, column] of columns.entries()) {
    if (placed.includes(column)) continue;
    const before = columns[index - 1];
    placed.splice(before === undefined ? 0 : placed.indexOf(before) + 1, 0, column);
  }
  return placed;
}
