// Checks a whole workbook: pages and references by SQLite, each record and each line of the log against its CRC, each content
// and text against its hash, and the records against the log. Derived tables are checked by those that make them. Reads only;
// never on the open path.
import { createHash } from 'node:crypto';
import { recordTables } from '../../../shared/records/index.ts';
import { idFromBytes, idsFromBytes } from './id-bytes.ts';
import { createKeptContents } from './kept-contents.ts';
import { aliasColumns, changeColumns, crcOfLine, editColumns, mergeColumns, runColumns, takenColumns } from './log-lines.ts';
import { quoteProblems } from './quotes.ts';
import { ownForms } from './record-form.ts';
import { replayProblems } from './replayed.ts';
import { crcOfRow, crcOfValues } from './row.ts';
import type { Row, Sql } from './sql.ts';

export function findProblems(sql: Sql): string[] {
  try {
    return [
      ...pageProblems(sql),
      ...referenceProblems(sql),
      ...recordProblems(sql),
      ...logProblems(sql),
      ...contentProblems(sql),
      ...replayProblems(sql),
      ...quoteProblems(sql),
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
  return [...foreign, ...listProblems(sql)];
}

/** Lists of ids, which SQLite cannot check. */
function listProblems(sql: Sql): string[] {
  const passages = new Set(sql.column<Buffer>('SELECT id FROM passage').map((id) => id.toString('hex')));
  const missing: string[] = [];
  sql.each<{ id: Buffer; passages: Buffer | null }>('SELECT id, passages FROM claim WHERE passages IS NOT NULL', (row) => {
    if (missing.length >= 100) return;
    const ids = idsFromBytes(row.passages!);
    if (ids.some((id) => !passages.has(id.replaceAll('-', '')))) missing.push(`claim ${idFromBytes(row.id)} points to a missing passage`);
  });
  return missing;
}

function recordProblems(sql: Sql): string[] {
  return recordTables.flatMap((table) =>
    [table, `${table}_past`].flatMap((place) =>
      rowProblems(sql, `SELECT * FROM ${place}`, (row) =>
        row.crc === crcOfRow(ownForms[table]!, row) ? undefined : `${table} ${idFromBytes(row.id as Buffer)} is not what was written`,
      ),
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

function logProblems(sql: Sql): string[] {
  const bent = (table: string, columns: readonly string[], nameOf: (row: Row) => string) =>
    rowProblems(sql, `SELECT * FROM ${table}`, (row) => (row.crc === crcOfLine(row, columns) ? undefined : `${nameOf(row)} is not what was written`));
  const lost = sql
    .column<number>(
      `SELECT seq FROM edit
       WHERE lines <> (SELECT count(*) FROM change WHERE edit = seq) + (SELECT count(*) FROM run WHERE edit = seq)`,
    )
    .map((seq) => `edit ${seq} has lost changes`);
  // Which edits stand undone follows from the log itself.
  const undone = sql.column<number>(
    `SELECT e.seq FROM edit e WHERE e.undone_by IS NOT (
       SELECT CASE WHEN u.kind = 'undo' THEN u.seq END FROM edit u WHERE u.target = e.seq ORDER BY u.seq DESC LIMIT 1)`,
  );
  const gaps = sql.get<{ n: number }>('SELECT coalesce(max(seq), 0) - count(*) AS n FROM edit')?.n ?? 0;
  return [
    ...bent('edit', editColumns, (row) => `edit ${String(row.seq)}`),
    ...bent('change', changeColumns, (row) => `a change of edit ${String(row.edit)}`),
    ...bent('run', runColumns, (row) => `a run of edit ${String(row.edit)}`),
    ...bent('merge', mergeColumns, (row) => `merge ${String(row.edit)}`),
    ...bent('taken_edit', takenColumns, (row) => `an edit that merge ${String(row.merge)} took in`),
    ...bent('alias', aliasColumns, (row) => `an alias of merge ${String(row.merge)}`),
    ...lost,
    ...undone.map((seq) => `edit ${seq} is marked undone against the log`),
    ...(gaps > 0 ? [`${gaps} edits are missing from the log`] : []),
  ];
}

function contentProblems(sql: Sql): string[] {
  const isSame = (sha256: string, bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex') === sha256;
  const contents = createKeptContents(sql);
  const packed = sql.column<string>('SELECT sha256 FROM packed').filter((sha256) => !isSame(sha256, contents.bytes(sha256) ?? ''));
  const bytes = [...sql.column<string>('SELECT sha256 FROM content').filter((sha256) => !isSame(sha256, contents.bytes(sha256)!)), ...packed];
  const texts = [...sql.column<string>('SELECT sha256 FROM text_body').filter((sha256) => !isSame(sha256, contents.text(sha256)!)), ...packed];
  const wrong = new Set([...bytes, ...texts]);
  const layouts = sql
    .all('SELECT * FROM text_layout')
    .filter((row) => row.crc !== crcOfValues([row.sha256 ?? null, row.text_sha256 ?? null, row.layout ?? null]));
  const missing = ['content', 'text_body'].flatMap((table) =>
    sql.column<string>(
      `SELECT title FROM source WHERE source.${table === 'content' ? 'sha256' : 'text_sha256'}
         NOT IN (SELECT sha256 FROM ${table} UNION ALL SELECT sha256 FROM packed) LIMIT 100`,
    ),
  );
  const titlesOf = (column: 'sha256' | 'text_sha256', hashes: readonly string[]) =>
    sql.column<string>(`SELECT coalesce(title, hex(id)) FROM source WHERE ${column} IN (SELECT value FROM json_each(?))`, [JSON.stringify(hashes)]);
  return [
    ...titlesOf('sha256', bytes).map((title) => `the bytes of ${title} are not what was added`),
    ...titlesOf('text_sha256', texts).map((title) => `the text of ${title} is not what was read`),
    ...missing.map((title) => `the bytes or the text of ${title} are missing`),
    ...(layouts.length > 0 ? [`the pages or cells of ${layouts.length} sources are not what was read`] : []),
    ...(wrong.size > 0 ? [`${wrong.size} contents do not match their hash`] : []),
  ];
}
