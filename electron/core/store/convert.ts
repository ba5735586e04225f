// Brings a record table to another form: every state that a record ever had is reckoned back from its row and its lines in the
// log, converted, and written as the log would have told it in the new form. Steps taken before can so be undone after.
import type Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import { digestOf } from './digest.ts';
import { idFromBytes } from './id-bytes.ts';
import { changeColumns, crcOfLine, editColumns, encodeColumns, putBack, runColumns } from './log-lines.ts';
import { ddlOf, groupsOf, type RecordForm } from './record-form.ts';
import { crcOfRow, crcOfValues, type Fields, recordOf, toColumns } from './row.ts';
import type { Row, SqlValue } from './sql.ts';

export type ConvertRecord = (record: Fields) => Fields;

export interface Conversion {
  readonly before: RecordForm;
  readonly after: RecordForm;
  readonly convert: ConvertRecord;
}

/** A state of a record: the edit that made it, its columns, and the digest of its row. */
interface State {
  readonly edit: number;
  readonly columns: readonly SqlValue[];
  readonly crc: number;
}

interface Converted {
  readonly row: Row;
  readonly states: readonly State[];
}

/** @throws AppError `damaged` when a row or a line is not what was written. */
export function convertTable(db: Database.Database, { before, after, convert }: Conversion): void {
  const table = before.table;
  const live = db.prepare(`SELECT * FROM ${table}`).all() as Row[];
  const past = db.prepare(`SELECT * FROM ${table}_past`).all() as Row[];
  const lines = Map.groupBy(db.prepare('SELECT * FROM change WHERE tab = ? ORDER BY n, edit DESC').all(table) as Row[], (line) => Number(line.n));
  const stamps = new Map([...lines.values()].flat().map((line) => [`${line.n} ${line.grp} ${line.edit}`, line.stamp ?? null]));
  const statesOf = new Map<number, readonly State[]>();
  const converted = (row: Row): Converted => {
    const states = convertStates(row, lines.get(Number(row.n)) ?? [], { before, after, convert });
    statesOf.set(Number(row.n), states);
    return { row, states };
  };
  const [liveNow, pastNow] = [live.map(converted), past.map(converted)];
  db.exec(`DROP TABLE ${table}; DROP TABLE ${table}_past; ${ddlOf(after)}`);
  for (const one of liveNow) insert(db, table, rowNow(one));
  for (const one of pastNow) insert(db, `${table}_past`, [...rowNow(one), one.row.gone!]);
  writeLines(db, after, statesOf, stamps);
  writeDigests(db, table, statesOf);
}

/** Oldest first. */
function convertStates(row: Row, lines: readonly Row[], { before, after, convert }: Conversion): State[] {
  if (row.crc !== crcOfRow(before, row)) throw damaged(before.table, row);
  const states: State[] = [];
  const at: Row = { ...row };
  const keep = (edit: number) => {
    const columns = toColumns(after, convert(recordOf(before, at)));
    states.push({ edit, columns, crc: crcOfValues([row.n!, row.id!, row.born!, ...columns]) });
  };
  for (const [edit, own] of Map.groupBy(lines, (line) => Number(line.edit))) {
    keep(edit);
    for (const line of own) {
      if (line.crc !== crcOfLine(line, changeColumns)) throw damaged(before.table, row);
      putBack(before, at, line);
    }
  }
  keep(Number(row.born));
  return states.reverse();
}

function rowNow({ row, states }: Converted): SqlValue[] {
  const last = states.at(-1)!;
  return [row.n!, row.id!, row.born!, ...last.columns, last.crc];
}

function writeLines(
  db: Database.Database,
  form: RecordForm,
  states: ReadonlyMap<number, readonly State[]>,
  stamps: ReadonlyMap<string, SqlValue>,
): void {
  const table = form.table;
  db.prepare('DELETE FROM change WHERE tab = ?').run(table);
  for (const [n, known] of states) {
    for (let index = 1; index < known.length; index += 1) {
      const [was, now] = [known[index - 1]!, known[index]!];
      for (const [group, fields] of groupsOf(form)) {
        const places = fields.map((field) => form.fields.indexOf(field));
        const old = places.map((place) => was.columns[place]!);
        if (encodeColumns(old) === encodeColumns(places.map((place) => now.columns[place]!))) continue;
        const line = [table, n, group, now.edit, stamps.get(`${n} ${group} ${now.edit}`) ?? null, encodeColumns(old), now.crc];
        insert(db, 'change', [...line, crcOfValues(line)]);
      }
    }
  }
  const edits = db
    .prepare('SELECT edit.*, (SELECT count(*) FROM change WHERE edit = seq) + (SELECT count(*) FROM run WHERE edit = seq) AS found FROM edit')
    .all();
  for (const edit of (edits as Row[]).filter((one) => one.found !== one.lines)) {
    const row: Row = { ...edit, lines: edit.found! };
    const crc = crcOfLine(row, editColumns);
    db.prepare('UPDATE edit SET lines = ?, crc = ? WHERE seq = ?').run(row.lines, crc, row.seq);
  }
}

function writeDigests(db: Database.Database, table: string, states: ReadonlyMap<number, readonly State[]>): void {
  for (const run of db.prepare('SELECT * FROM run WHERE tab = ?').all(table) as Row[]) {
    const crcs: number[] = [];
    for (let n = Number(run.first); n <= Number(run.last); n += 1) crcs.push(states.get(n)!.findLast((state) => state.edit <= Number(run.edit))!.crc);
    const row: Row = { ...run, digest: digestOf(crcs) };
    db.prepare('UPDATE run SET digest = ?, crc = ? WHERE edit = ? AND tab = ? AND gone = ? AND first = ?').run(
      row.digest,
      crcOfLine(row, runColumns),
      run.edit,
      run.tab,
      run.gone,
      run.first,
    );
  }
}

function insert(db: Database.Database, table: string, values: readonly SqlValue[]): void {
  db.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`).run(...values);
}

function damaged(table: string, row: Row): AppError {
  return new AppError('damaged', 'store.damagedBeforeMigration', { table, id: idFromBytes(row.id as Buffer) });
}
