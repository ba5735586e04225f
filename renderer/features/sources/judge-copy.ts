// Accepts or refuses, for the selected source, that it is a copy of the one that it looks like.
import i18next from 'i18next';
import { call, errorWords, useWorkspace } from '../../bridge/index.ts';

export async function judgeSelectedCopy(isCopy: boolean): Promise<void> {
  const { selection, notify } = useWorkspace.getState();
  if (selection.type !== 'source') return;
  try {
    const { title, copyProposal } = await call('sources.get', { id: selection.id });
    if (copyProposal === null) return notify({ tone: 'info', topic: 'edit', text: i18next.t('sources:copy.none', { title }) });
    await call('sources.judgeCopy', { id: selection.id, of: copyProposal.id, isCopy });
    notify({
      tone: 'info',
      topic: 'edit',
      text: i18next.t(isCopy ? 'sources:copy.accepted' : 'sources:copy.refused', { title, original: copyProposal.title }),
    });
  } catch (error) {
    notify({ tone: 'error', text: errorWords(error) });
  }
}
