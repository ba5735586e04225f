// The whole of Assay behind four functions. Knows neither Electron nor HTTP: shells carry messages to `call` and events
// from `subscribe`.
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { fromErrorShape, type Result } from '../../shared/errors.ts';
import { uuidV7 } from '../../shared/ids.ts';
import type { ChangeEvent } from '../../shared/rpc.ts';
import { createDispatch, type HandlerTable } from './dispatch.ts';
import { createEdits, type EditEngine } from './edits/edits.ts';
import { createEvents } from './events.ts';
import { createHostHandlers } from './features/host/index.ts';
import { createSettingsHandlers } from './features/settings/index.ts';
import { createShelfHandlers } from './features/workbook/shelf.ts';
import { openFeatures } from './features.ts';
import type { Clock, Host, Log } from './host.ts';
import { openStore, type Store } from './store/open.ts';
import { initialiseWorkbook } from './features/workbook/index.ts';

export interface AppOptions {
  readonly host: Host;
  readonly clock: Clock;
  readonly log: Log;
}

export interface App {
  /** Answers any call of the contract; never throws. */
  call(method: string, input: unknown): Promise<Result<unknown>>;
  /** The same, typed, throwing AppError. */
  ask<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  subscribe(listener: (event: ChangeEvent) => void): () => void;
  openPath(path: string): void;
  createPath(path: string, options?: { sample?: boolean }): Promise<void>;
  close(): void;
}

interface Session {
  readonly path: string;
  readonly store: Store;
  readonly edits: EditEngine;
  readonly handlers: HandlerTable;
}

export function createApp({ host, clock, log }: AppOptions): App {
  const events = createEvents();
  const newId = () => uuidV7(clock(), randomBytes(10));
  let session: Session | undefined;

  function begin(path: string, mode: 'create' | 'open'): Session {
    const store = openStore({ path, mode });
    try {
      if (mode === 'create') initialiseWorkbook(store.sql, newId(), new Date(clock()).toISOString());
      const edits = createEdits({
        sql: store.sql,
        clock,
        author: host.author,
        newId,
        isReadOnly: store.isReadOnly,
        onCommit: (outcome, changes) =>
          events.emit({
            type: 'workbook.changed',
            edit: outcome.seq,
            tables: [...new Set(changes.map((change) => change.table))],
            ids: [...new Set(changes.map((change) => change.recordId))].slice(0, 1000),
            note: outcome.label,
          }),
      });
      const name = basename(path).replace(/\.assay$/i, '');
      return { path, store, edits, handlers: openFeatures({ sql: store.sql, edits, files: host.files, name, isReadOnly: store.isReadOnly }) };
    } catch (error) {
      store.close();
      throw error;
    }
  }

  function swap(next: Session | undefined): void {
    session?.store.close();
    session = next;
    events.emit({ type: next === undefined ? 'workbook.closed' : 'workbook.opened', edit: null, tables: [], ids: [], note: '' });
  }

  /** The old workbook stays open when the new one cannot be opened. */
  function openPath(path: string): void {
    if (session?.path === path) return;
    swap(begin(path, 'open'));
  }

  async function createPath(path: string, { sample = false }: { sample?: boolean } = {}): Promise<void> {
    swap(begin(path, 'create'));
    if (sample) await (await import('./features/workbook/sample.ts')).fillWithSample(app);
  }

  const shelf = createShelfHandlers({ library: host.library, currentPath: () => session?.path, openPath, createPath, close: () => swap(undefined) });
  const fixed: HandlerTable = { host: createHostHandlers(host.files), settings: createSettingsHandlers(host.settings) };
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
    openPath,
    createPath,
    close() {
      if (session !== undefined) swap(undefined);
    },
  };
  return app;
}

