// The entries of the child processes, run in this one: for tests of what becomes of a document, not of its reader. A real
// start takes longer than the work. What is killed goes on to its end here, unheard; tests of that take `forkNodeChild`.
import { EventEmitter } from 'node:events';
import { createJobChild, entryPath, type ForkChild, type JobEntry } from '../../electron/core/jobs/child.ts';

type Hear = (message: object) => void;

/** One request after the other; resolves with the last word on it. */
type Ask = (request: object, hear: Hear) => Promise<void>;

const asks = new Map<JobEntry, Promise<Ask>>();
let loading: Promise<unknown> = Promise.resolve();

export const forkHere: ForkChild = (entry) => {
  let isKilled = false;
  const line = createJobChild({
    send: (request) => void askEntry(entry, request, (message) => !isKilled && line.heard(message)),
    kill: () => {
      isKilled = true;
    },
  });
  return line.child;
};

async function askEntry(entry: JobEntry, request: object, hear: Hear): Promise<void> {
  const sent = structuredClone(request);
  if (!asks.has(entry)) {
    const loaded = loading.then(() => loadEntry(entry));
    loading = loaded;
    asks.set(entry, loaded);
  }
  await (await asks.get(entry)!)(sent, (message) => hear(structuredClone(message)));
}

/** As Electron starts it: the entry finds the port to its parent on the process. */
async function loadEntry(entry: JobEntry): Promise<Ask> {
  const answers = new EventEmitter();
  const port = Object.assign(new EventEmitter(), { postMessage: (message: object) => answers.emit('message', message) });
  Object.assign(process, { parentPort: port });
  try {
    await import(/* @vite-ignore */ entryPath(entry));
  } finally {
    Reflect.deleteProperty(process, 'parentPort');
  }
  let earlier: Promise<unknown> = Promise.resolve();
  return (data, hear) => {
    const answered = earlier.then(
      () =>
        new Promise<void>((resolve) => {
          const listen = (message: object) => {
            hear(message);
            if ('progress' in message) return;
            answers.off('message', listen);
            resolve();
          };
          answers.on('message', listen);
          port.emit('message', { data });
        }),
    );
    earlier = answered;
    return answered;
  };
}
