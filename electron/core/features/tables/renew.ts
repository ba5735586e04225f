// Rows of imported tables made anew from the bytes and the mapping of each import, where what is kept of them was damaged.
import { extname } from 'node:path';
import type { ForkChild } from '../../jobs/child.ts';
import { type JobCaps, readingFailures, runJob } from '../../jobs/run-job.ts';
import type { TableAnswer, TableRequest } from '../../jobs/tables/read-table-file.ts';
import type { TableImport, TableRepository } from './repository.ts';

export interface RenewalOptions {
  readonly repository: TableRepository;
  readonly rows: { forget(): void };
  readonly fork: ForkChild;
  contentOf(sha256: string): Uint8Array;
  /** Runs in one transaction. */
  maintain(work: () => void): void;
}

/** A large table takes longer than a document. */
export const tableCaps: JobCaps = { timeoutMs: 120_000, memoryMb: 2048 };

/** What was wrong. @throws AppError where a table can no longer be read; nothing is changed then. */
export async function renewRows({ repository, rows, fork, contentOf, maintain }: RenewalOptions): Promise<string[]> {
  const problems = repository.problems();
  if (problems.length === 0) return [];
  const read: { readonly key: string; readonly answer: TableAnswer }[] = [];
  for (const one of repository.everImported()) read.push({ key: one.key, answer: await readAgain(one) });
  maintain(() => {
    repository.clear();
    for (const { key, answer } of read) repository.keepRows(key, answer.read);
  });
  rows.forget();
  return problems;

  function readAgain({ sourceId, sha256, mapping }: TableImport): Promise<TableAnswer> {
    const { fileName = null, mediaType = '' } = repository.sourceEver(sourceId) ?? {};
    // A sheet of separated values has its name from the file, which may have another by now.
    const name = `${mapping.sheet ?? ''}${extname(fileName ?? '') || '.csv'}`;
    const request: TableRequest = { name, mediaType, bytes: contentOf(sha256), mapping, known: [], sample: 0 };
    return runJob<TableAnswer>('tables-entry', request, { fork, caps: tableCaps, failures: readingFailures(name) });
  }
}
