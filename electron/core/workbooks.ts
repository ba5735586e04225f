// The workbooks that are open: one that is worked on, others that are looked at beside it. What lies at a known path may have been
// put there by somebody else: then it is looked through like any stranger's file before it is opened.
import { resolve } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { derivedTables, rebuildDerived } from './derived.ts';
import type { Touched } from './edits/write-set.ts';
import { initialiseWorkbook, workbookId } from './features/workbook/index.ts';
import type { Clock, Host } from './host.ts';
import { createWorkbookCheck } from './jobs/check-workbook.ts';
import { assertAdmissible, type Gate } from './jobs/foreign-workbook.ts';
import type { Jobs } from './jobs/jobs.ts';
import { asOwn, settleJournal } from './jobs/settle-journal.ts';
import { lineAt, missingIn, seenAt } from './lineage/line-at.ts';
import { sweepTemporary } from './store/atomic-write.ts';
import { stampOf } from './store/file-watch.ts';
import { createHealth } from './store/health.ts';
import { realPathOf } from './store/identity.ts';
import type { Migrations } from './store/migrate.ts';
import { openStore, type Store } from './store/open.ts';
import { asStoreError } from './store/store-error.ts';
import { takeBackup } from './store/take-backup.ts';
import { journalMark } from './store/wal.ts';
import { openWorkbook, type Workbook } from './workbook/open-workbook.ts';
import { createReplica } from './workbook/replica.ts';

export interface Workbooks {
  /** The one that is worked on. */
  current(): Workbook | undefined;
  /** By its id in the library; the current one without an id. */
  find(id: string | undefined): Workbook | undefined;
  besidePaths(): readonly string[];
  /** Opens a workbook; one that this machine has not opened before is looked through first. The old one stays open when it cannot be. */
  open(path: string): Promise<void>;
  /** Opens a workbook that is known to be sound. */
  openSound(path: string): void;
  create(path: string): void;
  openBeside(path: string): Promise<void>;
  closeBeside(path: string): void;
  /** Closes the one that is worked on. */
  close(): void;
  closeAll(): void;
}

export interface WorkbooksOptions {
  readonly host: Host;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly migrations: Migrations;
  readonly newId: () => string;
  /** Present in a session that lasts: each workbook is backed up before its first edit there. */
  readonly onBackupFailed?: ((error: unknown) => void) | undefined;
  onChange(path: string, edit: number, touched: readonly Touched[]): void;
  onSwap(path: string | undefined): void;
}

export function createWorkbooks(options: WorkbooksOptions): Workbooks {
  const { host, migrations } = options;
  const gate: Gate = { fork: host.fork, migrations };
  const beside = new Map<string, Workbook>();
  let current: Workbook | undefined;

  function swap(next: Workbook | undefined): void {
    current?.close();
    current = next;
    if (next !== undefined) host.library.setLastOpen(resolve(next.path));
    options.onSwap(next?.path);
  }

  function begin(path: string, mode: 'create' | 'open' | 'read'): Workbook {
    let store: Store | undefined;
    try {
      store = storeAt(path, mode, options);
      return workbookOf(path, store, options);
    } catch (error) {
      store?.close();
      throw asStoreError(error);
    }
  }

  /** What is to be opened again lets go of its lock first. */
  function isOpenWell(path: string): boolean {
    if (current?.path !== path) return false;
    if (!current.health.isToBeOpenedAgain()) return true;
    if (!current.isReadOnly) swap(undefined);
    return false;
  }

  /** Whether the file was written by this program alone, as far as it can tell: after a kill the commit counter knows it. */
  function isOurs(path: string, known: string): boolean {
    return host.library.isAsLeft(path) || seenAt(host, path, known)?.file === stampOf(realPathOf(path));
  }

  /** What lies at a known path is spoken of as the user's own. */
  async function assertSoundAgain(path: string): Promise<void> {
    try {
      await assertAdmissible(path, gate);
    } catch (error) {
      throw asOwn(error);
    }
  }

  /** Opens what may have been replaced since it was opened last. */
  async function beginChecked(path: string, mode: 'open' | 'read'): Promise<Workbook> {
    const known = host.library.workbookIdOf(path);
    if (known !== undefined && mode === 'open') await settleJournal(path, seenAt(host, path, known), { gate, at: new Date(options.clock()) });
    if (known === undefined) await assertAdmissible(path, gate);
    else if (!isOurs(path, known)) await assertSoundAgain(path);
    const next = begin(path, mode);
    if (known === undefined || next.id === known) return next;
    next.close();
    host.library.rememberId(path, known);
    await assertAdmissible(path, gate);
    return begin(path, mode);
  }

  return {
    current: () => current,
    find(id) {
      if (id === undefined || (current !== undefined && host.library.idOf(current.path) === id)) return current;
      return beside.get(id);
    },
    besidePaths: () => [...beside.values()].map((one) => one.path),
    async open(path) {
      if (!isOpenWell(path)) swap(await beginChecked(path, 'open'));
    },
    openSound(path) {
      if (!isOpenWell(path)) swap(begin(path, 'open'));
    },
    create: (path) => swap(begin(path, 'create')),
    async openBeside(path) {
      const id = host.library.idOf(path);
      if (current?.path === path || beside.has(id)) throw new AppError('conflict', 'library.alreadyOpen');
      beside.set(id, await beginChecked(path, 'read'));
    },
    closeBeside(path) {
      const id = host.library.idOf(path);
      beside.get(id)?.close();
      beside.delete(id);
    },
    close: () => swap(undefined),
    closeAll() {
      for (const one of beside.values()) one.close();
      beside.clear();
      if (current !== undefined) swap(undefined);
    },
  };
}

function storeAt(path: string, mode: 'create' | 'open' | 'read', { host, clock, migrations, newId }: WorkbooksOptions): Store {
  return openStore({
    path,
    mode,
    initialise: (sql) => initialiseWorkbook(sql, newId(), new Date(clock()).toISOString()),
    backUp: (sql) =>
      void takeBackup(sql, { folder: host.backupsOf(lineAt(host, path, sql)), at: new Date(clock()), reason: 'before-migration', migrations }),
    migrations,
    prepare: (sql) => void rebuildDerived(derivedTables(sql), sql),
  });
}

function workbookOf(path: string, store: Store, { host, clock, jobs, migrations, newId, onChange, onBackupFailed }: WorkbooksOptions): Workbook {
  const id = workbookId(store.sql);
  const line = lineAt(host, path, store.sql);
  sweepTemporary(host.backupsOf(line), new Date(clock()));
  const health = createHealth(path, store);
  const over = new AbortController();
  const replica = createReplica({ sql: store.sql, machine: host.machine(), line, newId });
  host.library.rememberId(path, id);
  host.library.rememberFile(path);
  return openWorkbook({
    store,
    id,
    health,
    clock,
    files: host.files,
    jobs,
    fork: host.fork,
    backupFolder: host.backupsOf(line),
    counts: { read: (edit) => host.counts.read(line, edit), write: (edit, counts) => host.counts.write(line, edit, counts) },
    ...(onBackupFailed === undefined ? {} : { onBackupFailed }),
    check: createWorkbookCheck({ sql: store.sql, path: store.path, health, fork: host.fork, migrations, signal: over.signal }),
    missingEdits: (edits) => missingIn(edits, host.commits.read(line)),
    editing: {
      clock,
      author: host.person,
      newId,
      replica: replica.own,
      knownReplica: replica.known,
      onCommit({ seq, id: edit }, touched) {
        host.commits.write(line, { seq, at: new Date(clock()).toISOString(), edit, journal: journalMark(store.path), file: stampOf(store.path) });
        onChange(path, seq, touched);
      },
    },
    onClose: () => over.abort(),
    onClosed: () => host.library.rememberFile(path),
  });
}
