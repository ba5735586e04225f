// The whole of Assay behind four functions. Knows neither Electron nor HTTP: shells carry messages to `call` and events
// from `subscribe`.

import { randomBytes } from 'node:crypto';
import { basename, resolve } from 'node:path';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { AppError, fromErrorShape, type Result } from '../../shared/errors.ts';
import { uuidV7 } from '../../shared/ids.ts';
import type { Message } from '../../shared/message.ts';
import type { ChangeEvent } from '../../shared/rpc.ts';
import { createDispatch, type HandlerTable } from './dispatch.ts';
import { createEdits, type EditEngine } from './edits/edits.ts';
import type { Change } from './edits/writer.ts';
import { createEvents } from './events.ts';
import { createHostHandlers } from './features/host/index.ts';
import { createSettingsHandlers } from './features/settings/index.ts';
import { initialiseWorkbook, workbookId } from './features/workbook/index.ts';
import { createShelfHandlers } from './features/workbook/shelf.ts';
import { openFeatures } from './features.ts';
import type { Clock, Host, Log } from './host.ts';
import { createWorkbookCheck } from './jobs/check-workbook.ts';
import { admitUpload, assertAdmissible, type Gate } from './jobs/foreign-workbook.ts';
import { createJobs } from './jobs/jobs.ts';
import { settleJournal } from './jobs/settle-journal.ts';
import { backupsAt, lossesAt } from './lineage/backups-at.ts';
import { lineAt, missingIn, seenAt } from './lineage/line-at.ts';
import { createHealth, type Health } from './store/health.ts';
import { type Migrations, ownMigrations } from './store/migrate.ts';
import { openStore, type Store } from './store/open.ts';
import { restoreBackup } from './store/restore.ts';
import { asStoreError } from './store/store-error.ts';
import { syncedBy } from './store/sync-folder.ts';
import { takeBackup } from './store/take-backup.ts';
import { journalMark } from './store/wal.ts';

export interface AppOptions {
  readonly host: Host;
  readonly clock: Clock;
  readonly log: Log;
  /** Formats of a workbook, oldest first. */
  readonly migrations?: Migrations;
}

type Restored = Output<'workbook.restore'>;

export interface App {
  /** Answers any call of the contract; never throws. */
  call(method: string, input: unknown): Promise<Result<unknown>>;
  /** The same, typed, throwing AppError. */
  ask<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  subscribe(listener: (event: ChangeEvent) => void): () => void;
  /** Opens a workbook; one that this machine has not opened before is looked through first. */
  open(path: string): Promise<void>;
  /** Opens what was open last, where it is still there and sound; whether it did. */
  reopen(): Promise<boolean>;
  /** Opens a workbook that is known to be sound. */
  openPath(path: string): void;
  /** Restores the named backup, or the newest; also where the workbook itself can no longer be opened. */
  restorePath(path: string, backupId?: string): Restored;
  /** Announces once when the open workbook can no longer be written; shells call it every few seconds. */
  lookAfter(): void;
  createPath(path: string, options?: { sample?: boolean }): Promise<void>;
  close(): void;
}

interface Session {
  readonly path: string;
  readonly id: string;
  readonly health: Health;
  readonly store: Store;
  readonly edits: EditEngine;
  readonly handlers: HandlerTable;
  /** Ends what still looks at the file. */
  readonly over: AbortController;
}

export function createApp({ host, clock, log, migrations = ownMigrations }: AppOptions): App {
  const events = createEvents();
  const newId = () => uuidV7(clock(), randomBytes(10));
  const jobs = createJobs({ newId, onProgress: (id) => events.emit({ type: 'job.progressed', edit: null, tables: [], ids: [id], note: null }) });
  const gate: Gate = { fork: host.fork, migrations };
  let session: Session | undefined;
  let lastTrouble: Message | undefined;

  function begin(path: string, mode: 'create' | 'open'): Session {
    let store: Store | undefined;
    try {
      store = openStore({
        path,
        mode,
        initialise: (sql) => initialiseWorkbook(sql, newId(), new Date(clock()).toISOString()),
        backUp: (sql) =>
          void takeBackup(sql, { folder: host.backupsOf(lineAt(host, path, sql)), at: new Date(clock()), reason: 'before-migration', migrations }),
        migrations,
      });
      return openSession(path, store);
    } catch (error) {
      store?.close();
      throw asStoreError(error);
    }
  }

  function openSession(path: string, store: Store): Session {
    const { sql, isReadOnly } = store;
    const id = workbookId(sql);
    const line = lineAt(host, path, sql);
    const health = createHealth(path, isReadOnly);
    const over = new AbortController();
    const edits = createEdits({
      sql,
      clock,
      author: host.author,
      newId,
      health,
      onCommit(outcome, changes) {
        const committed = { seq: outcome.seq, at: new Date(clock()).toISOString(), edit: outcome.id };
        host.commits.write(line, { ...committed, journal: journalMark(store.path) });
        events.emit({ type: 'workbook.changed', edit: outcome.seq, ...touchedBy(changes), note: outcome.label });
      },
    });
    host.library.rememberId(path, id);
    const missingEdits = missingIn(edits, host.commits.read(line));
    const name = basename(path).replace(/\.assay$/i, '');
    const handlers = openFeatures({
      sql,
      edits,
      files: host.files,
      jobs,
      fork: host.fork,
      name,
      isReadOnly,
      clock,
      health,
      missingEdits,
      syncedBy: syncedBy(path) ?? null,
      backupFolder: host.backupsOf(line),
      check: createWorkbookCheck({ sql, path: store.path, health, fork: host.fork, migrations, signal: over.signal }),
    });
    return { path, id, store, edits, health, handlers, over };
  }

  function swap(next: Session | undefined): void {
    session?.over.abort();
    session?.store.close();
    session = next;
    if (next !== undefined) host.library.setLastOpen(resolve(next.path));
    events.emit({ type: next === undefined ? 'workbook.closed' : 'workbook.opened', edit: null, tables: [], ids: [], note: null });
  }

  /** The old workbook stays open when the new one cannot be opened. */
  function openPath(path: string): void {
    if (!isOpenWell(path)) swap(begin(path, 'open'));
  }

  /** What is to be opened again lets go of its lock first. */
  function isOpenWell(path: string): boolean {
    if (session?.path !== path) return false;
    if (!session.health.isToBeOpenedAgain()) return true;
    if (!session.store.isReadOnly) swap(undefined);
    return false;
  }

  /** What lies at a known path may have been put there by somebody else: then it is another workbook. */
  async function open(path: string): Promise<void> {
    if (isOpenWell(path)) return;
    const known = host.library.workbookIdOf(path);
    if (known === undefined) await assertAdmissible(path, gate);
    else await settleJournal(path, seenAt(host, path, known), { gate, at: new Date(clock()) });
    const next = begin(path, 'open');
    if (known !== undefined && next.id !== known) {
      next.store.close();
      host.library.rememberId(path, known);
      await assertAdmissible(path, gate);
      swap(begin(path, 'open'));
    } else swap(next);
  }

  /** A start must not fail for what went wrong with the last workbook: it is then in the list, with its reason when opened. */
  async function reopen(): Promise<boolean> {
    const path = host.library.lastOpen();
    if (path === undefined) return false;
    try {
      await open(path);
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return false;
    }
  }

  async function keepUpload(handle: string): Promise<string> {
    const file = host.files.take(handle);
    const path = host.library.newPath(file.name.replace(/\.assay$/i, ''));
    await admitUpload(file, path, gate);
    openPath(path);
    return path;
  }

  async function createPath(path: string, { sample = false }: { sample?: boolean } = {}): Promise<void> {
    swap(begin(path, 'create'));
    if (sample) await (await import('./features/workbook/sample.ts')).fillWithSample(app);
  }

  /** The file is closed meanwhile; if the backup cannot take its place the workbook is opened again as it was. */
  function restorePath(path: string, backupId?: string): Restored {
    const own = backupsAt(host, path);
    const backup = backupId === undefined ? own?.backups[0] : own?.backups.find((one) => one.id === backupId);
    if (own === undefined || backup === undefined) throw new AppError('not-found', 'workbooks.noBackup', { id: backupId ?? null });
    const wasOpen = session?.path === path;
    if (wasOpen) swap(undefined);
    try {
      const kept = restoreBackup(path, { ...own, backupId: backup.id, at: new Date(clock()), migrations });
      host.library.rememberLine(path, own.id);
      host.commits.write(own.line, { seq: backup.edit, at: new Date(clock()).toISOString(), journal: undefined });
      return { ...kept, edit: backup.edit };
    } finally {
      if (wasOpen) openPath(path);
    }
  }

  function restoreOpen(backupId: string): Restored {
    if (session === undefined) throw new AppError('no-workbook', 'workbooks.noneOpen');
    return restorePath(session.path, backupId);
  }

  const shelf = createShelfHandlers({
    library: host.library,
    currentPath: () => session?.path,
    open,
    keepUpload,
    createPath,
    close() {
      swap(undefined);
      host.library.setLastOpen(undefined);
    },
    restore: restoreOpen,
    backupsOf: (path) => ({ backups: lossesAt(host, clock, path) }),
    restoreOf(path, backupId) {
      const restored = restorePath(path, backupId);
      openPath(path);
      return restored;
    },
  });
  const fixed: HandlerTable = { host: createHostHandlers(host.files, jobs), settings: createSettingsHandlers(host.settings) };
  const dispatch = createDispatch({
    // Before a workbook is open only the shelf answers for `workbook`; its other calls then say so.
    handlers: () => ({ ...session?.handlers, ...fixed, workbook: { ...session?.handlers.workbook, ...shelf } as HandlerTable['workbook'] & {} }),
    edits: () => session?.edits,
    log,
  });

  const app: App = {
    call: dispatch,
    async ask(method, input) {
      const result = await dispatch(method, input);
      if (!result.ok) throw fromErrorShape(result.error);
      return result.value as Output<typeof method>;
    },
    subscribe: events.subscribe,
    open,
    reopen,
    openPath,
    createPath,
    restorePath,
    lookAfter() {
      const trouble = session === undefined || session.store.isReadOnly ? undefined : session.health.trouble();
      if (trouble?.key !== lastTrouble?.key) events.emit({ type: 'workbook.troubled', edit: null, tables: [], ids: [], note: trouble ?? null });
      lastTrouble = trouble;
    },
    close() {
      if (session !== undefined) swap(undefined);
    },
  };
  return app;
}

function touchedBy(changes: readonly Change[]): { tables: string[]; ids: string[] } {
  return { tables: [...new Set(changes.map((change) => change.table))], ids: [...new Set(changes.map((change) => change.recordId))].slice(0, 1000) };
}
