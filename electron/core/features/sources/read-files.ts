// Reads handed-over files as one job: a few child processes at a time, each file for itself, so that one that hangs or
// crashes leaves the others unharmed. What was read before a cancel is kept.

import { availableParallelism } from 'node:os';
import { toErrorShape } from '../../../../shared/errors.ts';
import { messageOf } from '../../../../shared/in-words.ts';
import type { Message } from '../../../../shared/message.ts';
import type { HeldFile } from '../../host.ts';
import type { ForkChild } from '../../jobs/child.ts';
import type { Extracted, ExtractRequest } from '../../jobs/extract/extracted.ts';
import type { Job } from '../../jobs/jobs.ts';
import { createDocumentReader } from '../../jobs/reader.ts';

export interface ReadFile {
  readonly file: HeldFile;
  readonly extracted: Extracted;
}

export interface Watching {
  readonly signal?: AbortSignal | undefined;
  /** The share that is done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

export interface Refused {
  readonly file: string;
  readonly code: string;
  readonly why: Message;
}

export interface ReadResult<T extends ReadFile> {
  readonly read: T[];
  readonly refused: Refused[];
  /** Files that were not read because the job was cancelled. */
  readonly cancelled: number;
}

const mostReaders = 3;

export interface ReadOptions<T extends ReadFile> {
  readonly fork: ForkChild;
  readonly job: Job;
  readonly encoding?: string | undefined;
  /** What was read of a file before. */
  known(file: HeldFile): Extracted | undefined;
  /** What is done to each file once it is read. */
  finish(item: ReadFile, watching: Watching): Promise<T>;
}

export async function readFiles<T extends ReadFile>(
  files: readonly HeldFile[],
  { fork, job, encoding, known, finish }: ReadOptions<T>,
): Promise<ReadResult<T>> {
  const outcomes: (T | Refused | undefined)[] = files.map(() => undefined);
  let next = 0;
  let done = 0;
  async function readOn(): Promise<void> {
    const reader = createDocumentReader(fork);
    try {
      for (let index = next++; index < files.length && !job.signal.aborted; index = next++) {
        const file = files[index]!;
        job.progress(done, file.name);
        const onProgress = (share: number) => job.progress(done, file.name, share);
        const read = async () => known(file) ?? reader.read(requestOf(file, encoding), job.signal);
        outcomes[index] = await read()
          .then((extracted) => finish({ file, extracted }, { signal: job.signal, onProgress }))
          .catch((error: unknown) => refusedOf(file, error));
        done += 1;
        job.progress(done, file.name);
      }
    } finally {
      reader.close();
    }
  }
  const readers = Math.max(1, Math.min(mostReaders, files.length, availableParallelism() - 1));
  await Promise.all(Array.from({ length: readers }, readOn));
  const settled = outcomes.filter((outcome) => outcome !== undefined);
  const refused = settled.filter((outcome) => 'why' in outcome);
  return {
    read: settled.filter((outcome) => 'extracted' in outcome),
    refused: refused.filter((one) => one.code !== 'cancelled'),
    cancelled: files.length - settled.length + refused.filter((one) => one.code === 'cancelled').length,
  };
}

function refusedOf(file: HeldFile, error: unknown): Refused {
  const shape = toErrorShape(error);
  return { file: file.name, code: shape.code, why: messageOf(shape) };
}

/** One file, read by itself. @throws AppError as the reader told it. */
export async function readOne(fork: ForkChild, file: HeldFile, encoding?: string): Promise<Extracted> {
  const reader = createDocumentReader(fork);
  try {
    return await reader.read(requestOf(file, encoding));
  } finally {
    reader.close();
  }
}

function requestOf(file: HeldFile, encoding: string | undefined): ExtractRequest {
  return { ...file, bytes: new Uint8Array(file.bytes), ...(encoding === undefined ? {} : { encoding }) };
}
