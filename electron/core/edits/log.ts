// The log of edits: who changed what, when, and what takes what back.

import { AppError } from '../../../shared/errors.ts';
import type { Edit, RecordChange } from '../../../shared/features/history/contract.ts';
import { type Message, message, messageSchema } from '../../../shared/message.ts';
import type { Clock } from '../host.ts';
import { editIdIn } from '../store/look.ts';
import type { Sql } from '../store/sql.ts';
import { crcOfValues, type RecordTable } from './records.ts';
import { whole } from './whole.ts';
import type { Change } from './writer.ts';

interface EditRow {
  readonly clock: string;
  readonly crc: number;
  readonly seq: number;
  readonly id: string;
  /** A message, as JSON text. */
  readonly label: string;
  readonly author: string;
  readonly at: string;
  readonly kind: Edit['kind'];
  readonly target: number | null;
  readonly undone_by: number | null;
  readonly changes: number;
}

interface ChangeRow {
  readonly id: number;
  readonly edit_seq: number;
  readonly crc: number;
  readonly record_table: RecordTable;
  readonly record_id: string;
  readonly field: string;
  readonly old: string | null;
  readonly new: string | null;
}

export interface EditOutcome {
  readonly seq: number;
  readonly id: string;
  readonly label: Message;
  readonly changes: number;
}

export interface EditLog {
  lastSeq(): number;
  count(): number;
  nextUndo(): Edit | undefined;
  nextRedo(): Edit | undefined;
  last(): Edit | undefined;
  /** Id of an edit; undefined where there is none of this number. */
  idAt(seq: number): string | undefined;
  list(options: { before: number | undefined; limit: number }): Edit[];
  changesOf(seq: number): Change[];
  describeChanges(seq: number): RecordChange[];
  ofRecord(options: { record: string; field: string | undefined; limit: number }): RecordChange[];
  write(entry: { kind: Edit['kind']; target: number | null; label: Message; changes: readonly Change[] }): EditOutcome;
}

export interface LogOptions {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly author: string;
  readonly newId: () => string;
}

export function createEditLog({ sql, clock, author, newId }: LogOptions): EditLog {
  const find = (text: string, ...values: number[]) => {
    const row = sql.get<EditRow>(`SELECT * FROM edit ${text}`, values);
    return row === undefined ? undefined : toEdit(row);
  };
  const lastSeq = () => sql.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM edit')?.seq ?? 0;

  return {
    lastSeq,
    count: () => sql.get<{ n: number }>('SELECT count(*) AS n FROM edit')?.n ?? 0,
    last: () => find('ORDER BY seq DESC LIMIT 1'),
    idAt: (seq) => editIdIn(sql, seq),
    nextUndo: () => find("WHERE kind = 'do' AND undone_by IS NULL ORDER BY seq DESC LIMIT 1"),
    // What was undone last can be redone as long as nothing new was done since.
    nextRedo: () =>
      find(`WHERE kind = 'do' AND undone_by > (SELECT coalesce(max(seq), 0) FROM edit WHERE kind = 'do') ORDER BY undone_by DESC LIMIT 1`),
    list: ({ before, limit }) =>
      sql
        .all<EditRow>('SELECT * FROM edit WHERE seq < ? ORDER BY seq DESC LIMIT ?', [before ?? Number.MAX_SAFE_INTEGER, limit])
        .map((row) => toEdit(row)),
    changesOf: (seq) =>
      whole(
        distinct(
          sql.all<ChangeRow>('SELECT id, edit_seq, record_table, record_id, field, old, new, crc FROM change WHERE edit_seq = ? ORDER BY id', [seq]),
        ),
        find('WHERE seq = ?', seq)?.changes ?? 0,
        'changes',
      )
        .map(checkedChange)
        .map((row) => ({ table: row.record_table, recordId: row.record_id, field: row.field, old: row.old, new: row.new })),
    describeChanges: (seq) =>
      whole(
        describe(sql, 'WHERE c.edit_seq = ? ORDER BY c.id LIMIT 1000', [seq]),
        Math.min(1000, find('WHERE seq = ?', seq)?.changes ?? 0),
        'changes',
      ),
    ofRecord: ({ record, field, limit }) =>
      field === undefined
        ? describe(sql, 'WHERE c.record_id = ? ORDER BY c.id DESC LIMIT ?', [record, limit])
        : describe(sql, `WHERE c.record_id = ? AND c.field IN (?, '*') ORDER BY c.id DESC LIMIT ?`, [record, field, limit]),
    write({ kind, target, label, changes }) {
      const seq = lastSeq() + 1;
      const at = clock();
      const stamp = `${at.toString(16).padStart(12, '0')}-${seq.toString(16).padStart(8, '0')}`;
      const editId = newId();
      const edit = [seq, editId, JSON.stringify(label), author, new Date(at).toISOString(), stamp, kind, target, changes.length];
      sql.run('INSERT INTO edit (seq, id, label, author, at, clock, kind, target, changes, crc) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
        ...edit,
        crcOfValues([...edit, null]),
      ]);
      // The place in the log is under the digest: an undo goes back in the order in which things were done.
      let id = sql.get<{ id: number | null }>('SELECT max(id) AS id FROM change')?.id ?? 0;
      for (const { table, recordId, field, old, new: now } of changes) {
        id += 1;
        const change = [id, seq, table, recordId, field, old, now];
        sql.run('INSERT INTO change (id, edit_seq, record_table, record_id, field, old, new, crc) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
          ...change,
          crcOfValues(change),
        ]);
      }
      if (target !== null) markUndone(sql, target, kind === 'undo' ? seq : null);
      return { seq, id: editId, label, changes: changes.length };
    },
  };
}

function markUndone(sql: Sql, seq: number, by: number | null): void {
  const row = sql.get<EditRow>('SELECT * FROM edit WHERE seq = ?', [seq]);
  if (row !== undefined) sql.run('UPDATE edit SET undone_by = ?, crc = ? WHERE seq = ?', [by, crcOfEdit({ ...row, undone_by: by }), seq]);
}

function crcOfEdit(row: EditRow): number {
  return crcOfValues([row.seq, row.id, row.label, row.author, row.at, row.clock, row.kind, row.target, row.changes, row.undone_by]);
}

function toEdit(row: EditRow): Edit {
  if (row.crc !== crcOfEdit(row)) {
    throw new AppError('damaged', 'edits.damagedHistory', { edit: row.seq });
  }
  const { seq, id, author, at, kind, target, changes } = row;
  return { seq, id, label: labelOf(row), author, at, kind, target, isUndone: row.undone_by !== null, changes };
}

/** A stranger's workbook may say anything here. */
function labelOf({ label }: Pick<EditRow, 'label'>): Message {
  try {
    return messageSchema.parse(JSON.parse(label));
  } catch {
    return message('edits:change');
  }
}

/** @throws AppError `damaged`: an undo must never bring back what was not there. */
function checkedChange<T extends ChangeRow>(row: T): T {
  if (row.crc === crcOfValues([row.id, row.edit_seq, row.record_table, row.record_id, row.field, row.old, row.new])) return row;
  throw new AppError('damaged', 'edits.damagedHistory', { edit: row.edit_seq });
}

/** A damaged index can lead to one change twice and to another not at all. */
function distinct<T extends ChangeRow>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function describe(sql: Sql, where: string, values: readonly (string | number)[]): RecordChange[] {
  const rows = sql.all<ChangeRow & { seq: number; label: string; author: string; at: string }>(
    `SELECT e.seq, e.label, e.author, e.at, c.id, c.edit_seq, c.crc, c.record_table, c.record_id, c.field, c.old, c.new FROM change c JOIN edit e ON e.seq = c.edit_seq ${where}`,
    values,
  );
  return distinct(rows)
    .map(checkedChange)
    .map((row) => ({
      seq: row.seq,
      label: labelOf(row),
      author: row.author,
      at: row.at,
      table: row.record_table,
      recordId: row.record_id,
      field: row.field,
      old: row.old === null ? null : JSON.parse(row.old),
      new: row.new === null ? null : JSON.parse(row.new),
    }));
}
