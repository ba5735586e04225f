// Starts the core in its worker thread and hands out ports to it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { AppError, fromErrorShape } from '../../shared/errors.ts';
import type { CoreWorkerData, FromCore, ToCore } from '../core-worker.ts';
import { answerFork, type ForkFile } from './fork-door.ts';

export interface CoreThread {
  /** A new port that speaks the contract. */
  connect(): MessagePort;
  /** Closes the workbook and ends the thread. */
  close(): Promise<void>;
}

/** `fork` where the shell must make the child processes. @throws AppError when the workbook cannot be opened. */
export function startCoreThread(data: Omit<CoreWorkerData, 'isForkedByShell'>, fork?: ForkFile): Promise<CoreThread> {
  const worker = new Worker(entryPath(), { workerData: { ...data, isForkedByShell: fork !== undefined } satisfies CoreWorkerData });
  if (fork !== undefined)
    worker.on('message', (message: FromCore) => {
      if (message.type === 'fork') answerFork(message, fork);
    });
  const send = (message: ToCore, transfer: readonly MessagePort[] = []) => worker.postMessage(message, transfer);
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (message: FromCore) => {
      if (message.type === 'failed') {
        void worker.terminate();
        reject(fromErrorShape(message.error));
        return;
      }
      resolve({
        connect() {
          const { port1, port2 } = new MessageChannel();
          send({ type: 'connect', port: port2 }, [port2]);
          return port1;
        },
        close: () =>
          new Promise((done) => {
            worker.once('exit', () => done());
            send({ type: 'close' });
          }),
      });
    });
  });
}

/** Beside the entries, from source or built. */
function entryPath(): string {
  const candidates = ['../core-worker.ts', './core-worker.js', '../core-worker.js'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new AppError('unexpected', 'install.partMissing');
  return found;
}
