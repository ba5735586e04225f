// Files go to the core one by one, with their progress in the status bar. When it is cancelled or breaks off, what was
// handed over already is given up.
import i18next from 'i18next';
import { AppError, toErrorShape } from '../../../shared/errors.ts';
import { messageOf } from '../../../shared/in-words.ts';
import { call, uploadFile, useWorkspace } from '../../bridge/index.ts';
import type { RefusedFile } from './intake-state.ts';

export interface HandedOver {
  readonly handles: string[];
  readonly refused: RefusedFile[];
}

export async function handOver(files: readonly File[], abort: AbortController): Promise<HandedOver> {
  const handles: string[] = [];
  const refused: RefusedFile[] = [];
  for (const [index, file] of files.entries()) {
    const show = (share: number): void =>
      useWorkspace.getState().setJob({
        label: i18next.t('sources:job.handing', { name: file.name }),
        share: (index + share) / files.length,
        detail: i18next.t('sources:job.of', { done: index + 1, total: files.length }),
        cancel: () => abort.abort(),
      });
    show(0);
    try {
      handles.push(await uploadFile(file, { signal: abort.signal, onProgress: show }));
    } catch (error) {
      if (isEndOfAll(error)) {
        await giveUp(handles);
        throw error;
      }
      const shape = toErrorShape(error);
      refused.push({ file: file.name, code: shape.code, why: messageOf(shape) });
    }
  }
  return { handles, refused };
}

function isEndOfAll(error: unknown): boolean {
  return !(error instanceof AppError) || error.code === 'cancelled' || error.details.isConnection === true;
}

export async function giveUp(handles: readonly string[]): Promise<void> {
  for (const handle of handles) await call('host.dropUpload', { handle }).catch(() => undefined);
}
