// Entry of the worker thread that owns the core, so that SQLite never blocks a shell. The shell sends ports to connect.
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { createApp } from './core/app.ts';
import { toErrorShape } from '../shared/errors.ts';
import { createStderrLog } from './core/log.ts';
import { createNodeHost, type HostFolders } from './core/node-host.ts';
import { createRpcHandler } from './shells/rpc.ts';

export interface CoreWorkerData {
  readonly folders: HostFolders;
  /** Workbook to open at the start. */
  readonly path: string | null;
}
export type ToCore = { readonly type: 'connect'; readonly port: MessagePort } | { readonly type: 'close' };
export type FromCore = { readonly type: 'ready' } | { readonly type: 'failed'; readonly code: string; readonly message: string } | { readonly type: 'closed' };

const { folders, path } = workerData as CoreWorkerData;
const app = createApp({ host: createNodeHost(folders), clock: Date.now, log: createStderrLog() });
const rpc = createRpcHandler(app);
const shell = parentPort!;
const tell = (message: FromCore) => shell.postMessage(message);

shell.on('message', (message: ToCore) => {
  if (message.type === 'connect') {
    rpc.connect(message.port);
    message.port.start();
    return;
  }
  app.close();
  tell({ type: 'closed' });
  shell.close();
});

try {
  if (path !== null) app.openPath(path);
  tell({ type: 'ready' });
} catch (error) {
  const { code, message } = toErrorShape(error);
  tell({ type: 'failed', code, message });
}
