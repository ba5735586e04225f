// Whether the records of a stranger's workbook are ones that Assay could have written. A digest can be made to fit anything,
// so what it covers is checked too.
import { z } from 'zod';
import { claimSchema } from '../../../../shared/features/claims/model.ts';
import { sourceSchema } from '../../../../shared/features/sources/model.ts';
import { idSchema } from '../../../../shared/ids.ts';
import { fromRow, type RecordTable, recordTables, type StoredRecord } from '../../edits/records.ts';
import { assertSafeInput } from '../../safe-input.ts';
import type { Row, Sql } from '../sql.ts';

const schemas: Partial<Record<RecordTable, z.ZodType>> = {
  source: z.object(sourceSchema.shape),
  claim: z.object({ ...claimSchema.shape, passages: z.array(idSchema).max(1000) }),
};

const mostProblems = 20;

export function recordProblems(sql: Sql): string[] {
  const problems = [...copyCycles(sql)];
  for (const table of Object.keys(recordTables) as RecordTable[]) {
    const replaced: Row[] = [];
    sql.each(`SELECT * FROM ${table}`, (row) => {
      const problem = problems.length < mostProblems ? problemOf(table, row) : undefined;
      if (problem !== undefined) problems.push(problem);
      if (replaced.length < mostProblems && Object.values(row).some((value) => String(value).includes('\uFFFD'))) replaced.push(row);
    });
    problems.push(...replaced.flatMap((row) => brokenText(sql, table, row)));
  }
  return problems;
}

/** The driver shows bytes that are no UTF-8 as U+FFFD without a word; a U+FFFD that was written is kept as one. */
function brokenText(sql: Sql, table: RecordTable, row: Row): string[] {
  const columns = Object.entries(row).filter(([, value]) => typeof value === 'string' && value.includes('\uFFFD'));
  return columns
    .filter(([column, value]) => {
      const stored = sql.get<{ bytes: Buffer }>(`SELECT CAST(${column} AS BLOB) AS bytes FROM ${table} WHERE id = ?`, [String(row.id)]);
      return stored === undefined || !stored.bytes.equals(Buffer.from(String(value), 'utf8'));
    })
    .map(([column]) => `${table} ${String(row.id).slice(0, 40)} has bytes in ${column} that are no text`);
}

function problemOf(table: RecordTable, row: Row): string | undefined {
  const name = `${table} ${String(row.id).slice(0, 40)}`;
  try {
    const record = fromRow(table, row);
    assertSafeInput(record);
    const parsed = schemas[table]?.safeParse(table === 'claim' ? asClaim(record) : record);
    const issue = parsed?.error?.issues[0];
    return issue === undefined ? undefined : `${name} has a ${issue.path.join('.')} that it cannot have`;
  } catch (error) {
    return `${name} cannot be read (${error instanceof Error ? error.message.slice(0, 100) : 'unknown reason'})`;
  }
}

/** The store keeps the three parts of a value as columns. */
function asClaim({ low, high, qualifier, ...rest }: StoredRecord): unknown {
  return { ...rest, value: qualifier === null ? null : { low, high, qualifier } };
}

/** A source that is a copy of itself, over any number of steps, would never end. */
function copyCycles(sql: Sql): string[] {
  const copyOf = new Map(
    sql.all<{ id: string; copy_of: string }>('SELECT id, copy_of FROM source WHERE copy_of IS NOT NULL').map((row) => [row.id, row.copy_of]),
  );
  const settled = new Set<string>();
  for (const start of copyOf.keys()) {
    const seen = new Set<string>();
    for (let at: string | undefined = start; at !== undefined && !settled.has(at); at = copyOf.get(at)) {
      if (seen.has(at)) return [`source ${start} is a copy of itself`];
      seen.add(at);
    }
    for (const id of seen) settled.add(id);
  }
  return [];
}
