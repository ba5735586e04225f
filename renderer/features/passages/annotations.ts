// Web Annotations from and to a file of the user's choice.
import i18next from 'i18next';
import type { AppError } from '../../../shared/errors.ts';
import { call, saveBlob, useWorkspace } from '../../bridge/index.ts';

export function chooseAnnotations(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,.jsonld,application/ld+json,application/json';
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file !== undefined) void told(async () => bringIn(await file.text()));
  });
  input.click();
}

async function bringIn(json: string): Promise<string> {
  const { kept, known, passages, unplaced } = await call('passages.importAnnotations', { json });
  return i18next.t('passages:annotations.broughtIn', { count: kept, known, passages: passages.length, unplaced: unplaced.length });
}

export function exportAnnotations(): void {
  void told(async () => {
    const { documents } = await call('passages.annotations', {});
    saveBlob(new Blob([`${JSON.stringify(documents, null, 2)}\n`], { type: 'application/ld+json' }), 'annotations.jsonld');
    return i18next.t('passages:annotations.exported', { count: documents.length });
  });
}

async function told(work: () => Promise<string>): Promise<void> {
  const { notify } = useWorkspace.getState();
  try {
    notify({ tone: 'info', text: await work() });
  } catch (error) {
    notify({ tone: 'error', text: (error as AppError).message });
  }
}
