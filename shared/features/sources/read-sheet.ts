// A spreadsheet as it was read: what its cells hold, not how it is shown.

/**
 * Text, a number or a truth value; a day as much of it as is shown (`2024-10-01`, `2024-10`); the number behind a per cent
 * format (0.49 for 49 %); an error; a formula whose result the file does not hold. Null for an empty cell.
 */
export type ReadCell = string | number | boolean | { readonly day: string } | { readonly percent: number } | Unread | null;
export type Unread = { readonly error: string } | { readonly formula: string };

export interface ReadRow {
  /** From 1. */
  readonly row: number;
  readonly cells: readonly ReadCell[];
}

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly ReadRow[];
  /** Cells that were made one, such as `B2:B4`. */
  readonly merged: readonly string[];
}

export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  /** Texts in which the file may say what it is. */
  readonly stated: readonly string[];
  /** Who saved the file last, where it says so. */
  readonly savedBy: string | null;
  /** Remarks beside cells, such as `Figures!A1: please check`. */
  readonly remarks: readonly string[];
}

export function isUnread(cell: ReadCell): cell is Unread {
  return typeof cell === 'object' && cell !== null && ('error' in cell || 'formula' in cell);
}
