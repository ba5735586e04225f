// A workbook file that is dropped or picked: handed over, checked by the core, kept with the others and opened.
import i18next from 'i18next';
import { call } from './call.ts';
import { notifyFailure } from './told.ts';
import { uploadFile } from './upload.ts';
import { useWorkspace } from './workspace.ts';

export function isWorkbookFile(file: File): boolean {
  return /\.assay$/i.test(file.name);
}

/** Never rejects: a refusal is told in the notice area. */
export async function openWorkbookFile(file: File): Promise<void> {
  const { notify, setJob } = useWorkspace.getState();
  const abort = new AbortController();
  const label = i18next.t('workbook:file.handing', { name: file.name });
  const show = (share: number): void => setJob({ label, share, cancel: () => abort.abort() });
  show(0);
  try {
    const handle = await uploadFile(file, { signal: abort.signal, onProgress: show });
    setJob({ label: i18next.t('workbook:file.checking', { name: file.name }) });
    const { name } = await call('library.openFile', { file: handle });
    notify({ tone: 'info', text: i18next.t('workbook:file.opened', { name }) });
  } catch (error) {
    notifyFailure(error);
  } finally {
    setJob(undefined);
  }
}
