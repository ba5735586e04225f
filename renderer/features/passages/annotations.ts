// Web Annotations from and to a file of the user's choice.
import i18next from 'i18next';
import { call, chooseOneFile, saveBlob, told } from '../../bridge/index.ts';

export function chooseAnnotations(): void {
  chooseOneFile('.json,.jsonld,application/ld+json,application/json', (file) => void told(async () => bringIn(await file.text())));
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
