// What a user made of the columns of a view: which are shown, how wide they are and in which order, as it is kept.

export interface KeptColumns {
  readonly shown: Readonly<Record<string, boolean>>;
  readonly widths: Readonly<Record<string, number>>;
  /** Columns that came with a newer version stand where the view puts them. */
  readonly order: readonly string[];
}

export const usualColumns: KeptColumns = { shown: {}, widths: {}, order: [] };

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
