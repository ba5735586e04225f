// A newer version of the source that is being read: a file is chosen, its passages go along, and what is in doubt is said.
import i18next from 'i18next';
import type { Output } from '../../../../shared/contract.ts';
import { call, chooseOneFile, notifyFailure, startWork, uploadFile, useWorkspace, viewOf } from '../../../bridge/index.ts';

/** The source in the Reader, else the one selected. */
export function currentSourceId(): string | undefined {
  const { focusedView, selection, viewParams } = useWorkspace.getState();
  const inReader = viewParams('reader')['sourceId'];
  if ((focusedView === undefined || viewOf(focusedView) !== 'reader') && selection.type === 'source') return selection.id;
  return typeof inReader === 'string' ? inReader : selection.type === 'source' ? selection.id : undefined;
}

export function chooseNewerFile(): void {
  const sourceId = currentSourceId();
  const { notify } = useWorkspace.getState();
  if (sourceId === undefined) {
    notify({ tone: 'info', text: i18next.t('passages:anchors.noSource') });
    return;
  }
  chooseOneFile('', (file) => void replaceWith(sourceId, file));
}

async function replaceWith(sourceId: string, file: File): Promise<void> {
  const abort = new AbortController();
  const work = startWork({ label: i18next.t('passages:anchors.reading', { name: file.name }), cancel: () => abort.abort() });
  try {
    const handle = await uploadFile(file, { signal: abort.signal });
    tellReplaced(await call('sources.replace', { id: sourceId, file: handle }));
  } catch (error) {
    notifyFailure(error);
  } finally {
    work.end();
  }
}

export function tellReplaced({ title, isUnchanged, counts, passages }: Output<'sources.replace'>): void {
  const { notify, openView } = useWorkspace.getState();
  const open = passages.filter((passage) => passage.isPending).length;
  if (isUnchanged) {
    notify({ tone: 'info', text: i18next.t('passages:anchors.unchanged', { title }) });
    return;
  }
  notify({
    tone: 'info',
    text: i18next.t('passages:anchors.done', { title, kept: counts.same + counts.moved, changed: counts.changed, lost: counts.lost }),
    ...(open === 0 ? {} : { action: { label: i18next.t('passages:anchors.look'), run: () => openView('anchors') } }),
  });
}
