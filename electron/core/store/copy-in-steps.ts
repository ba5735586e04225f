// Copies the open workbook while other calls are answered. The system is asked now and then to put down what it has: else
// all of that would have to wait for the last step, and with it every other call.
import { type FileHandle, open } from 'node:fs/promises';
import { settleCopy } from './look.ts';
import type { Sql } from './sql.ts';

const stepsBetweenFlushes = 16;

/** Returns the last edit that the copy holds. */
export async function copyInSteps(sql: Sql, path: string): Promise<number> {
  const flushing = createFlushing(path);
  let steps = 0;
  try {
    await sql.copyInSteps(path, () => {
      steps += 1;
      if (steps % stepsBetweenFlushes === 0) flushing.begin();
    });
  } finally {
    await flushing.end();
  }
  return settleCopy(path);
}

/** One flush at a time. After one that failed nobody knows what the system kept: that is told at the end. */
function createFlushing(path: string): { begin(): void; end(): Promise<void> } {
  let file: FileHandle | undefined;
  let running: Promise<void> | undefined;
  const failed: unknown[] = [];
  const flush = async () => {
    file ??= await open(path, 'r+');
    await file.datasync();
  };
  return {
    begin() {
      running ??= flush()
        .catch((error: unknown) => void failed.push(error))
        .finally(() => {
          running = undefined;
        });
    },
    async end() {
      await running;
      await file?.close();
      if (failed.length > 0) throw failed[0];
    },
  };
}
