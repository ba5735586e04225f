// The child's end of the line to the core: one answer a request. A child is a fork of Node or a utility process of Electron;
// the two differ only in the port to their parent.
import { flushCompileCache } from 'node:module';
import { toErrorShape } from '../../../shared/errors.ts';
import { endWithParent } from './end-with-parent.ts';
import type { JobAnswer, JobProgress } from './run-job.ts';

interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: object): void;
}

/** Tells how far the work is, from 0 to 1. */
export type Report = (progress: number) => void;

/** `work` throws an AppError for whatever it refuses. */
export function answerParent<Q, A>(work: (request: Q, report: Report) => A | Promise<A>): void {
  const { parentPort } = process as { parentPort?: ParentPort };
  endWithParent(parentPort === undefined ? Number(process.argv[2]) || undefined : undefined);
  const send = (message: JobAnswer<A> | JobProgress) => void (parentPort === undefined ? process.send?.(message) : parentPort.postMessage(message));
  const answer = async (request: unknown) => {
    try {
      const value = await work(request as Q, (progress) => send({ progress }));
      // Killed after its answer, it would leave nothing for the next.
      flushCompileCache();
      send({ ok: true, value });
    } catch (error) {
      send({ ok: false, error: toErrorShape(error) });
    }
  };
  if (parentPort !== undefined) parentPort.on('message', ({ data }) => void answer(data));
  else {
    process.on('message', (request) => void answer(request));
    // Nobody is there to take an answer.
    process.on('disconnect', () => process.exit());
  }
}
