// Reads documents in a child process, one after the other. What goes wrong with one is the error of that one alone; the next
// gets a new child.
import type { ForkChild, JobChild } from './child.ts';
import type { Extracted, ExtractRequest } from './extract/extracted.ts';
import { askChild, documentCaps, type JobCaps, readingFailures, taken } from './run-job.ts';

export interface ReaderCaps extends JobCaps {
  /** Documents after which a child is replaced, so that nothing gathers in it. */
  readonly documents: number;
}

export const readerCaps: ReaderCaps = { ...documentCaps, documents: 40 };

export interface DocumentReader {
  /** @throws AppError `unreadable`, `limit` or `cancelled`; nothing is kept of the document then. */
  read(request: ExtractRequest, signal?: AbortSignal): Promise<Extracted>;
  close(): void;
}

export function createDocumentReader(fork: ForkChild, caps: ReaderCaps = readerCaps): DocumentReader {
  let child: JobChild | undefined;
  let documents = 0;

  function stop(): void {
    child?.kill();
    child = undefined;
    documents = 0;
  }

  function fresh(): JobChild {
    if (documents >= caps.documents || child?.hasEnded()) stop();
    child ??= fork('extract-entry', caps);
    documents += 1;
    return child;
  }

  return {
    close: stop,
    async read(request, signal) {
      const asked = askChild<Extracted>(fresh(), request, { failures: readingFailures(request.name), timeoutMs: caps.timeoutMs, signal });
      return taken(
        await asked.catch((error: unknown) => {
          stop();
          throw error;
        }),
      );
    },
  };
}
