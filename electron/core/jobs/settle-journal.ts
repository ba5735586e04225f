// What to do with the -wal of a workbook that was not closed, when it may not be the one that its last edits went into. The
// commit counter tells: edits are missing, or the mark is another. Then the workbook is looked through in a child process
// with its -wal and without, and the sound state that holds more is opened; a -wal that takes away goes aside.
import { AppError } from '../../../shared/errors.ts';
import type { Committed } from '../host.ts';
import { stampOf } from '../store/file-watch.ts';
import { realPathOf } from '../store/identity.ts';
import { acquireLock, type WorkbookLock } from '../store/lock.ts';
import { lastEditIn } from '../store/look.ts';
import type { Migrations } from '../store/migrate.ts';
import { freeJournalName, hasJournal, journalMark, moveJournal } from '../store/wal.ts';
import { assertAdmissible, type Gate } from './foreign-workbook.ts';

export interface SettleOptions {
  readonly gate: Gate;
  readonly at: Date;
}

/** @throws AppError `damaged` when no state of it is sound; then nothing was moved. */
export async function settleJournal(given: string, seen: Committed | undefined, { gate, at }: SettleOptions): Promise<void> {
  const path = realPathOf(given);
  if (seen === undefined || !isDoubtful(path, seen, gate.migrations)) return;
  const lock = lockWhereWritable(path);
  try {
    await settle(path, seen, { gate, at });
  } finally {
    lock?.release();
  }
}

async function settle(path: string, seen: Committed, { gate, at }: SettleOptions): Promise<void> {
  const look = (withJournal: boolean) => assertAdmissible(path, gate, { withJournal }).catch((error: unknown) => ({ error }));
  const whole = await look(true);
  if ('lastEdit' in whole && whole.lastEdit >= seen.seq) return;
  const bare = hasJournal(path) ? await look(false) : whole;
  if ('lastEdit' in bare && (!('lastEdit' in whole) || bare.lastEdit > whole.lastEdit)) return setAside(path, at);
  if ('error' in whole) throw asOwn(whole.error);
}

/** What somebody else has open is left alone; what cannot be written to is looked through all the same. */
function lockWhereWritable(path: string): WorkbookLock | undefined {
  try {
    return acquireLock(path);
  } catch (error) {
    if (error instanceof AppError && (error.code === 'read-only' || error.code === 'disk-full')) return undefined;
    throw error;
  }
}

/** Normally one reading of a few pages. */
function isDoubtful(path: string, seen: Committed, migrations: Migrations): boolean {
  if (seen.journal !== undefined && hasJournal(path) && journalMark(path) !== seen.journal) return true;
  // Another program wrote to the file while the journal was beside it: together they may be neither's.
  if (seen.file !== undefined && hasJournal(path) && stampOf(path) !== seen.file) return true;
  const last = lastEditIn(path, migrations);
  return last !== undefined && last < seen.seq;
}

/** The gate speaks of a stranger's file; this one is the user's own. */
export function asOwn(error: unknown): unknown {
  if (!(error instanceof AppError) || error.code !== 'damaged') return error;
  return new AppError('damaged', 'store.damaged', error.details);
}

function setAside(path: string, at: Date): void {
  moveJournal(path, freeJournalName(path, at));
}
