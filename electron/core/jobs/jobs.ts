// Long work under way: how far it is, and how to stop it. What is told of a job are its id and that it went on; whoever
// shows it asks again.

import type { JobState } from '../../../shared/features/host/contract.ts';
import type { Message } from '../../../shared/message.ts';

export interface Job {
  readonly signal: AbortSignal;
  /** `what` is at work now, such as the name of a file; `share` of it is done, from 0 to 1, where it is long. */
  progress(done: number, what: string, share?: number): void;
  end(): void;
}

export interface NewJob {
  /** Given by the caller that wants to follow the job; one is made otherwise. */
  readonly id?: string | undefined;
  readonly label: Message;
  readonly total: number;
}

export interface Jobs {
  start(job: NewJob): Job;
  list(): JobState[];
  /** False where there is no such job any more. */
  cancel(id: string): boolean;
}

export interface JobsOptions {
  readonly newId: () => string;
  onProgress(id: string): void;
}

export function createJobs({ newId, onProgress }: JobsOptions): Jobs {
  const running = new Map<string, { state: JobState; abort: AbortController }>();
  return {
    start({ id = newId(), label, total }) {
      const abort = new AbortController();
      const own: { state: JobState; readonly abort: AbortController } = { state: { id, label, total, done: 0, what: '', share: null }, abort };
      running.set(id, own);
      onProgress(id);
      return {
        signal: abort.signal,
        progress(done, what, share) {
          own.state = { ...own.state, done, what, share: share ?? null };
          onProgress(id);
        },
        end() {
          if (running.get(id) === own) running.delete(id);
          onProgress(id);
        },
      };
    },
    list: () => [...running.values()].map(({ state }) => state),
    cancel(id) {
      const job = running.get(id);
      job?.abort.abort();
      return job !== undefined;
    },
  };
}
