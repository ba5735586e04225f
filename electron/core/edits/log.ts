// The log of edits: who changed what, when, in which copy, and what takes what back. It only grows. A record that came or went
// is told in runs, one line for any number of records of one table with neighbouring numbers; a change is told by what its group
// held before. What a group holds since is the next line's "before", or the row. The stamp of a group is the edit of its last line.
import { AppError } from '../../../shared/errors.ts';
import type { Edit, EditKind } from '../../../shared/features/history/contract.ts';
import type { Message } from '../../../shared/message.ts';
import type { RecordTable } from '../../../shared/records/index.ts';
import type { Clock } from '../host.ts';
import { digestOf } from '../store/digest.ts';
import { idFromBytes, idToBytes } from '../store/id-bytes.ts';
import {
  aliasColumns,
  changeColumns,
  crcOfLine,
  decodeColumns,
  editColumns,
  encodeColumns,
  mergeColumns,
  replicaOf,
  runColumns,
  takenColumns,
} from '../store/log-lines.ts';
import { editIdIn } from '../store/look.ts';
import { crcOfValues } from '../store/row.ts';
import type { Row, Sql, SqlValue } from '../store/sql.ts';
import { whole } from './whole.ts';
import type { WriteSet } from './write-set.ts';
import { columnsOf } from './writer.ts';

export interface EditOutcome {
  readonly seq: number;
  readonly id: string;
  readonly label: Message;
  readonly changes: number;
}

/** A run of records that came or went with an edit. */
export interface Run {
  readonly table: RecordTable;
  readonly is: 'came' | 'went';
  readonly first: number;
  readonly last: number;
}

/** A group that an edit changed, and what it held before. */
export interface GroupChange {
  readonly table: RecordTable;
  readonly n: number;
  readonly group: string;
  readonly before: readonly SqlValue[];
}

export interface GroupPlace {
  readonly table: RecordTable;
  readonly n: number;
  readonly group: string;
}

export interface NewEdit {
  readonly kind: EditKind;
  readonly target: number | null;
  readonly label: Message;
  readonly writes: WriteSet;
  readonly taken?: TakenIn | undefined;
}

/** An edit of another copy, as the merge that took it in tells of it. */
export interface TakenEdit {
  readonly id: string;
  /** Empty for what Assay did to a file. */
  readonly replica: string;
  readonly clock: number;
  /** In milliseconds. */
  readonly at: number;
  readonly kind: EditKind;
  readonly author: string;
  readonly label: Message;
}

/** What a merge leaves beside the records. */
export interface TakenIn {
  readonly edits: readonly TakenEdit[];
  /** Ids under which united records are still found, and the id that stays. */
  readonly aliases: ReadonlyMap<string, string>;
  /** The other copy, the counts and the answers, as JSON. */
  readonly facts: unknown;
}

export interface EditLog {
  lastSeq(): number;
  count(): number;
  /** The last edit of this copy that still stands; edits of other copies are never on one's undo. */
  nextUndo(): Edit | undefined;
  nextRedo(): Edit | undefined;
  last(): Edit | undefined;
  /** Id of an edit; undefined where there is none of this number. */
  idAt(seq: number): string | undefined;
  /** Number of an edit; undefined where there is none of this id. */
  seqOf(id: string): number | undefined;
  /** Number of the last edit that was made by a moment, in milliseconds; 0 before the first. */
  lastUntil(atMs: number): number;
  list(options: { before: number | undefined; limit: number }): Edit[];
  find(seq: number): Edit | undefined;
  /** What an edit wrote. @throws AppError `damaged` where a line is missing or bent. */
  linesOf(seq: number): { runs: Run[]; changes: GroupChange[] };
  /** An edit of another copy that a merge took in. @throws AppError `damaged` */
  takenEdit(id: string): TakenEdit | undefined;
  /** The edit that last did what `seq` did: itself, or the last redo of it. */
  lastDoing(seq: number): number;
  lastUndoing(seq: number): number | undefined;
  /** The edit whose words a group holds: what was undone does not count, nor the undo. Undefined where it is as the record came. */
  standingWriterOf(table: RecordTable, n: number, group: string): number | undefined;
  /** Whether a group still holds what an edit left in it. */
  isAsLeft(seq: number, place: GroupPlace): boolean;
  /** Whether another copy made an edit since that stands, on this record or anywhere. */
  isWrittenByOthers(seq: number, place: Omit<GroupPlace, 'group'>): boolean;
  hasOthersSince(seq: number): boolean;
  /** An edit of which nothing can be taken back or brought back is not offered again while the workbook is open. */
  passOver(seq: number): void;
  write(edit: NewEdit): EditOutcome;
}

export interface LogOptions {
  readonly sql: Sql;
  readonly clock: Clock;
  /** Who edits; empty until the person gave a name. */
  readonly author: () => string;
  readonly newId: () => string;
  /** Id of this copy of the workbook, asked for inside the transaction of an edit. */
  readonly replica: () => string;
  /** The same without making one: undefined before the first edit of this copy. */
  readonly knownReplica: () => string | undefined;
}

interface EditRow extends Row {
  seq: number;
  id: Buffer;
  replica: Buffer;
  clock: number;
  at: number;
  kind: EditKind;
  author: string;
  label: string;
  parents: Buffer;
  target: number | null;
  lines: number;
  undone_by: number | null;
  crc: number;
}

export function createEditLog({ sql, clock, author, newId, replica, knownReplica }: LogOptions): EditLog {
  const find = (text: string, ...values: SqlValue[]) => {
    const row = sql.get<EditRow>(`SELECT * FROM edit ${text}`, values);
    return row === undefined ? undefined : toEdit(row);
  };
  const lastSeq = () => sql.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM edit')?.seq ?? 0;
  const own = () => idToBytes(knownReplica() ?? '');
  const passed = new Set<number>();
  const notPassed = () => `seq NOT IN (${[...passed].join(', ')})`;
  const lastOf = (kind: EditKind, target: number) =>
    sql.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM edit WHERE kind = ? AND target = ?', [kind, target])?.seq ?? undefined;

  return {
    lastSeq,
    count: () => sql.get<{ n: number }>('SELECT count(*) AS n FROM edit')?.n ?? 0,
    last: () => find('ORDER BY seq DESC LIMIT 1'),
    idAt: (seq) => editIdIn(sql, seq),
    seqOf: (id) => sql.get<{ seq: number }>('SELECT seq FROM edit WHERE id = ?', [idToBytes(id)])?.seq,
    lastUntil: (atMs) => sql.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM edit WHERE clock <= ?', [atMs])?.seq ?? 0,
    find: (seq) => find('WHERE seq = ?', seq),
    nextUndo: () => find(`WHERE ${isStep} AND undone_by IS NULL AND replica = ? AND ${notPassed()} ORDER BY seq DESC LIMIT 1`, own()),
    // What was undone last can be redone as long as nothing new was done since.
    nextRedo: () =>
      find(
        `WHERE ${isStep} AND replica = ? AND undone_by > (SELECT coalesce(max(seq), 0) FROM edit WHERE ${isStep} AND replica = ?)
           AND ${notPassed()} ORDER BY undone_by DESC LIMIT 1`,
        own(),
        own(),
      ),
    list: ({ before, limit }) =>
      sql
        .all<EditRow>('SELECT * FROM edit WHERE seq < ? ORDER BY seq DESC LIMIT ?', [before ?? Number.MAX_SAFE_INTEGER, limit])
        .map((row) => toEdit(row)),
    takenEdit(id) {
      const row = sql.get<Row>('SELECT * FROM taken_edit WHERE id = ? ORDER BY merge DESC LIMIT 1', [idToBytes(id)]);
      return row === undefined ? undefined : toTaken(row);
    },
    lastDoing: (seq) => lastOf('redo', seq) ?? seq,
    lastUndoing: (seq) => lastOf('undo', seq),
    standingWriterOf: (table, n, group) =>
      standingOf(
        sql.all<Pick<EditRow, 'seq' | 'kind' | 'target'>>(
          'SELECT seq, kind, target FROM change JOIN edit ON edit.seq = change.edit WHERE change.n = ? AND tab = ? AND grp = ? ORDER BY change.edit DESC',
          [n, table, group],
        ),
      ),
    isAsLeft(seq, { table, n, group }) {
      const next = sql.get<Row>('SELECT * FROM change WHERE n = ? AND tab = ? AND grp = ? AND edit > ? ORDER BY edit LIMIT 1', [
        n,
        table,
        group,
        seq,
      ]);
      const row = next === undefined ? undefined : sql.get<Row>(`SELECT * FROM ${table} WHERE n = ?`, [n]);
      return row === undefined || next?.old === encodeColumns(columnsOf(table, group, row));
    },
    isWrittenByOthers: (seq, { table, n }) =>
      sql.get(`SELECT 1 FROM change JOIN edit ON edit.seq = change.edit WHERE change.n = ? AND tab = ? AND ${byOthers}`, [n, table, seq, own()]) !==
      undefined,
    hasOthersSince: (seq) => sql.get(`SELECT 1 FROM edit WHERE ${byOthers} LIMIT 1`, [seq, own()]) !== undefined,
    passOver: (seq) => void passed.add(seq),
    linesOf(seq) {
      const runs = sql.all<Row>('SELECT * FROM run WHERE edit = ? ORDER BY tab, gone, first', [seq]);
      const changes = distinct(sql.all<Row>('SELECT * FROM change WHERE edit = ? ORDER BY tab, n, grp', [seq]));
      whole([...runs, ...changes], find('WHERE seq = ?', seq)?.changes ?? 0, 'changes');
      return { runs: runs.map(toRun), changes: changes.map(toChange) };
    },
    write({ kind, target, label, writes, taken }) {
      const seq = lastSeq() + 1;
      const at = clock();
      const before = find('ORDER BY seq DESC LIMIT 1');
      const lines = writeRuns(sql, seq, writes) + writeChanges(sql, seq, writes);
      const id = newId();
      const edit: SqlValue[] = [
        seq,
        idToBytes(id),
        idToBytes(replica()),
        Math.max(at, (before?.clock ?? 0) + 1),
        at,
        kind,
        author(),
        JSON.stringify(label),
        before === undefined ? Buffer.alloc(0) : idToBytes(before.id),
        target,
        lines,
      ];
      sql.run(`INSERT INTO edit (${editColumns.join(', ')}, crc) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)`, [
        ...edit,
        crcOfValues([...edit, null]),
      ]);
      if (taken !== undefined) writeTaken(sql, seq, taken);
      if (target !== null) markUndone(sql, target, kind === 'undo' ? seq : null);
      return { seq, id, label, changes: lines };
    },
  };
}

/** Newest first. An undo takes one doing of its target out; a redo is another doing of it. */
function standingOf(lines: readonly Pick<EditRow, 'seq' | 'kind' | 'target'>[]): number | undefined {
  const undone = new Map<number, number>();
  for (const { seq, kind, target } of lines) {
    const done = target ?? seq;
    const times = undone.get(done) ?? 0;
    if (kind === 'undo') undone.set(done, times + 1);
    else if (times === 0) return seq;
    else undone.set(done, times - 1);
  }
  return undefined;
}

/** What a person did, in one step: neither an undo nor what Assay did to the file. */
const isStep = "kind IN ('do', 'merge', 'import')";

/** After an edit, and neither taken back nor by this copy. */
const byOthers = `edit.seq > ? AND edit.replica <> ? AND edit.undone_by IS NULL AND ${isStep}`;

function writeRuns(sql: Sql, seq: number, writes: WriteSet): number {
  let lines = 0;
  for (const is of ['came', 'went'] as const) {
    for (const { table, stamp, numbers } of writes.whole(is)) {
      for (const [first, last] of runsOf(numbers)) {
        const rows = sql.column<number>(`SELECT crc FROM ${is === 'came' ? table : `${table}_past`} WHERE n BETWEEN ? AND ? ORDER BY n`, [
          first,
          last,
        ]);
        const line: SqlValue[] = [seq, table, is === 'went' ? 1 : 0, first, last, stamp === null ? null : idToBytes(stamp), digestOf(rows)];
        sql.run(`INSERT INTO run (${runColumns.join(', ')}, crc) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, [...line, crcOfValues(line)]);
        lines += 1;
      }
    }
  }
  return lines;
}

function writeTaken(sql: Sql, seq: number, { edits, aliases, facts }: TakenIn): void {
  const insert = (table: string, columns: readonly string[], line: SqlValue[]) =>
    sql.run(`INSERT INTO ${table} (${columns.join(', ')}, crc) VALUES (${columns.map(() => '?').join(', ')}, ?)`, [...line, crcOfValues(line)]);
  insert('merge', mergeColumns, [seq, JSON.stringify(facts)]);
  for (const { id, replica, clock, at, kind, author, label } of edits) {
    const copy = replica === '' ? Buffer.alloc(0) : idToBytes(replica);
    insert('taken_edit', takenColumns, [idToBytes(id), seq, copy, clock, at, kind, author, JSON.stringify(label)]);
  }
  for (const [id, stays] of aliases) insert('alias', aliasColumns, [idToBytes(id), seq, idToBytes(stays)]);
}

function runsOf(numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const n of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs;
}

function writeChanges(sql: Sql, seq: number, writes: WriteSet): number {
  const crcs = new Map<string, SqlValue>();
  let lines = 0;
  for (const { table, n, group, before, stamp, isThere } of writes.changes()) {
    const place = isThere ? table : `${table}_past`;
    const key = `${table} ${n}`;
    const after = crcs.get(key) ?? sql.get<{ crc: number }>(`SELECT crc FROM ${place} WHERE n = ?`, [n])?.crc ?? 0;
    crcs.set(key, after);
    const old = before ?? columnsOf(table, group, sql.get<Row>(`SELECT * FROM ${place} WHERE n = ?`, [n]) ?? {});
    const line: SqlValue[] = [table, n, group, seq, stamp === null ? null : idToBytes(stamp), encodeColumns(old), after];
    sql.run(`INSERT INTO change (${changeColumns.join(', ')}, crc) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, [...line, crcOfValues(line)]);
    lines += 1;
  }
  return lines;
}

function markUndone(sql: Sql, seq: number, by: number | null): void {
  const row = sql.get<EditRow>('SELECT * FROM edit WHERE seq = ?', [seq]);
  if (row !== undefined)
    sql.run('UPDATE edit SET undone_by = ?, crc = ? WHERE seq = ?', [by, crcOfLine({ ...row, undone_by: by }, editColumns), seq]);
}

function toEdit(row: EditRow): Edit {
  if (row.crc !== crcOfLine(row, editColumns)) throw new AppError('damaged', 'edits.damagedHistory', { edit: row.seq });
  const { seq, id, replica, clock, at, kind, author, label, target, undone_by, lines } = row;
  return {
    seq,
    id: idFromBytes(id),
    replica: idFromBytes(replica),
    clock,
    at: new Date(at).toISOString(),
    kind,
    author,
    label: JSON.parse(label) as Message,
    target,
    isUndone: undone_by !== null,
    changes: lines,
  };
}

function toTaken(row: Row): TakenEdit {
  if (row.crc !== crcOfLine(row, takenColumns)) throw new AppError('damaged', 'edits.damagedHistory', { edit: Number(row.merge) });
  const { id, replica, clock, at, kind, author, label } = row as Row & { id: Buffer; replica: Buffer; kind: EditKind; author: string; label: string };
  return {
    id: idFromBytes(id),
    replica: replicaOf(replica),
    clock: Number(clock),
    at: Number(at),
    kind,
    author,
    label: JSON.parse(label) as Message,
  };
}

/** @throws AppError `damaged`: an undo must never bring back what was not there. */
export function toRun(row: Row): Run {
  if (row.crc !== crcOfLine(row, runColumns)) throw new AppError('damaged', 'edits.damagedHistory', { edit: Number(row.edit) });
  return { table: row.tab as RecordTable, is: row.gone === 1 ? 'went' : 'came', first: Number(row.first), last: Number(row.last) };
}

/** @throws AppError `damaged` */
export function toChange(row: Row): GroupChange {
  if (row.crc !== crcOfLine(row, changeColumns)) throw new AppError('damaged', 'edits.damagedHistory', { edit: Number(row.edit) });
  return { table: row.tab as RecordTable, n: Number(row.n), group: String(row.grp), before: decodeColumns(row.old as string) };
}

/** A damaged index can lead to one line twice and to another not at all. */
function distinct(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [`${String(row.tab)} ${String(row.n)} ${String(row.grp)}`, row])).values()];
}
