// Runs one piece of foreign work in a child process of its own, which can be killed: a parser that hangs, eats memory or
// crashes ends as one clear error here. Caps follow the safety rules: 20 s for a document, 1 GB of memory.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AppError, type ErrorShape, fromErrorShape } from '../../../shared/errors.ts';

export interface JobCaps {
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly signal?: AbortSignal | undefined;
}

export const documentCaps: JobCaps = { timeoutMs: 20_000, memoryMb: 1024 };

export type JobAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorShape };

/** `what` names the work for the error message, such as a file name. */
export function runJob<T>(
  entry: 'extract-entry' | 'foreign-workbook-entry',
  request: object,
  { what, caps = documentCaps }: { what: string; caps?: JobCaps },
): Promise<T> {
  caps.signal?.throwIfAborted();
  const child = fork(entryPath(entry), [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${caps.memoryMb}`],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise<T>((resolve, reject) => {
    function end(outcome: AppError | { value: T }): void {
      clearTimeout(timer);
      caps.signal?.removeEventListener('abort', onAbort);
      child.removeAllListeners();
      child.on('error', () => {});
      child.kill('SIGKILL');
      if (outcome instanceof AppError) reject(outcome);
      else resolve(outcome.value);
    }
    const onAbort = () => end(new AppError('cancelled', `${what} was cancelled. Nothing was kept of it.`));
    const onTimeout = () =>
      end(new AppError('limit', `${what} took longer than ${caps.timeoutMs / 1000} s to read. It was given up; nothing was kept of it.`));
    const timer = setTimeout(onTimeout, caps.timeoutMs);
    caps.signal?.addEventListener('abort', onAbort, { once: true });
    child.once('message', (message) => end(outcomeOf(message as JobAnswer<T>)));
    child.once('error', () => end(new AppError('unexpected', `The reader for ${what} could not be started. Nothing was kept of it.`)));
    child.once('exit', () => end(new AppError('unreadable', `${what} could not be read: its reader stopped. Nothing was kept of it.`)));
    child.send(request);
  });
}

function outcomeOf<T>(message: JobAnswer<T>): AppError | { value: T } {
  return message.ok ? { value: message.value } : fromErrorShape(message.error);
}

/** The entry beside this file when run from source; beside the bundle when built. */
function entryPath(entry: string): string {
  const candidates = [`./${entry}.ts`, `./${entry}.js`, `../${entry}.js`].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new AppError('unexpected', 'A part of Assay is missing. Install it again.');
  return found;
}
