// The lines of the log as the store keeps them: their columns in the order of their digests, and what a group held before a
// change as JSON, bytes in base 64.
import { idFromBytes } from './id-bytes.ts';
import { groupsOf, type RecordForm } from './record-form.ts';
import { crcOfValues } from './row.ts';
import type { Row, SqlValue } from './sql.ts';

export const editColumns = ['seq', 'id', 'replica', 'clock', 'at', 'kind', 'author', 'label', 'parents', 'target', 'lines', 'undone_by'] as const;
export const changeColumns = ['tab', 'n', 'grp', 'edit', 'stamp', 'old', 'after'] as const;
export const takenColumns = ['id', 'merge', 'replica', 'clock', 'at', 'kind', 'author', 'label'] as const;
export const aliasColumns = ['id', 'merge', 'stays'] as const;
export const mergeColumns = ['edit', 'facts'] as const;
export const runColumns = ['edit', 'tab', 'gone', 'first', 'last', 'stamp', 'digest'] as const;

export function crcOfLine(row: Row, columns: readonly string[]): number {
  return crcOfValues(columns.map((column) => row[column] ?? null));
}

export function encodeColumns(columns: readonly SqlValue[]): string {
  return JSON.stringify(columns.map((value) => (Buffer.isBuffer(value) ? { b: value.toString('base64') } : value)));
}

export function decodeColumns(text: string): SqlValue[] {
  return (JSON.parse(text) as (SqlValue | { readonly b: string })[]).map((value) =>
    typeof value === 'object' && value !== null && 'b' in value ? Buffer.from(value.b, 'base64') : value,
  );
}

/** Puts what a group held before a change back into the row of its record. */
export function putBack(form: RecordForm, row: Row, line: Row): void {
  const before = decodeColumns(String(line.old));
  groupsOf(form)
    .get(String(line.grp))
    ?.forEach((field, index) => {
      row[field.column] = before[index] ?? null;
    });
}

/** Id of the edit of another copy that wrote a line; undefined where its own edit did. */
export function stampOf({ stamp }: Row): string | undefined {
  return Buffer.isBuffer(stamp) ? idFromBytes(stamp) : undefined;
}

/** Empty for what Assay did to a file. */
export function replicaOf(bytes: Buffer): string {
  return bytes.length === 0 ? '' : idFromBytes(bytes);
}
