// The state that a workbook had once an edit was done, beside the present and without changing it. A second connection holds a
// snapshot of the file; over each record table that was otherwise then lies a view of the same name, in which the rows that
// changed since are replaced by what they were. What reads the present so reads the past, unchanged; the cost is what changed since.
import type { RecordTable } from '../../../shared/records/index.ts';
import { recordTables } from '../../../shared/records/index.ts';
import { changeColumns, crcOfLine, putBack, runColumns } from './log-lines.ts';
import type { Reader } from './look.ts';
import { ownForms } from './record-form.ts';
import { crcOfRow } from './row.ts';
import type { Row, Sql } from './sql.ts';
import { damagedHistory } from './store-error.ts';

export interface Past {
  readonly sql: Sql;
  /** Edit at whose end the state is shown. */
  readonly edit: number;
  /** Numbers of the records of a table that are otherwise in the present: of all, or of those that came, went or differ in a group. */
  otherwise(table: RecordTable, groups?: readonly string[]): readonly number[];
  close(): void;
}

export function openPast({ sql, close }: Reader, edit: number): Past {
  try {
    sql.run('BEGIN');
    const otherwise = new Map(recordTables.map((table) => [table, layOver(sql, table, edit)]));
    return {
      sql,
      edit,
      otherwise(table, groups) {
        const { numbers, changed } = otherwise.get(table)!;
        return groups === undefined ? numbers : numbers.filter((n) => changed.get(n)?.every((group) => !groups.includes(group)) !== true);
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** Name of the table with the numbers of records that are otherwise in the present. */
export function otherwiseTable(table: RecordTable): string {
  return `temp.${table}_otherwise`;
}

interface Otherwise {
  readonly numbers: readonly number[];
  /** Groups in which records differ that were there and are there still. */
  readonly changed: ReadonlyMap<number, readonly string[]>;
}

function layOver(sql: Sql, table: RecordTable, edit: number): Otherwise {
  const form = ownForms[table]!;
  sql.run(`CREATE TEMP TABLE ${table}_otherwise (n INTEGER PRIMARY KEY)`);
  const was = wasThere(sql, table, edit);
  const lines = linesSince(sql, table, edit);
  const numbers = [...new Set([...was.keys(), ...lines.keys()])].sort((a, b) => a - b);
  if (numbers.length === 0) return { numbers, changed: new Map() };
  sql.run(`INSERT INTO temp.${table}_otherwise SELECT value FROM json_each(?)`, [JSON.stringify(numbers)]);
  const columns = ['n', 'id', 'born', ...form.fields.map(({ column }) => column), 'crc'];
  sql.run(`CREATE TEMP TABLE ${table}_then (n INTEGER PRIMARY KEY, id BLOB UNIQUE, ${columns.slice(2).join(', ')})`);
  const insert = `INSERT INTO temp.${table}_then (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  for (const { row, isLive } of rowsOf(sql, table, columns)) {
    const n = Number(row.n);
    if (!(was.get(n) ?? isLive)) continue;
    for (const line of lines.get(n) ?? []) putBack(form, row, line);
    const crc = crcOfRow(form, row);
    sql.run(insert, [...columns.slice(0, -1).map((column) => row[column] ?? null), crc]);
  }
  sql.run(
    `CREATE TEMP VIEW ${table} AS
     SELECT ${columns.join(', ')} FROM main.${table} WHERE n NOT IN (SELECT n FROM temp.${table}_otherwise)
     UNION ALL SELECT ${columns.join(', ')} FROM temp.${table}_then`,
  );
  const stayed = [...lines].filter(([n]) => !was.has(n));
  return { numbers, changed: new Map(stayed.map(([n, own]) => [n, own.map((line) => String(line.grp))])) };
}

/** Records that came or went since, and whether they were there: the first of their comings and goings tells. */
function wasThere(sql: Sql, table: RecordTable, edit: number): Map<number, boolean> {
  const was = new Map<number, boolean>();
  for (const run of sql.all<Row>('SELECT * FROM run WHERE tab = ? AND edit > ? ORDER BY edit DESC, gone', [table, edit])) {
    if (run.crc !== crcOfLine(run, runColumns)) throw damagedHistory(Number(run.edit));
    for (let n = Number(run.first); n <= Number(run.last); n += 1) was.set(n, run.gone === 1);
  }
  return was;
}

/** Changes since, newest first, by record. */
function linesSince(sql: Sql, table: RecordTable, edit: number): Map<number, Row[]> {
  const lines = sql.all<Row>(
    'SELECT change.* FROM edit CROSS JOIN change ON change.edit = edit.seq WHERE edit.seq > ? AND change.tab = ? ORDER BY change.n, change.edit DESC',
    [edit, table],
  );
  for (const line of lines) if (line.crc !== crcOfLine(line, changeColumns)) throw damagedHistory(Number(line.edit));
  return Map.groupBy(lines, (line) => Number(line.n));
}

function* rowsOf(sql: Sql, table: RecordTable, columns: readonly string[]): Generator<{ row: Row; isLive: boolean }> {
  for (const isLive of [true, false]) {
    const place = isLive ? `main.${table}` : `main.${table}_past`;
    const list = columns.map((column) => `kept.${column}`).join(', ');
    const rows = sql.all<Row>(`SELECT ${list} FROM temp.${table}_otherwise wanted JOIN ${place} kept ON kept.n = wanted.n`);
    for (const row of rows) yield { row, isLive };
  }
}
