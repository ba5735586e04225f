// Starts the core in its worker thread and hands out ports to it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { AppError, type ErrorShape, fromErrorShape } from '../../shared/errors.ts';
import type { CoreWorkerData, FromCore, ToCore } from '../core-worker.ts';
import { answerFork, type ForkFile } from './fork-door.ts';

export interface CoreThread {
  /** A new port that speaks the contract. */
  connect(): MessagePort;
  /** Opens a workbook instead of the one that is open. */
  open(path: string): void;
  /** Called with why a workbook could not be opened. */
  onRefused(listener: (error: ErrorShape) => void): void;
  /** Called when the thread has ended without being asked to. */
  onDeath(listener: () => void): void;
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
    let isClosing = false;
    const onDeath: (() => void)[] = [];
    const onRefused: ((error: ErrorShape) => void)[] = [];
    worker.on('error', (error) => {
      process.stderr.write(`error: the core has ended: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      reject(error);
    });
    worker.once('exit', () => {
      reject(new AppError('unexpected', 'install.coreEnded'));
      if (!isClosing) for (const listener of onDeath) listener();
    });
    worker.on('message', (message: FromCore) => {
      if (message.type === 'failed') {
        isClosing = true;
        void worker.terminate();
        reject(fromErrorShape(message.error));
      }
      if (message.type === 'refused') for (const listener of onRefused) listener(message.error);
      if (message.type !== 'ready') return;
      resolve({
        connect() {
          const { port1, port2 } = new MessageChannel();
          send({ type: 'connect', port: port2 }, [port2]);
          return port1;
        },
        open: (path) => send({ type: 'open', path }),
        onRefused: (listener) => void onRefused.push(listener),
        onDeath: (listener) => void onDeath.push(listener),
        close: () =>
          new Promise((done) => {
            isClosing = true;
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
