// The whole of Assay behind four functions. Knows neither Electron nor HTTP: shells carry messages to `call` and events
// from `subscribe`.
import type { Input, Method, Output } from '../../shared/contract.ts';
import { AppError, fromErrorShape, type Result } from '../../shared/errors.ts';
import type { Message } from '../../shared/message.ts';
import type { Address, ChangeEvent } from '../../shared/rpc.ts';
import { createDispatch, type HandlerTable, type Target } from './dispatch.ts';
import { changeEvent, createEvents } from './events.ts';
import { createHostHandlers } from './features/host/index.ts';
import { createLibraryHandlers } from './features/library/index.ts';
import { createSettingsHandlers } from './features/settings/index.ts';
import type { Clock, Host, Log } from './host.ts';
import { admitUpload } from './jobs/foreign-workbook.ts';
import { createJobs } from './jobs/jobs.ts';
import { lossesAt } from './lineage/backups-at.ts';
import { type Restored, restoreAt } from './lineage/restore-at.ts';
import { createIds } from './new-ids.ts';
import { makingOf, moveNew, removeTemporary } from './store/atomic-write.ts';
import { type Migrations, ownMigrations } from './store/migrate.ts';
import { createWorkbooks, type Workbooks } from './workbooks.ts';

export interface AppOptions {
  readonly host: Host;
  readonly clock: Clock;
  readonly log: Log;
  /** Kept open by a shell: a workbook is backed up before its first edit, as it was found. */
  readonly isLasting?: boolean;
  /** Formats of a workbook, oldest first. */
  readonly migrations?: Migrations;
}

export interface App {
  /** Answers any call of the contract; never throws. */
  call(method: string, input: unknown, address?: Address): Promise<Result<unknown>>;
  /** The same, typed, throwing AppError. */
  ask<M extends Method>(method: M, input: Input<M>, address?: Address): Promise<Output<M>>;
  subscribe(listener: (event: ChangeEvent) => void): () => void;
  /** Opens a workbook; one that this machine has not opened before is looked through first. */
  open(path: string): Promise<void>;
  /** Opens what was open last, where it is still there and sound; whether it did. */
  reopen(): Promise<boolean>;
  /** Opens a workbook that is known to be sound. */
  openPath(path: string): void;
  /** Restores the named backup, or the newest; also where the workbook itself can no longer be opened. */
  restorePath(path: string, backupId?: string): Restored;
  /** When the backup that the first edit of the session began has ended. */
  backedUp(): Promise<void>;
  /** Announces once when the open workbook can no longer be written; shells call it every few seconds. */
  lookAfter(): void;
  createPath(path: string, options?: { sample?: boolean }): Promise<void>;
  close(): void;
}

export function createApp({ host, clock, log, isLasting = false, migrations = ownMigrations }: AppOptions): App {
  const events = createEvents();
  const newId = createIds(clock);
  const jobs = createJobs({ newId, onProgress: (id) => events.emit(changeEvent({ type: 'job.progressed', job: id })) });
  const workbooks = createWorkbooks({
    host,
    clock,
    jobs,
    migrations,
    newId,
    onBackupFailed: isLasting
      ? (error) =>
          log.error('a backup before the first edit failed', { what: error instanceof Error ? (error.stack ?? error.message) : String(error) })
      : undefined,
    onChange: (path, edit, touched) => events.emit(changeEvent({ type: 'workbook.changed', workbook: host.library.idOf(path), edit, touched })),
    onSwap: (path) =>
      events.emit(
        changeEvent({
          type: path === undefined ? 'workbook.closed' : 'workbook.opened',
          workbook: path === undefined ? null : host.library.idOf(path),
        }),
      ),
  });

  /** The file is closed meanwhile; if the backup cannot take its place the workbook is opened again as it was. */
  function restorePath(path: string, backupId?: string): Restored {
    const wasOpen = workbooks.current()?.path === path;
    return restoreAt(path, backupId, {
      host,
      clock,
      migrations,
      before: () => wasOpen && workbooks.close(),
      after: () => wasOpen && workbooks.openSound(path),
    });
  }

  /** With the sample in it: it is filled under another name first, since a kill would leave half of it under the final one. */
  async function createPath(path: string, { sample = false }: { sample?: boolean } = {}): Promise<void> {
    if (!sample) {
      workbooks.create(path);
      return;
    }
    const making = makingOf(path);
    try {
      workbooks.create(making);
      await (await import('./features/workbook/sample.ts')).fillWithSample(ask);
      workbooks.close();
      moveNew(making, path);
    } catch (error) {
      workbooks.close();
      throw error;
    } finally {
      removeTemporary(making);
    }
    workbooks.openSound(path);
  }

  async function keepUpload(handle: string): Promise<string> {
    const file = host.files.take(handle);
    const path = host.library.newPath(file.name.replace(/\.assay$/i, ''));
    await admitUpload(file, path, { fork: host.fork, migrations });
    workbooks.openSound(path);
    return path;
  }

  const fixed: HandlerTable = {
    host: createHostHandlers(host.files, jobs),
    settings: createSettingsHandlers(host.settings),
    library: createLibraryHandlers({
      ...workbooks,
      library: host.library,
      currentPath: () => workbooks.current()?.path,
      keepUpload,
      createPath,
      close() {
        workbooks.close();
        host.library.setLastOpen(undefined);
      },
      backupsOf: (path) => ({ backups: lossesAt(host, clock, path) }),
      restoreOf(path, backupId) {
        const restored = restorePath(path, backupId);
        workbooks.openSound(path);
        return restored;
      },
    }),
  };
  const restore = (id: string) => restorePath(requireCurrent(workbooks).path, id);
  const dispatch = createDispatch({ log, target: (address) => targetOf(workbooks, address, { fixed, restore }) });

  async function ask<M extends Method>(method: M, input: Input<M>, address?: Address): Promise<Output<M>> {
    const result = await dispatch(method, input, address);
    if (!result.ok) throw fromErrorShape(result.error);
    return result.value as Output<M>;
  }

  return {
    call: dispatch,
    ask,
    subscribe: events.subscribe,
    open: workbooks.open,
    reopen: () => reopen(host, workbooks),
    openPath: workbooks.openSound,
    createPath,
    restorePath,
    backedUp: () => workbooks.current()?.backedUp() ?? Promise.resolve(),
    lookAfter: createLookAfter(workbooks, { host, announce: (note) => events.emit(changeEvent({ type: 'workbook.troubled', note })) }),
    close: workbooks.closeAll,
  };
}

function requireCurrent(workbooks: Workbooks) {
  const current = workbooks.current();
  if (current === undefined) throw new AppError('no-workbook', 'workbooks.noneOpen');
  return current;
}

interface FixedCalls {
  readonly fixed: HandlerTable;
  restore(backupId: string): Restored;
}

/** Where a call goes: the workbook that is worked on, one beside it, or a past state of either. */
function targetOf(workbooks: Workbooks, { workbook: id, at, knownOn }: Address, { fixed, restore }: FixedCalls): Target {
  const workbook = workbooks.find(id);
  if (workbook === undefined) {
    if (id !== undefined) throw new AppError('not-found', 'library.notOpen', { id });
    return { handlers: fixed, edits: undefined };
  }
  if (at !== undefined || knownOn !== undefined)
    return {
      handlers: { ...workbook.handlersAt(at, knownOn), ...fixed },
      edits: undefined,
      aliases: workbook.aliases,
      refusal: new AppError('read-only', 'past.readOnly'),
    };
  if (workbook !== workbooks.current())
    return {
      handlers: { ...workbook.handlers, ...fixed },
      edits: undefined,
      aliases: workbook.aliases,
      refusal: new AppError('read-only', 'library.beside'),
    };
  const own = workbook.handlers.workbook;
  const replacing = own === undefined ? {} : { workbook: { ...own, restore: ({ id: backup }: { id: string }) => restore(backup) } };
  return { handlers: { ...workbook.handlers, ...replacing, ...fixed }, edits: workbook.edits, aliases: workbook.aliases };
}

/** A start must not fail for what went wrong with the last workbook: it is then in the list, with its reason when opened. */
async function reopen(host: Host, workbooks: Workbooks): Promise<boolean> {
  const path = host.library.lastOpen();
  if (path === undefined) return false;
  try {
    await workbooks.open(path);
    return true;
  } catch {
    return false;
  }
}

interface LookAfterParts {
  readonly host: Host;
  announce(trouble: Message | null): void;
}

function createLookAfter(workbooks: Workbooks, { host, announce }: LookAfterParts): () => void {
  let last = 'null';
  return () => {
    host.files.dropAbandoned();
    const current = workbooks.current();
    const trouble = current === undefined || current.isReadOnly ? null : (current.health.trouble() ?? null);
    if (JSON.stringify(trouble) !== last) announce(trouble);
    last = JSON.stringify(trouble);
  };
}
