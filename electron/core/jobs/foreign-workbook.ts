// The gate for workbooks that this machine has not opened before. A private copy is looked through in a child process that
// can be killed; only what passes is opened here.
import { copyFile, link, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { HeldFile } from '../host.ts';
import { flush, privateFolderIn, sweepTemporary, syncFolder } from '../store/atomic-write.ts';
import type { ForeignFacts, ForeignRequest } from '../store/foreign/check.ts';
import { identityOf, realPathOf } from '../store/identity.ts';
import { settleCopy } from '../store/look.ts';
import type { Migrations } from '../store/migrate.ts';
import { asStoreError } from '../store/store-error.ts';
import type { ForkChild } from './child.ts';
import { readingFailures, runJob } from './run-job.ts';

/** One foreign file, of whatever kind. */
const maxBytes = 2 * 1024 * 1024 * 1024;
/** A sound disk and reader check at least this much a second; the time allowed grows with the file. */
const slowestBytesPerSecond = 4 * 1024 * 1024;

export interface Gate {
  readonly fork: ForkChild;
  /** Formats that are let in: each as these make it, word for word. */
  readonly migrations: Migrations;
}

/** @throws AppError `not-a-workbook`, `newer-workbook`, `damaged` or `limit`; nothing is kept then. */
export async function assertAdmissible(given: string, gate: Gate, { withJournal = true } = {}): Promise<ForeignFacts> {
  const path = realPathOf(given);
  const before = await stampOf(path);
  const facts = await inPrivateFolder(async (folder) => {
    const copy = join(folder, 'foreign.assay');
    await copyFile(path, copy);
    if (withJournal && identityOf(`${path}-wal`) !== undefined) await copyFile(`${path}-wal`, `${copy}-wal`);
    return look(copy, { name: basename(path), sizeBytes: before.sizeBytes, ...gate });
  });
  if ((await stampOf(path)).stamp !== before.stamp) throw new AppError('conflict', 'foreign.changedMeanwhile', { name: basename(path) });
  return facts;
}

/** Keeps a workbook that was handed over under a free path, once it is found sound. */
export async function admitUpload(file: HeldFile, path: string, gate: Gate): Promise<void> {
  await inPrivateFolder(async (folder) => {
    const copy = join(folder, 'foreign.assay');
    await writeFile(copy, file.bytes, { mode: 0o600 });
    await look(copy, { name: file.name, sizeBytes: file.bytes.length, ...gate });
    // Kept are the bytes as they came, not the copy that a reader had open.
    const staged = join(folder, 'kept.assay');
    await writeFile(staged, file.bytes, { mode: 0o600, flag: 'wx' });
    flush(staged);
    await moveInto(staged, path);
  }, dirname(path));
}

/** The bytes of a workbook that was handed over, in today's format, once it is found sound; nothing is kept on the disk. */
export async function readForeign({ name, bytes, journal }: HeldFile, gate: Gate): Promise<Buffer> {
  return inPrivateFolder(async (folder) => {
    const copy = join(folder, 'foreign.assay');
    await writeFile(copy, bytes, { mode: 0o600 });
    if (journal !== undefined) await writeFile(`${copy}-wal`, journal, { mode: 0o600 });
    await look(copy, { name, sizeBytes: bytes.length, isTakenIn: true, ...gate });
    settleCopy(copy);
    return readFile(copy);
  });
}

/** A link never replaces a file that has appeared meanwhile; some file systems know no links. */
async function moveInto(staged: string, path: string): Promise<void> {
  try {
    await link(staged, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    await rename(staged, path);
  }
  syncFolder(dirname(path));
}

async function stampOf(path: string): Promise<{ stamp: string; sizeBytes: number }> {
  const stats = await stat(path, { bigint: true }).catch(() => undefined);
  if (stats === undefined) throw new AppError('not-found', 'store.notFound');
  if (!stats.isFile()) throw new AppError('not-a-workbook', 'store.folder');
  return { stamp: `${identityOf(path)} ${stats.size} ${stats.mtimeNs}`, sizeBytes: Number(stats.size) };
}

interface Looked extends Gate {
  readonly name: string;
  readonly sizeBytes: number;
  readonly isTakenIn?: boolean;
}

async function look(copy: string, { name, sizeBytes, isTakenIn = false, fork, migrations }: Looked): Promise<ForeignFacts> {
  if (sizeBytes > maxBytes) throw new AppError('limit', 'foreign.tooLarge', { name, gigabytes: maxBytes / 1024 ** 3 });
  const caps = { timeoutMs: 20_000 + Math.round((1000 * sizeBytes) / slowestBytesPerSecond), memoryMb: 1024 };
  return runJob<ForeignFacts>('foreign-workbook-entry', { copy, name, isTakenIn, formats: migrations.module } satisfies ForeignRequest, {
    failures: readingFailures(name),
    caps,
    fork,
  });
}

/** The folder is the user's alone and goes whatever happens. */
async function inPrivateFolder<T>(work: (folder: string) => Promise<T>, parent: string = tmpdir()): Promise<T> {
  let folder: string | undefined;
  try {
    await mkdir(parent, { recursive: true });
    sweepTemporary(parent, new Date());
    folder = await mkdtemp(privateFolderIn(parent));
    return await work(folder);
  } catch (error) {
    throw asStoreError(error);
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}
