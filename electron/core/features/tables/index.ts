// Tables brought in as rows: preview, import, list.
import { createHash } from 'node:crypto';
import { AppError } from '../../../../shared/errors.ts';
import type { ClaimBody } from '../../../../shared/features/claims/form.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import { cellName } from '../../../../shared/features/sources/cells.ts';
import type { Source, SourcePatch } from '../../../../shared/features/sources/model.ts';
import { headSignature } from '../../../../shared/features/tables/heads.ts';
import type { Mapping, MappingInput } from '../../../../shared/features/tables/mapping.ts';
import { rowPlaceOf, rowsKey } from '../../../../shared/features/tables/row-id.ts';
import { message } from '../../../../shared/message.ts';
import type { Handlers } from '../../dispatch.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { Files, HeldFile } from '../../host.ts';
import type { ForkChild } from '../../jobs/child.ts';
import type { Extracted } from '../../jobs/extract/extracted.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import { readingFailures, runJob } from '../../jobs/run-job.ts';
import type { TableAnswer, TableRequest } from '../../jobs/tables/read-table-file.ts';
import { passageRecord } from './latent.ts';
import { duplicatesIn, type Matched, matchRows, saidBy } from './match.ts';
import { tableCaps } from './renew.ts';
import type { TableImport, TableRepository } from './repository.ts';
import type { ImportedRows } from './rows.ts';

export interface TablesOptions {
  readonly repository: TableRepository;
  readonly rows: ImportedRows;
  readonly files: Files;
  readonly jobs: Jobs;
  readonly fork: ForkChild;
  findSource(id: string): Source | undefined;
  contentOf(source: Source): Uint8Array;
  findClaims(ids: readonly string[]): Claim[];
  /** Measured before the edit, kept in it; supplied by the sources. */
  measure(file: HeldFile, extracted: Extracted): Promise<MeasuredTable>;
  /** Writes another value, unit and place into a claim; supplied by the claims feature. */
  tellAnew(claim: Claim, said: ClaimBody, place: { readonly sourceId: string; readonly passages: readonly string[] }, edit: EditScope): void;
}

export interface MeasuredTable {
  keep(meta: SourcePatch, edit: EditScope): Source;
}

const shownClaims = 60;
const shownRows = 40;
const mostRejectedShown = 200;

interface Asked {
  readonly file?: string | undefined;
  readonly source?: string | undefined;
  readonly description?: string | undefined;
  readonly mapping?: MappingInput | undefined;
  readonly match?: readonly string[] | undefined;
}

export function createTablesHandlers(options: TablesOptions): Handlers<'tables'> {
  const { repository, rows, files, jobs, fork } = options;

  function read(file: HeldFile, { description, mapping }: Asked, sample: number, signal?: AbortSignal): Promise<TableAnswer> {
    const { name, mediaType } = file;
    const known = repository.imports().map(({ record }) => ({ heads: record.heads, mapping: record.mapping }));
    const request: TableRequest = { name, mediaType, bytes: new Uint8Array(file.bytes), description, mapping, known: known.toReversed(), sample };
    return runJob<TableAnswer>('tables-entry', request, {
      fork,
      caps: tableCaps,
      failures: readingFailures(name),
      ...(signal === undefined ? {} : { signal }),
    });
  }

  /** @throws AppError `not-found`, `invalid-input` */
  function fileOf({ file, source: id }: Asked, held: (handle: string) => HeldFile): HeldFile {
    if (file !== undefined) return held(file);
    if (id === undefined) throw new AppError('invalid-input', 'tables.whichTable', { field: 'file' });
    const source = options.findSource(id);
    if (source === undefined) throw new AppError('not-found', 'sources.unknown', { id });
    return { name: source.fileName ?? source.title, mediaType: source.mediaType, bytes: Buffer.from(options.contentOf(source)) };
  }

  /** Claims that earlier imports tell, as rows or as claims that rows became. */
  function importedBefore(): Claim[] {
    const became = rows.open().flatMap(({ record }) => repository.becameClaims(record.key));
    return [...rows.all(), ...options.findClaims(became)];
  }

  const matched = (answer: TableAnswer, { match }: Asked): Matched => {
    const fields = match ?? answer.mapping.match;
    return matchRows(answer.read, fields.length === 0 ? [] : importedBefore(), fields);
  };

  return {
    async preview(asked) {
      const file = fileOf(asked, files.peek);
      const answer = await read(file, asked, shownRows);
      const { shapes, rejected, problems } = answer.read;
      const { added, updated, skipped } = matched(answer, asked);
      return {
        name: file.name,
        sheets: [...answer.sheets],
        mapping: answer.mapping,
        origin: answer.origin,
        reasons: [...answer.reasons],
        heads: [...answer.heads],
        sample: answer.sample.map(({ row, cells }) => ({ row, cells: [...cells] })),
        claims: answer.read.rows.slice(0, shownClaims).map((row) => {
          const { subject, actor, measure, period, value, unit, multiplier, change } = saidBy(row, shapes);
          return { cell: cellName(row.row, row.column), subject: subject ?? actor, measure, period, value, unit, multiplier, change };
        }),
        rows: answer.read.rows.length,
        added: added.length,
        updated: updated.length,
        skipped: skipped.length,
        rejectedCount: rejected.length,
        rejected: rejected.slice(0, mostRejectedShown),
        problems: [...problems],
        duplicates: duplicatesIn(answer.read)
          .slice(0, 50)
          .map((list) => list.map(({ row, column }) => cellName(row, column))),
      };
    },
    import: {
      async prepare({ job: id, meta, ...asked }) {
        const job = jobs.start({ id, label: message('app:job.readingTable'), total: 1 });
        try {
          const file = fileOf(asked, files.take);
          job.progress(0, file.name);
          const answer = await read(file, asked, 0, job.signal);
          assertRead(file.name, answer);
          return { answer, asked, meta, table: await options.measure(file, answer.extracted) };
        } finally {
          job.end();
        }
      },
      write({ answer, asked, meta, table }: { answer: TableAnswer; asked: Asked; meta: SourcePatch; table: MeasuredTable }, edit) {
        const source = table.keep(meta, edit);
        const mapping: Mapping = { ...answer.mapping, match: [...(asked.match ?? answer.mapping.match)] };
        const key = keyOf(source.sha256, mapping);
        const rejected = [...answer.read.rejected];
        const total = answer.read.rows.length;
        if (rows.open().some(({ record }) => record.key === key))
          return { rows: total, added: 0, updated: 0, skipped: total, rejected, sourceId: source.id, importId: null };
        const matching = matched(answer, asked);
        const read = { sourceId: source.id, sha256: source.sha256, textSha256: source.textSha256, mapping, key };
        const leftOut = replaceBefore(matching, { read, source, edit, shapes: answer.read.shapes });
        const importId = edit.newId();
        edit.insert('table_import', { id: importId, ...read, heads: headSignature(answer.heads), leftOut });
        repository.keepRows(key, answer.read);
        edit.kind('import');
        edit.name('importTable', { title: source.title, count: total });
        const { added, updated, skipped } = matching;
        return { rows: total, added: added.length, updated: updated.length, skipped: skipped.length, rejected, sourceId: source.id, importId };
      },
    },
  };

  /** Rows that earlier tables tell too are told by this one from now on. A claim that a person made of one keeps what they said of it. */
  function replaceBefore({ updated, skipped }: Matched, { read, source, edit, shapes }: Replacing): string[] {
    const told = new Map<string, string[]>();
    const leftOut: string[] = [];
    for (const { row, claim } of [...updated, ...skipped]) {
      const { key, row: before, column } = rowPlaceOf(claim.id)!;
      if (repository.isWrittenDown('claim', claim.id)) leftOut.push(cellName(row.row, row.column));
      else told.set(key, [...(told.get(key) ?? []), cellName(before, column)]);
    }
    for (const { row, claim } of updated) {
      if (!repository.isWrittenDown('claim', claim.id)) continue;
      const passage = rows.passageAt(read, source, row);
      edit.insert('passage', passageRecord(passage, read.textSha256));
      options.tellAnew(claim, saidBy(row, shapes), { sourceId: read.sourceId, passages: [passage.id] }, edit);
    }
    for (const { record } of rows.open()) {
      const cells = told.get(record.key);
      if (cells !== undefined) edit.update('table_import', record.id, { leftOut: [...record.leftOut, ...cells] });
    }
    return leftOut;
  }
}

/** A table of which nothing was read is not brought in, and neither is one that a mapping for other columns would read. @throws AppError `invalid-input`, `unreadable` */
function assertRead(name: string, { origin, read: { rows, rejected, problems } }: TableAnswer): void {
  const missing = origin === 'given' ? problems.filter(({ why }) => why.key === noColumn).map(({ at }) => at) : [];
  if (missing.length > 0) throw new AppError('invalid-input', 'tables.otherColumns', { field: 'mapping', name, columns: { list: missing } });
  if (rows.length > 0) return;
  const [first] = rejected;
  if (first === undefined) throw new AppError('unreadable', 'tables.noRows', { name });
  throw new AppError('unreadable', 'tables.noneRead', { name, count: rejected.length, row: first.row, cause: first.why });
}

const noColumn = 'tables:problem.noColumn';

interface Replacing {
  readonly read: Pick<TableImport, 'sourceId' | 'sha256' | 'textSha256' | 'mapping' | 'key'>;
  readonly source: Source;
  readonly edit: EditScope;
  readonly shapes: readonly ClaimBody[];
}

/** The same for the same bytes read in the same way, on whatever machine. */
function keyOf(sha256: string, mapping: Mapping): string {
  const told = Object.entries(mapping)
    .filter(([name]) => name !== 'match')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return rowsKey(
    createHash('sha256')
      .update(JSON.stringify([sha256, told]))
      .digest('hex'),
  );
}
