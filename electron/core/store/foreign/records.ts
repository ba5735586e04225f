// Whether the records of a stranger's workbook, and their history, are ones that Assay could have written. A digest can be made
// to fit anything, so what it covers is checked too, by the schema that each record is declared with.
import { mergeFactsSchema } from '../../../../shared/features/exchange/merge.ts';
import { editKinds } from '../../../../shared/features/history/contract.ts';
import { messageSchema } from '../../../../shared/message.ts';
import { type RecordTable, recordTables, recordType } from '../../../../shared/records/index.ts';
import { unknownWords } from '../../../../shared/records/vocabulary.ts';
import { assertSafeInput } from '../../safe-input.ts';
import { idFromBytes, idToBytes } from '../id-bytes.ts';
import { decodeColumns } from '../log-lines.ts';
import { type FormField, groupsOf, ownForms } from '../record-form.ts';
import { fromColumn, recordOf, toColumn } from '../row.ts';
import type { Row, Sql, SqlValue } from '../sql.ts';

const mostProblems = 20;

export function recordProblems(sql: Sql): string[] {
  const problems: string[] = [];
  const note = (problem: string | undefined) => {
    if (problem !== undefined && problems.length < mostProblems) problems.push(problem);
  };
  for (const problem of [...copyCycles(sql), ...misplacedPassages(sql)]) note(problem);
  for (const table of recordTables) {
    for (const place of [table, `${table}_past`]) {
      const replaced: Row[] = [];
      sql.each(`SELECT * FROM ${place}`, (row) => {
        note(problemOf(table, row));
        if (replaced.length < mostProblems && hasReplacement(row)) replaced.push(row);
      });
      for (const row of replaced) for (const problem of brokenText(sql, place, row)) note(problem);
    }
  }
  sql.each('SELECT * FROM edit', (row) => note(editProblem(row)));
  sql.each('SELECT * FROM taken_edit', (row) => note(editProblem({ ...row, seq: row.merge ?? null })));
  sql.each('SELECT * FROM merge', (row) => note(mergeProblem(row)));
  sql.each('SELECT * FROM alias', (row) => note(aliasProblem(row)));
  sql.each('SELECT * FROM change', (row) => note(changeProblem(row)));
  sql.each('SELECT * FROM run', (row) => note(isRecordTable(row.tab) ? undefined : `edit ${Number(row.edit)} tells of a table that is not there`));
  return problems;
}

function isRecordTable(table: unknown): table is RecordTable {
  return recordTables.some((one) => one === table);
}

function hasReplacement(row: Row): boolean {
  return Object.values(row).some((value) => typeof value === 'string' && value.includes('\uFFFD'));
}

/** The driver shows bytes that are no UTF-8 as U+FFFD without a word; a U+FFFD that was written is kept as one. */
function brokenText(sql: Sql, table: string, row: Row): string[] {
  const columns = Object.entries(row).filter(([, value]) => typeof value === 'string' && value.includes('\uFFFD'));
  return columns
    .filter(([column, value]) => {
      const stored = sql.get<{ bytes: Buffer }>(`SELECT CAST(${column} AS BLOB) AS bytes FROM ${table} WHERE n = ?`, [row.n!]);
      return stored === undefined || !stored.bytes.equals(Buffer.from(String(value), 'utf8'));
    })
    .map(([column]) => `${table} ${nameOf(row)} has bytes in ${column} that are no text`);
}

function nameOf(row: Row): string {
  return Buffer.isBuffer(row.id) ? idFromBytes(row.id).slice(0, 40) : String(row.n);
}

function problemOf(table: RecordTable, row: Row): string | undefined {
  const name = `${table} ${nameOf(row)}`;
  try {
    const record = recordOf(ownForms[table]!, row);
    assertSafeInput(record);
    const issue = recordType(table).schema.safeParse(record).error?.issues[0];
    if (issue !== undefined) return `${name} has a ${issue.path.join('.')} that it cannot have`;
    const field = unknownWords(table, record)[0];
    if (field !== undefined) return `${name} has a ${field} that this workbook does not know`;
    const odd = ownForms[table]!.fields.find((one) => !isAsWritten(one, row[one.column]!))?.name;
    if (odd !== undefined || !idToBytes(String(record.id)).equals(row.id as Buffer))
      return `${name} has a ${odd ?? 'id'} that Assay writes otherwise`;
    return undefined;
  } catch (error) {
    return `${name} cannot be read (${error instanceof Error ? error.message.slice(0, 100) : 'unknown reason'})`;
  }
}

/** One thing is written in one way: what reads the same but lies otherwise would be another digest, and another value to SQL. */
function isAsWritten(field: FormField, value: SqlValue): boolean {
  const written = toColumn(field, fromColumn(field, value));
  return Buffer.isBuffer(written) && Buffer.isBuffer(value) ? written.equals(value) : written === value;
}

/** Passages that stand outside of the text that they are said to stand in. */
function misplacedPassages(sql: Sql): string[] {
  return sql
    .column<Buffer>(
      `SELECT passage.id FROM passage JOIN source ON source.id = passage.source_id WHERE passage.start < 0 OR passage.end < passage.start
       OR (passage.text_sha256 = source.text_sha256 AND passage.end > source.chars) LIMIT ${mostProblems}`,
    )
    .map((id) => `passage ${idFromBytes(id)} stands outside of its text`);
}

function editProblem(row: Row): string | undefined {
  try {
    if (!messageSchema.safeParse(JSON.parse(String(row.label))).success) return `edit ${Number(row.seq)} has a label that it cannot have`;
    assertSafeInput({ author: row.author, label: row.label });
    const isOdd = !editKinds.some((kind) => kind === row.kind) || String(row.author).length > 500 || !isTime(row.at) || !isTime(row.clock);
    return isOdd || ![0, 16].includes((row.replica as Buffer).length % 17) ? `edit ${Number(row.seq)} is none that Assay writes` : undefined;
  } catch {
    return `edit ${Number(row.seq)} cannot be read`;
  }
}

/** What a merge says of itself is shown in the history. */
function mergeProblem(row: Row): string | undefined {
  try {
    const facts: unknown = JSON.parse(String(row.facts));
    assertSafeInput(facts);
    return mergeFactsSchema.safeParse(facts).success ? undefined : `merge ${Number(row.edit)} tells of itself what it cannot`;
  } catch {
    return `merge ${Number(row.edit)} cannot be read`;
  }
}

function aliasProblem({ id, stays, merge }: Row): string | undefined {
  const isSound = [id, stays].every((one) => Buffer.isBuffer(one) && one.length === 16) && !(id as Buffer).equals(stays as Buffer);
  return isSound ? undefined : `merge ${Number(merge)} has an alias that is none`;
}

/** Milliseconds that a date can show. */
function isTime(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 8.64e15;
}

/** What an undo would bring back must be what a record can hold. */
function changeProblem(row: Row): string | undefined {
  const name = `a change of edit ${Number(row.edit)}`;
  if (!isRecordTable(row.tab)) return `${name} tells of a table that is not there`;
  const fields = groupsOf(ownForms[row.tab]!).get(String(row.grp));
  if (fields === undefined) return `${name} tells of a field that is not there`;
  try {
    const before = decodeColumns(String(row.old));
    const { shape } = recordType(row.tab).schema;
    if (before.length !== fields.length) return `${name} tells of other fields than there are`;
    const wrong = fields.find(
      (field, index) => !shape[field.name]!.safeParse(fromColumn(field, before[index]!)).success || !isAsWritten(field, before[index]!),
    );
    assertSafeInput(fields.map((field, index) => fromColumn(field, before[index]!)));
    return wrong === undefined ? undefined : `${name} tells of a ${wrong.name} that it cannot have`;
  } catch {
    return `${name} cannot be read`;
  }
}

/** A source that is a copy of itself, over any number of steps, would never end. */
function copyCycles(sql: Sql): string[] {
  const rows = sql.all<{ id: Buffer; copy_of: Buffer }>('SELECT id, copy_of FROM source WHERE copy_of IS NOT NULL');
  const copyOf = new Map(rows.map((row) => [row.id.toString('hex'), row.copy_of.toString('hex')]));
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
