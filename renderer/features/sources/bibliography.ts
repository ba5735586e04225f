// The bibliography of the workbook as files, and the citation of the chosen source for the clipboard.
import i18next from 'i18next';
import type { Input } from '../../../shared/contract.ts';
import { call, chooseOneFile, saveBlob, told, useWorkspace } from '../../bridge/index.ts';

export function copyCitation(style: Input<'sources.cite'>['style'] & string): void {
  void told(async () => {
    const { selection, viewParams } = useWorkspace.getState();
    const read = viewParams('reader')['sourceId'];
    const id = selection.type === 'source' ? selection.id : typeof read === 'string' ? read : undefined;
    if (id === undefined) return i18next.t('sources:bibliography.noSource');
    const { lines } = await call('sources.cite', { ids: [id], style });
    await navigator.clipboard.writeText(lines[0]?.text ?? '');
    return i18next.t('sources:bibliography.copied', { line: lines[0]?.text ?? '' });
  });
}

export function exportBibliography(format: Input<'sources.bibliography'>['format'] & string): void {
  void told(async () => {
    const { text, name, mediaType, items } = await call('sources.bibliography', { format });
    saveBlob(new Blob([text], { type: mediaType }), name);
    return i18next.t('sources:bibliography.written', { count: items.length, name });
  });
}

export function chooseBibliography(): void {
  chooseOneFile('.json,.bib,.ris,.txt', (file) => void told(() => takeFrom(file)));
}

async function takeFrom(file: File): Promise<string> {
  const { matched, unmatched } = await call('sources.readBibliography', { text: await file.text() });
  const filled = matched.reduce((sum, one) => sum + one.filled.length, 0);
  return i18next.t('sources:bibliography.taken', { count: matched.length, filled, unmatched: unmatched.length });
}
