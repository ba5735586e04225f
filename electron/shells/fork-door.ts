// Child processes that the core asks its shell for. A worker thread of Electron cannot make them itself; it sends the shell
// a port that then stands for the child: what is sent through it goes to the child, what comes back is the child's.
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createJobChild, entryPath, type ForkChild, type ForkOptions, type JobChild } from '../core/jobs/child.ts';

export interface ForkRequest {
  readonly type: 'fork';
  readonly path: string;
  readonly options: ForkOptions;
  readonly port: MessagePort;
}

/** How a shell makes a child of an entry. */
export type ForkFile = (path: string, options: ForkOptions) => JobChild;

type ToChild = { readonly type: 'send'; readonly message: object } | { readonly type: 'kill' };
type FromChild = { readonly type: 'answer'; readonly message: object } | { readonly type: 'ended' };

/** The core's side of the door. */
export function forkThrough(ask: (request: ForkRequest) => void): ForkChild {
  return (entry, { memoryMb }) => {
    const { port1, port2 } = new MessageChannel();
    const tell = (message: ToChild) => port1.postMessage(message);
    const line = createJobChild({
      send: (message) => tell({ type: 'send', message }),
      kill() {
        tell({ type: 'kill' });
        port1.close();
      },
    });
    port1.on('message', (message: FromChild) => line.heard(message.type === 'ended' ? undefined : message.message));
    ask({ type: 'fork', path: entryPath(entry), options: { memoryMb }, port: port2 });
    return line.child;
  };
}

/** The shell's side. A port that closes takes its child with it. */
export function answerFork({ path, options, port }: ForkRequest, fork: ForkFile): void {
  const child = fork(path, options);
  const tell = (message: FromChild) => port.postMessage(message);
  child.listen((message) => tell(message === undefined ? { type: 'ended' } : { type: 'answer', message }));
  port.on('message', (message: ToChild) => {
    if (message.type === 'send') child.send(message.message);
    else child.kill();
  });
  port.on('close', () => child.kill());
}
