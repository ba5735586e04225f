// A workbook file that is dropped or picked: handed over, checked by the core, kept with the others and opened.
import i18next from 'i18next';
import { call } from './call.ts';
import { notifyFailure } from './told.ts';
import { mayLeave } from './unsaved.ts';
import { uploadFile } from './upload.ts';
import { startWork } from './work.ts';
import { notify, useWorkspace } from './workspace.ts';

export function isWorkbookFile(file: File): boolean {
  return /\.assay$/i.test(file.name);
}

/** Never rejects: a refusal is told in the notice area. */
export async function openWorkbookFile(file: File): Promise<void> {
  if (!(await mayLeave())) return;
  const abort = new AbortController();
  let work = startWork({ label: i18next.t('workbook:file.handing', { name: file.name }), share: 0, cancel: () => abort.abort() });
  try {
    const handle = await uploadFile(file, { signal: abort.signal, onProgress: (share) => work.show({ share }) });
    work.end();
    work = startWork({ label: i18next.t('workbook:file.checking', { name: file.name }) });
    const { name } = await call('library.openFile', { file: handle });
    notify({
      tone: 'info',
      text: i18next.t('workbook:file.opened', { name }),
      action: { label: i18next.t('workbook:file.seeHistory'), run: () => useWorkspace.getState().openView('history') },
    });
  } catch (error) {
    notifyFailure(error);
  } finally {
    work.end();
  }
}
