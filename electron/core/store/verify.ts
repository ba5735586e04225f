// Checks a whole workbook: pages and references by SQLite, each record, edit and change against its CRC, each content and
// text against its hash, the derived tables against the records, and the records against the log. Reads only; never on the
// open path.
import { createHash } from 'node:crypto';
import { columnOf, crcOf, crcOfValues, type RecordTable, recordTables } from '../edits/records.ts';
import { replayProblems } from './replayed.ts';
import type { Row, Sql } from './sql.ts';

export function findProblems(sql: Sql): string[] {
  try {
    return [
      ...pageProblems(sql),
      ...referenceProblems(sql),
      ...recordProblems(sql),
      ...logProblems(sql),
      ...contentProblems(sql),
      ...derivedProblems(sql),
      ...replayProblems(sql),
    ];
  } catch (error) {
    return [`the file cannot be read to its end (${error instanceof Error ? error.message : 'unknown reason'})`];
  }
}

function pageProblems(sql: Sql): string[] {
  return sql.column<string>('PRAGMA integrity_check(100)').filter((line) => line !== 'ok');
}

function referenceProblems(sql: Sql): string[] {
  const foreign = sql
    .all<{ table: string; parent: string }>('PRAGMA foreign_key_check')
    .map((row) => `${row.table} points to a missing ${row.parent}`);
  const passages = sql.column<string>(
    'SELECT claim.id FROM claim, json_each(claim.passages) one WHERE NOT EXISTS (SELECT 1 FROM passage WHERE passage.id = one.value) LIMIT 100',
  );
  return [...foreign, ...passages.map((id) => `claim ${id} points to a missing passage`)];
}

function recordProblems(sql: Sql): string[] {
  return (Object.keys(recordTables) as RecordTable[]).flatMap((table) =>
    rowProblems(sql, `SELECT * FROM ${table}`, (row) =>
      row.crc === crcOf(table, row) ? undefined : `${table} ${String(row.id)} is not what was written`,
    ),
  );
}

/** Rows pass one by one: a workbook may be larger than memory. */
function rowProblems(sql: Sql, text: string, problemOf: (row: Row) => string | undefined): string[] {
  const problems: string[] = [];
  sql.each(text, (row) => {
    const problem = problemOf(row);
    if (problem !== undefined && problems.length < mostProblems) problems.push(problem);
  });
  return problems;
}

const mostProblems = 1000;

const editColumns = ['seq', 'id', 'label', 'author', 'at', 'clock', 'kind', 'target', 'changes', 'undone_by'];
const changeColumns = ['id', 'edit_seq', 'record_table', 'record_id', 'field', 'old', 'new'];

function logProblems(sql: Sql): string[] {
  const isWhole = (row: Row, columns: readonly string[]) => row.crc === crcOfValues(columns.map((column) => row[column] ?? null));
  const edits = rowProblems(sql, 'SELECT * FROM edit', (row) =>
    isWhole(row, editColumns) ? undefined : `edit ${String(row.seq)} is not what was written`,
  );
  const changes = rowProblems(sql, 'SELECT * FROM change', (row) =>
    isWhole(row, changeColumns) ? undefined : `a change of edit ${String(row.edit_seq)} is not what was written`,
  );
  const counts = sql
    .column<number>('SELECT seq FROM edit WHERE changes <> (SELECT count(*) FROM change WHERE edit_seq = edit.seq)')
    .map((seq) => `edit ${seq} has lost changes`);
  // Which edits stand undone follows from the log itself.
  const undone = sql.column<number>(
    `SELECT e.seq FROM edit e WHERE e.undone_by IS NOT (
       SELECT CASE WHEN u.kind = 'undo' THEN u.seq END FROM edit u WHERE u.target = e.seq ORDER BY u.seq DESC LIMIT 1)`,
  );
  const gaps = sql.get<{ n: number }>('SELECT coalesce(max(seq), 0) - count(*) AS n FROM edit')?.n ?? 0;
  return [
    ...edits,
    ...changes,
    ...counts,
    ...undone.map((seq) => `edit ${seq} is marked undone against the log`),
    ...(gaps > 0 ? [`${gaps} edits are missing from the log`] : []),
  ];
}

function contentProblems(sql: Sql): string[] {
  const isSame = (sha256: string, bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex') === sha256;
  const bytes = sql
    .column<string>('SELECT sha256 FROM content')
    .filter((sha256) => !isSame(sha256, sql.get<{ bytes: Buffer }>('SELECT bytes FROM content WHERE sha256 = ?', [sha256])!.bytes));
  const texts = sql
    .column<string>('SELECT sha256 FROM text_body')
    .filter((sha256) => !isSame(sha256, sql.get<{ body: string }>('SELECT body FROM text_body WHERE sha256 = ?', [sha256])!.body));
  const layouts = sql
    .all('SELECT * FROM text_layout')
    .filter((row) => row.crc !== crcOfValues([row.sha256 ?? null, row.text_sha256 ?? null, row.layout ?? null]));
  const titlesOf = (column: 'sha256' | 'text_sha256', hashes: readonly string[]) =>
    sql.column<string>(`SELECT coalesce(title, id) FROM source WHERE ${columnOf(column)} IN (SELECT value FROM json_each(?))`, [
      JSON.stringify(hashes),
    ]);
  return [
    ...titlesOf('sha256', bytes).map((title) => `the bytes of ${title} are not what was added`),
    ...titlesOf('text_sha256', texts).map((title) => `the text of ${title} is not what was read`),
    ...(layouts.length > 0 ? [`the pages or cells of ${layouts.length} sources are not what was read`] : []),
    ...(bytes.length + texts.length > 0 ? [`${bytes.length + texts.length} contents do not match their hash`] : []),
  ];
}

function derivedProblems(sql: Sql): string[] {
  const unindexed =
    sql.get<{ n: number }>(
      'SELECT count(*) AS n FROM claim LEFT JOIN claim_index ON claim_index.claim_id = claim.id WHERE claim_index.claim_id IS NULL',
    )?.n ?? 0;
  const orphans =
    sql.get<{ n: number }>('SELECT count(*) AS n FROM claim_index LEFT JOIN claim ON claim.id = claim_index.claim_id WHERE claim.id IS NULL')?.n ?? 0;
  const unsearched =
    sql.get<{ n: number }>(
      'SELECT count(*) AS n FROM search_entry LEFT JOIN search_index ON search_index.rowid = search_entry.id WHERE search_index.rowid IS NULL',
    )?.n ?? 0;
  return [
    ...(unindexed + orphans > 0 ? [`${unindexed + orphans} entries of the claim index are wrong`] : []),
    ...(unsearched > 0 ? [`${unsearched} entries of the search index are missing`] : []),
  ];
}
