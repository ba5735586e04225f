// What one copy of a workbook knows, read from its log: its edits and those that merges took in, which records an edit touched,
// and the lines of each record.
import type { MergeFacts } from '../../../shared/features/exchange/merge.ts';
import type { Message } from '../../../shared/message.ts';
import { type RecordTable, recordTables, type Stored } from '../../../shared/records/index.ts';
import { type TakenEdit, toChange, toRun } from '../edits/log.ts';
import { idFromBytes, idToBytes } from '../store/id-bytes.ts';
import { createKeptContents } from '../store/kept-contents.ts';
import { replicaOf, stampOf } from '../store/log-lines.ts';
import { ownForms } from '../store/record-form.ts';
import { fromRow, recordOf } from '../store/row.ts';
import type { Row, Sql, SqlValue } from '../store/sql.ts';

/** An edit with its place in the log of this copy. */
export interface LoggedEdit extends TakenEdit {
  readonly seq: number;
  readonly target: number | null;
}

/** A change of a group; what it holds since is the next line's "before", or the row. */
export interface GroupLine {
  readonly edit: number;
  readonly group: string;
  /** Edit of another copy that wrote it. */
  readonly stamp: string | undefined;
  readonly before: readonly SqlValue[];
}

export interface PresenceLine {
  readonly edit: number;
  readonly is: 'came' | 'went';
  readonly stamp: string | undefined;
}

export interface LoggedRecord {
  readonly table: RecordTable;
  readonly n: number;
  readonly id: string;
  readonly row: Row;
  readonly isThere: boolean;
  /** Newest first. */
  readonly lines: readonly GroupLine[];
  readonly comings: readonly PresenceLine[];
}

export type CopyReader = ReturnType<typeof createCopyReader>;

type EditRow = Omit<LoggedEdit, 'id' | 'replica' | 'label'> & { id: Buffer; replica: Buffer; label: string } & Row;

export function createCopyReader(sql: Sql) {
  const contents = createKeptContents(sql);
  const numberIn = (place: string, id: string) => sql.get<{ n: number }>(`SELECT n FROM ${place} WHERE id = ?`, [idToBytes(id)])?.n;
  const readEdit = ({ id, replica, clock, at, kind, author, label }: EditRow): TakenEdit => ({
    id: idFromBytes(id),
    replica: replicaOf(replica),
    clock,
    at,
    kind,
    author,
    label: JSON.parse(label) as Message,
  });

  return {
    edits: (): LoggedEdit[] =>
      sql
        .all<EditRow>('SELECT seq, id, replica, clock, at, kind, author, label, target FROM edit ORDER BY seq')
        .map((row) => ({ seq: row.seq, target: row.target, ...readEdit(row) })),
    /** Edits of other copies that merges took in which stand. */
    takenEdits: (): TakenEdit[] =>
      sql
        .all<EditRow>(
          `SELECT DISTINCT taken_edit.id, taken_edit.replica, taken_edit.clock, taken_edit.at, taken_edit.kind, taken_edit.author, taken_edit.label
           FROM taken_edit JOIN edit ON edit.seq = taken_edit.merge WHERE edit.undone_by IS NULL`,
        )
        .map(readEdit),
    /** Ids under which united records are still found. */
    aliases: (): Map<string, string> =>
      new Map(
        sql
          .all<{ id: Buffer; stays: Buffer }>('SELECT alias.id, stays FROM alias JOIN edit ON edit.seq = alias.merge WHERE edit.undone_by IS NULL')
          .map(({ id, stays }) => [idFromBytes(id), idFromBytes(stays)]),
      ),
    /** Groups that the copy was shared without: what they hold says nothing of what they held. */
    leftOut: (): ReadonlySet<string> =>
      new Set(sql.column<string>('SELECT facts FROM merge').flatMap((facts) => (JSON.parse(facts) as Pick<MergeFacts, 'leftOut'>).leftOut ?? [])),
    /** Records that some edits wrote, by table. */
    touchedBy(seqs: readonly number[]): Map<RecordTable, Set<number>> {
      const touched = new Map(recordTables.map((table) => [table, new Set<number>()]));
      const list = JSON.stringify(seqs);
      for (const { tab, n } of sql.all<{ tab: RecordTable; n: number }>(
        'SELECT DISTINCT tab, n FROM json_each(?) wanted JOIN change ON change.edit = wanted.value',
        [list],
      ))
        touched.get(tab)?.add(n);
      for (const row of sql.all<Row>('SELECT run.* FROM json_each(?) wanted JOIN run ON run.edit = wanted.value', [list])) {
        const { table, first, last } = toRun(row);
        for (let n = first; n <= last; n += 1) touched.get(table)?.add(n);
      }
      return touched;
    },
    /** Also of a record that is gone. */
    numberOf: (table: RecordTable, id: string): number | undefined => numberIn(table, id) ?? numberIn(`${table}_past`, id),
    isThere: (table: RecordTable, id: string): boolean => numberIn(table, id) !== undefined,
    find(table: RecordTable, n: number): LoggedRecord | undefined {
      const live = sql.get<Row>(`SELECT * FROM ${table} WHERE n = ?`, [n]);
      const row = live ?? sql.get<Row>(`SELECT * FROM ${table}_past WHERE n = ?`, [n]);
      if (row === undefined) return undefined;
      const lines = sql.all<Row>('SELECT * FROM change WHERE n = ? AND tab = ? ORDER BY edit DESC, grp', [n, table]).map((line): GroupLine => {
        const { group, before } = toChange(line);
        return { edit: Number(line.edit), group, before, stamp: stampOf(line) };
      });
      const comings = sql
        .all<Row>('SELECT * FROM run WHERE tab = ? AND first <= ? AND last >= ? ORDER BY edit DESC', [table, n, n])
        .map((line): PresenceLine => ({ edit: Number(line.edit), is: toRun(line).is, stamp: stampOf(line) }));
      return { table, n, id: idFromBytes(row.id as Buffer), row, isThere: live !== undefined, lines, comings };
    },
    record<T extends RecordTable>(table: T, id: string): Stored<T> | undefined {
      const row = sql.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, [idToBytes(id)]);
      return row === undefined ? undefined : fromRow(table, row);
    },
    all: <T extends RecordTable>(table: T): Stored<T>[] => sql.all<Row>(`SELECT * FROM ${table} ORDER BY id`).map((row) => fromRow(table, row)),
    /** Records that a column of ids points from: one id, or a list. */
    pointingTo(table: RecordTable, column: string, id: string, isList: boolean): string[] {
      const where = isList ? `instr(${column}, ?) > 0` : `${column} = ?`;
      return sql.column<Buffer>(`SELECT id FROM ${table} WHERE ${where}`, [idToBytes(id)]).map(idFromBytes);
    },
    /** Records whose JSON column holds an id. */
    mentioning: (table: RecordTable, column: string, id: string): string[] =>
      sql.column<Buffer>(`SELECT id FROM ${table} WHERE instr(${column}, ?) > 0`, [id]).map(idFromBytes),
    passagesAt: (sourceId: string, start: number, end: number): Stored<'passage'>[] =>
      sql
        .all<Row>('SELECT * FROM passage WHERE source_id = ? AND start = ? AND end = ?', [idToBytes(sourceId), start, end])
        .map((row) => fromRow('passage', row)),
    passagesOn: (sourceId: string): Stored<'passage'>[] =>
      sql.all<Row>('SELECT * FROM passage WHERE source_id = ? ORDER BY start, end, id', [idToBytes(sourceId)]).map((row) => fromRow('passage', row)),
    /** Keys under which a claim was ever known, and claims that were ever known under a key. */
    claimKeys: (id: string): Buffer[] =>
      sql.column<Buffer>('SELECT key FROM claim JOIN claim_key ON claim_key.claim = claim.n WHERE claim.id = ?', [idToBytes(id)]),
    claimsKnownAs: (key: Buffer): string[] =>
      sql.column<Buffer>('SELECT claim.id FROM claim_key JOIN claim ON claim.n = claim_key.claim WHERE key = ?', [key]).map(idFromBytes),
    claimsOn: (passageId: string): string[] =>
      sql
        .column<Buffer>(
          'SELECT claim.id FROM passage JOIN claim_passage ON claim_passage.passage = passage.n JOIN claim ON claim.n = claim_passage.claim WHERE passage.id = ?',
          [idToBytes(passageId)],
        )
        .map(idFromBytes),
    content: contents.bytes,
    text: contents.text,
    layouts: (sha256: string) =>
      sql.all<{ text_sha256: string; layout: string; crc: number }>('SELECT text_sha256, layout, crc FROM text_layout WHERE sha256 = ?', [sha256]),
    rowOf: (table: RecordTable, row: Row): Readonly<Record<string, unknown>> => recordOf(ownForms[table]!, row),
  };
}
