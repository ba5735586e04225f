// Runs foreign work in a child process, which can be killed: a parser that hangs, eats memory or crashes ends as one clear
// error here. Caps follow the safety rules: 20 s for a document, 1 GB of memory.
import { AppError, type ErrorDetails, type ErrorShape, fromErrorShape } from '../../../shared/errors.ts';
import type { ForkChild, JobChild, JobEntry } from './child.ts';

export interface JobCaps {
  readonly timeoutMs: number;
  readonly memoryMb: number;
}

/** The heap's share of the 1 GB that a reader may take: what lies outside the heap needs the rest. */
export const documentCaps: JobCaps = { timeoutMs: 20_000, memoryMb: 768 };

export type JobAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorShape };

/** What a child says before it answers: how far it is, from 0 to 1. */
export interface JobProgress {
  readonly progress: number;
}

export interface RunOptions extends Omit<AskOptions, 'timeoutMs'> {
  readonly caps?: JobCaps;
  readonly fork: ForkChild;
}

export async function runJob<T>(entry: JobEntry, request: object, { caps = documentCaps, fork, ...asked }: RunOptions): Promise<T> {
  const child = fork(entry, caps);
  try {
    return await taken(await askChild<T>(child, request, { ...asked, timeoutMs: caps.timeoutMs }));
  } finally {
    child.kill();
  }
}

/** A key of the `errors` catalogue, with what its placeholders stand for; `seconds` is added where time ran out. */
interface FailureWords {
  readonly key: string;
  readonly details?: ErrorDetails;
}

export interface JobFailures {
  readonly cancelled: FailureWords;
  readonly tookTooLong: FailureWords;
  readonly stopped: FailureWords;
}

/** Failures of reading a file, of which nothing is kept then. */
export function readingFailures(name: string): JobFailures {
  return {
    cancelled: { key: 'reading.cancelled', details: { name } },
    tookTooLong: { key: 'reading.tookTooLong', details: { name } },
    stopped: { key: 'reading.stopped', details: { name } },
  };
}

export interface AskOptions {
  /** What an error says when the work is cancelled, takes too long, or ends its child. */
  readonly failures: JobFailures;
  /** From the last sign of life. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Called with the share that is done, from 0 to 1, by work that tells it. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** One request, one answer. A rejection means that the child is of no use any more and must be killed. */
export function askChild<T>(child: JobChild, request: object, { failures, timeoutMs, signal, onProgress }: AskOptions): Promise<JobAnswer<T>> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      finish();
    };
    const fail = (code: 'cancelled' | 'limit' | 'unreadable', failure: FailureWords, details: ErrorDetails = {}) =>
      settle(() => reject(new AppError(code, failure.key, { ...failure.details, ...details })));
    const onAbort = () => fail('cancelled', failures.cancelled);
    const timer = setTimeout(() => fail('limit', failures.tookTooLong, { seconds: timeoutMs / 1000 }), timeoutMs);
    if (signal?.aborted) return onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
    child.listen((message) => {
      if (message !== undefined && 'progress' in message) {
        timer.refresh();
        onProgress?.(message.progress as number);
      } else if (message !== undefined) settle(() => resolve(message as JobAnswer<T>));
      else fail('unreadable', failures.stopped);
    });
    child.send(request);
  });
}

/** @throws AppError as the child told it. */
export function taken<T>(answer: JobAnswer<T>): T {
  if (answer.ok) return answer.value;
  throw fromErrorShape(answer.error);
}
