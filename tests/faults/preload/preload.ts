// Builds the library that stands between a process and the disk, and talks to it from inside such a process.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Preload = { readonly path: string } | { readonly missing: string };

let built: Preload | undefined;

/** Compiles once a process; says what is missing where that cannot be done. */
export function buildPreload(): Preload {
  built ??= compile();
  return built;
}

function compile(): Preload {
  if (process.platform !== 'linux') return { missing: 'needs Linux' };
  const folder = mkdtempSync(join(tmpdir(), 'assay-preload-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const source = fileURLToPath(new URL('./faulty-disk.c', import.meta.url));
  const path = join(folder, 'faulty-disk.so');
  for (const compiler of ['cc', 'gcc', 'clang']) {
    const { status } = spawnSync(compiler, ['-shared', '-fPIC', '-O2', '-o', path, source, '-ldl', '-pthread'], { stdio: 'ignore' });
    if (status === 0 && existsSync(path)) return { path };
  }
  return { missing: 'needs a C compiler' };
}

export interface DiskWatch {
  /** Folder whose files are watched. */
  readonly folder: string;
  /** File that receives the record of all calls. */
  readonly record?: string;
  /** File that receives a line for each attempt to connect; connecting then fails. */
  readonly sockets?: string;
  /** File that receives the path of each file that is opened for writing outside the folder. */
  readonly writes?: string;
}

/** Environment of a process whose disk is watched. */
export function watchedEnvironment(preload: { readonly path: string }, { folder, record, sockets, writes }: DiskWatch): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LD_PRELOAD: preload.path,
    ASSAY_FAULT_FOLDER: folder,
    ...(record === undefined ? {} : { ASSAY_FAULT_RECORD: record }),
    ...(sockets === undefined ? {} : { ASSAY_FAULT_NETWORK: '1', ASSAY_FAULT_SOCKETS: sockets }),
    ...(writes === undefined ? {} : { ASSAY_FAULT_WRITES: writes }),
  };
}

export const callKinds = { write: 1, sync: 2, name: 4, create: 8, all: 15 } as const;

/** From the `at`-th call of these kinds on, `count` calls fail with `errno`. Only inside a watched process. */
export function failCalls({ kinds, at, errno, count }: { kinds: number; at: number; errno: number; count: number }): void {
  command(`fail/${kinds}/${at}/${errno}/${count}`);
}

/** The disk works again; returns how many calls were seen, how many of them failed, and how many of those were flushes. */
export function healDisk(): { calls: number; failed: number; failedFlushes: number } {
  const [calls, failed, failedFlushes] = command('heal').split(' ').map(Number) as [number, number, number];
  return { calls, failed, failedFlushes };
}

function command(words: string): string {
  return readlinkSync(`/assay-fault/${words}`);
}
