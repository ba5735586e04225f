// Entry of the worker thread that owns the core, so that SQLite never blocks a shell. The shell sends ports to connect.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type ErrorShape, toErrorShape } from '../shared/errors.ts';
import { createApp } from './core/app.ts';
import { forkNodeChild } from './core/jobs/child.ts';
import { createStderrLog } from './core/log.ts';
import { createNodeHost, type HostFolders } from './core/node-host.ts';
import { asStoreError } from './core/store/store-error.ts';
import { type ForkRequest, forkThrough } from './shells/fork-door.ts';
import { createRpcHandler } from './shells/rpc.ts';

export interface CoreWorkerData {
  readonly folders: HostFolders;
  /** The shell makes the child processes: where it is Electron, only its main thread can. */
  readonly isForkedByShell?: boolean;
  /** Workbook to open at the start. */
  readonly path: string | null;
}
export type ToCore =
  | { readonly type: 'connect'; readonly port: MessagePort }
  | { readonly type: 'open'; readonly path: string }
  | { readonly type: 'close' };
export type FromCore =
  | ForkRequest
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly error: ErrorShape }
  /** A workbook that was to be opened later cannot be; the one before stays open. */
  | { readonly type: 'refused'; readonly error: ErrorShape }
  | { readonly type: 'closed' };

// One call that fails where nobody waits for it is not the end of the others: what it wrote was rolled back.
process.on('unhandledRejection', (error) =>
  log.error('a call failed unheard', { what: error instanceof Error ? (error.stack ?? '') : String(error) }),
);

const log = createStderrLog();
const { folders, isForkedByShell, path } = workerData as CoreWorkerData;
const shell = parentPort!;
const tell = (message: FromCore, transfer: readonly MessagePort[] = []) => shell.postMessage(message, transfer);
const fork = isForkedByShell ? forkThrough((request) => tell(request, [request.port])) : forkNodeChild;
const app = createApp({ host: createNodeHost(folders, process.env, fork), clock: Date.now, log, isLasting: true });
const rpc = createRpcHandler(app);

shell.on('message', (message: ToCore) => {
  if (message.type === 'connect') {
    rpc.connect(message.port);
    message.port.start();
    return;
  }
  if (message.type === 'open') {
    app.open(message.path).catch((error: unknown) => tell({ type: 'refused', error: toErrorShape(asStoreError(error)) }));
    return;
  }
  clearInterval(watching);
  clearInterval(backingUp);
  void Promise.race([app.backedUp(), new Promise((resolve) => setTimeout(resolve, backupPatienceMs))]).then(() => {
    app.close();
    tell({ type: 'closed' });
    // A port that a page still holds would keep the thread alive; what was broken off cleans up first.
    setImmediate(() => process.exit());
  });
});

/** A backup that was begun just before the end may be finished, if that is soon. */
const backupPatienceMs = 2000;

const watching = setInterval(() => app.lookAfter(), 3000);
const backingUp = setInterval(() => void backUp(), 10 * 60_000);
let backedUpAt = -1;

/** A backup every ten minutes in which something changed. */
async function backUp(): Promise<void> {
  const state = await app.call('history.state', {});
  const last = state.ok ? ((state.value as { last: { seq: number } | null }).last?.seq ?? 0) : 0;
  if (last > 0 && last !== backedUpAt && (await app.call('workbook.backup', {})).ok) backedUpAt = last;
}

try {
  if (path !== null) await app.open(path);
  else await app.reopen();
  tell({ type: 'ready' });
} catch (error) {
  tell({ type: 'failed', error: toErrorShape(asStoreError(error)) });
}
