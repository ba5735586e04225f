// A child process that does foreign work and can be killed. How one is made differs: a fork of Node here, a utility process
// where Electron allows no other; the core takes either and knows neither.
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../../shared/errors.ts';

export type JobEntry =
  | 'bibliography-entry'
  | 'check-entry'
  | 'extract-entry'
  | 'finder-entry'
  | 'foreign-workbook-entry'
  | 'sheets-entry'
  | 'simulation-entry'
  | 'tables-entry';

export interface JobChild {
  send(message: object): void;
  /** One listener at a time; `undefined` when the child has ended, by itself or by force. */
  listen(listener: (message: object | undefined) => void): void;
  /** True once the child has ended by itself. */
  hasEnded(): boolean;
  kill(): void;
}

export interface ForkOptions {
  /** Cap on the heap of the child, in MiB. */
  readonly memoryMb: number;
}

/** @throws AppError `unexpected` when a part of the installation is missing. */
export type ForkChild = (entry: JobEntry, options: ForkOptions) => JobChild;

export const forkNodeChild: ForkChild = (entry, options) => forkNodeFile(entryPath(entry), options);

/** `path` is that of an entry. */
export function forkNodeFile(path: string, { memoryMb }: ForkOptions): JobChild {
  const child = fork(path, [String(process.pid)], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${memoryMb}`],
    env: { ...process.env, ...compileCache(), ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const line = createJobChild({
    send: (message) => sendTo(child, message, () => line.heard(undefined)),
    kill: () => child.kill('SIGKILL'),
  });
  child.on('message', (message) => line.heard(message as object));
  child.once('error', () => line.heard(undefined));
  child.once('exit', () => line.heard(undefined));
  return line.child;
}

/** What this process compiled need not be compiled again in each child. */
function compileCache(): NodeJS.ProcessEnv {
  const own = getCompileCacheDir();
  // Node keeps those of each version in a folder of its own.
  return own === undefined ? {} : { NODE_COMPILE_CACHE: dirname(own) };
}

export interface ChildLine {
  readonly child: JobChild;
  /** Whoever hears the child passes it on here; `undefined` when it has ended. */
  heard(message: object | undefined): void;
}

/** A child over whatever carries its messages. After a kill nothing is heard of it any more. */
export function createJobChild(carrier: { send(message: object): void; kill(): void }): ChildLine {
  let listener: (message: object | undefined) => void = () => {};
  let isOver = false;
  return {
    child: {
      send: carrier.send,
      listen: (next) => {
        listener = next;
      },
      hasEnded: () => isOver,
      kill() {
        listener = () => {};
        carrier.kill();
      },
    },
    heard(message) {
      isOver ||= message === undefined;
      listener(message);
    },
  };
}

function sendTo(child: ChildProcess, message: object, onLost: () => void): void {
  child.send(message, (error) => {
    if (error !== null) onLost();
  });
}

/** The entry beside this file when run from source; beside the bundle when built. */
export function entryPath(entry: JobEntry): string {
  return filePath(entry);
}

/** The same for any file that is run by itself, such as a thread of a child. @throws AppError `unexpected` */
export function filePath(name: string): string {
  const candidates = [`./${name}.ts`, `./${name}.js`, `../${name}.js`].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new AppError('unexpected', 'install.partMissing');
  return found;
}
