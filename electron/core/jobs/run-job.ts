// Runs foreign work in a child process, which can be killed: a parser that hangs, eats memory or crashes ends as one clear
// error here. Caps follow the safety rules: 20 s for a document, 1 GB of memory.
import { AppError, type ErrorShape, fromErrorShape } from '../../../shared/errors.ts';
import type { ForkChild, JobChild, JobEntry } from './child.ts';

export interface JobCaps {
  readonly timeoutMs: number;
  readonly memoryMb: number;
}

/** The heap's share of the 1 GB that a reader may take: what lies outside the heap needs the rest. */
export const documentCaps: JobCaps = { timeoutMs: 20_000, memoryMb: 768 };

export type JobAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorShape };

/** `what` names the work for the error message, such as a file name. */
export async function runJob<T>(
  entry: JobEntry,
  request: object,
  { what, caps = documentCaps, fork }: { what: string; caps?: JobCaps; fork: ForkChild },
): Promise<T> {
  const child = fork(entry, caps);
  try {
    return await taken(await askChild<T>(child, request, { what, timeoutMs: caps.timeoutMs }));
  } finally {
    child.kill();
  }
}

export interface AskOptions {
  readonly what: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** One request, one answer. A rejection means that the child is of no use any more and must be killed. */
export function askChild<T>(child: JobChild, request: object, { what, timeoutMs, signal }: AskOptions): Promise<JobAnswer<T>> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      finish();
    };
    const fail = (code: 'cancelled' | 'limit' | 'unreadable', why: string) =>
      settle(() => reject(new AppError(code, `${what} ${why}. Nothing was kept of it.`)));
    const onAbort = () => fail('cancelled', 'was not read: it was cancelled');
    const timer = setTimeout(() => fail('limit', `took longer than ${timeoutMs / 1000} s to read, and was given up`), timeoutMs);
    if (signal?.aborted) return onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
    child.listen((message) => {
      if (message !== undefined) settle(() => resolve(message as JobAnswer<T>));
      else fail('unreadable', 'could not be read: its reader stopped, as it does when a file asks for too much memory');
    });
    child.send(request);
  });
}

/** @throws AppError as the child told it. */
export function taken<T>(answer: JobAnswer<T>): T {
  if (answer.ok) return answer.value;
  throw fromErrorShape(answer.error);
}
