// A file that is looked at several times before it is taken in: handed over when it is first asked for, and again where it was
// forgotten meanwhile.
import { AppError } from '../../shared/errors.ts';
import { call } from './call.ts';
import { uploadFile } from './upload.ts';
import { startWork } from './work.ts';

export interface HeldFile {
  /** Asks with the handle of the file. */
  ask<T>(file: File, ask: (handle: string) => Promise<T>): Promise<T>;
  /** It is not needed any more. */
  giveUp(): Promise<void>;
  /** It was taken in, or is gone with the workbook. */
  forget(): void;
}

/** `label`: what its handing over is called in the status bar. */
export function createHeldFile(label: (name: string) => string): HeldFile {
  let handle: string | undefined;

  async function handOver(file: File): Promise<string> {
    const abort = new AbortController();
    const work = startWork({ label: label(file.name), share: 0, cancel: () => abort.abort() });
    try {
      handle = await uploadFile(file, { signal: abort.signal, onProgress: (share) => work.show({ share }) });
      return handle;
    } finally {
      work.end();
    }
  }

  return {
    async ask(file, ask) {
      if (handle === undefined) return ask(await handOver(file));
      try {
        return await ask(handle);
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
        return ask(await handOver(file));
      }
    },
    async giveUp() {
      const given = handle;
      handle = undefined;
      if (given !== undefined) await call('host.dropUpload', { handle: given }).catch(() => undefined);
    },
    forget() {
      handle = undefined;
    },
  };
}
