// Files go to the core one by one, with their progress in the status bar. When it is cancelled or breaks off, what was
// handed over already is given up.
import i18next from 'i18next';
import { AppError, toErrorShape } from '../../../shared/errors.ts';
import { messageOf } from '../../../shared/in-words.ts';
import { call, startWork, uploadFile } from '../../bridge/index.ts';
import type { RefusedFile } from './intake-state.ts';

export interface HandedOver {
  readonly handles: string[];
  readonly refused: RefusedFile[];
}

export async function handOver(files: readonly File[], abort: AbortController): Promise<HandedOver> {
  const handles: string[] = [];
  const refused: RefusedFile[] = [];
  const work = startWork({ label: '', cancel: () => abort.abort() });
  try {
    for (const [index, file] of files.entries()) {
      const label = i18next.t('sources:job.handing', { name: file.name });
      const detail = files.length === 1 ? '' : i18next.t('sources:job.of', { done: index + 1, total: files.length });
      const show = (share: number): void => work.show({ label, detail, share: (index + share) / files.length });
      show(0);
      try {
        handles.push(await uploadFile(file, { signal: abort.signal, onProgress: show }));
      } catch (error) {
        if (isEndOfAll(error)) throw error;
        const shape = toErrorShape(error);
        refused.push({ file: file.name, code: shape.code, why: messageOf(shape) });
      }
    }
    return { handles, refused };
  } catch (error) {
    await giveUp(handles);
    throw error;
  } finally {
    work.end();
  }
}

function isEndOfAll(error: unknown): boolean {
  return !(error instanceof AppError) || error.code === 'cancelled' || error.details.isConnection === true;
}

export async function giveUp(handles: readonly string[]): Promise<void> {
  for (const handle of handles) await call('host.dropUpload', { handle }).catch(() => undefined);
}
