// Whether the records are what the log of edits says. Digests find a row that was bent; only this finds a whole page of an
// earlier time, on which every digest fits.
import { columnOf, fieldNames, type RecordTable, recordTables, toColumnValue } from '../edits/records.ts';
import type { Row, Sql, SqlValue } from './sql.ts';

type Logged = Readonly<Record<string, unknown>> | undefined;

const atOnce = 500;

export function replayProblems(sql: Sql): string[] {
  return (Object.keys(recordTables) as RecordTable[]).flatMap((table) => [...differing(sql, table), ...missing(sql, table)]);
}

/** Some hundred records at a time: a workbook may be larger than memory. */
function differing(sql: Sql, table: RecordTable): string[] {
  const problems: string[] = [];
  for (let last = 0; ; ) {
    const rows = sql.all(`SELECT rowid AS place, * FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ${atOnce}`, [last]);
    if (rows.length === 0) return problems;
    const logged = loggedRecords(sql, table, rows);
    for (const row of rows) {
      const field = firstDifference(table, row, logged.get(String(row.id)));
      if (field !== undefined) problems.push(`${table} ${String(row.id)} is not what the log says (${field})`);
    }
    last = Number(rows.at(-1)!.place);
  }
}

/** Each record as its changes, one after the other, leave it. */
function loggedRecords(sql: Sql, table: RecordTable, rows: readonly Row[]): Map<string, Logged> {
  const records = new Map<string, Logged>();
  const changes = sql.all<{ record_id: string; field: string; new: string | null }>(
    `SELECT record_id, field, new FROM change
     WHERE record_table = ? AND record_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    [table, JSON.stringify(rows.map((row) => row.id))],
  );
  for (const { record_id, field, new: now } of changes) {
    const value = now === null ? undefined : JSON.parse(now);
    records.set(record_id, field === '*' ? value : { ...records.get(record_id), [field]: value });
  }
  return records;
}

function firstDifference(table: RecordTable, row: Row, logged: Logged): string | undefined {
  if (logged === undefined) return 'no edit made it';
  return fieldNames(table).find((field) => {
    const kept = row[columnOf(field)] ?? null;
    const said = toColumnValue(table, field, logged[field]);
    return kept !== said && !isSameJson(kept, said);
  });
}

/** Two ways to write one value. */
function isSameJson(kept: SqlValue, said: SqlValue): boolean {
  if (typeof kept !== 'string' || typeof said !== 'string' || !/^[[{]/.test(said)) return false;
  try {
    return JSON.stringify(JSON.parse(kept)) === JSON.stringify(JSON.parse(said));
  } catch {
    return false;
  }
}

function missing(sql: Sql, table: RecordTable): string[] {
  return sql
    .column<string>(
      `SELECT record_id FROM change one
       WHERE record_table = ? AND field = '*' AND new IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM ${table} kept WHERE kept.id = one.record_id)
         AND NOT EXISTS (SELECT 1 FROM change later
           WHERE later.record_id = one.record_id AND later.field = '*' AND later.record_table = one.record_table AND later.id > one.id)
       LIMIT 100`,
      [table],
    )
    .map((id) => `${table} ${id} is gone without an edit that removed it`);
}
