// Whether the records are what the log of edits says. Digests find a row that was bent; only this finds a whole page of an
// earlier time, on which every digest fits. Each record is reckoned back through its lines: after every edit its row must have
// the digest that the edit noted, and as it came the digest of its run.
import { type RecordTable, recordTables } from '../../../shared/records/index.ts';
import { digestOf } from './digest.ts';
import { idFromBytes } from './id-bytes.ts';
import { putBack } from './log-lines.ts';
import { ownForms } from './record-form.ts';
import { crcOfRow } from './row.ts';
import type { Row, Sql } from './sql.ts';

const atOnce = 500;

export function replayProblems(sql: Sql): string[] {
  return recordTables.flatMap((table) => {
    const born = new Map<number, number>();
    return [...differing(sql, table, born), ...misplaced(sql, table), ...digestProblems(sql, table, born)];
  });
}

/** Some hundred records at a time: a workbook may be larger than memory. `born` collects the digest of each row as it came. */
function differing(sql: Sql, table: RecordTable, born: Map<number, number>): string[] {
  const problems: string[] = [];
  for (const place of [table, `${table}_past`]) {
    for (let last = 0; ; ) {
      const rows = sql.all<Row>(`SELECT * FROM ${place} WHERE n > ? ORDER BY n LIMIT ${atOnce}`, [last]);
      if (rows.length === 0) break;
      const lines = linesOf(sql, table, [Number(rows[0]!.n), Number(rows.at(-1)!.n)]);
      for (const row of rows) {
        if (!isAsLogged(table, row, lines.get(Number(row.n)) ?? [], born))
          problems.push(`${table} ${idFromBytes(row.id as Buffer)} is not what the log says`);
      }
      last = Number(rows.at(-1)!.n);
    }
  }
  return problems;
}

/** Newest first. */
function linesOf(sql: Sql, table: RecordTable, [first, last]: readonly [number, number]): Map<number, Row[]> {
  const lines = sql.all<Row>('SELECT n, grp, edit, old, after FROM change WHERE tab = ? AND n BETWEEN ? AND ? ORDER BY n, edit DESC', [
    table,
    first,
    last,
  ]);
  return Map.groupBy(lines, (line) => Number(line.n));
}

function isAsLogged(table: RecordTable, row: Row, lines: readonly Row[], born: Map<number, number>): boolean {
  const form = ownForms[table]!;
  const at: Row = { ...row };
  for (const own of Map.groupBy(lines, (line) => line.edit).values()) {
    if (own.some((line) => line.after !== crcOfRow(form, at))) return false;
    for (const line of own) putBack(form, at, line);
  }
  born.set(Number(row.n), crcOfRow(form, at));
  return true;
}

/** Rows that are where the log says they are not. */
function misplaced(sql: Sql, table: RecordTable): string[] {
  const isThere = new Map<number, boolean>();
  sql.each<{ gone: number; first: number; last: number; edit: number }>(
    `SELECT gone, first, last, edit FROM run WHERE tab = '${table}' ORDER BY edit, gone`,
    ({ gone, first, last }) => {
      for (let n = first; n <= last; n += 1) isThere.set(n, gone === 0);
    },
  );
  const found = new Map<number, boolean>();
  for (const n of sql.column<number>(`SELECT n FROM ${table}_past`)) found.set(n, false);
  for (const n of sql.column<number>(`SELECT n FROM ${table}`)) found.set(n, true);
  const wrong = [...new Set([...isThere.keys(), ...found.keys()])].filter((n) => isThere.get(n) !== found.get(n));
  return wrong.slice(0, 100).map((n) => {
    if (!isThere.has(n)) return `${table} ${n} was made by no edit`;
    return found.has(n) ? `${table} ${n} came or went without an edit` : `${table} ${n} is gone without an edit that removed it`;
  });
}

function digestProblems(sql: Sql, table: RecordTable, born: ReadonlyMap<number, number>): string[] {
  const problems: string[] = [];
  for (const run of sql.all<Row>('SELECT * FROM run WHERE tab = ? AND gone = 0', [table])) {
    const numbers = Array.from({ length: Number(run.last) - Number(run.first) + 1 }, (_, index) => Number(run.first) + index);
    const within = [Number(run.first), Number(run.last)];
    const bornThen = sql.get<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT n, born FROM ${table} UNION ALL SELECT n, born FROM ${table}_past) WHERE n BETWEEN ? AND ? AND born = ?`,
      [...within, Number(run.edit)],
    )!.n;
    // Records that an undo brought back were told by the run in which they came first.
    if (bornThen !== numbers.length || numbers.some((n) => !born.has(n))) continue;
    if (digestOf(numbers.map((n) => born.get(n)!)) !== run.digest) problems.push(`${table} ${run.first} to ${run.last} did not come as the log says`);
  }
  return problems;
}
