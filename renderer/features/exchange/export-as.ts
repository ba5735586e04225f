import i18next from 'i18next';
import type { Input } from '../../../shared/contract.ts';
import { sizeText } from '../../../shared/size-text.ts';
import { call, notify, notifyFailure, saveDownload, startWork } from '../../bridge/index.ts';

/** Makes the file, hands it to the browser to save and says what went into it. */
export async function exportAs(format: Input<'exchange.export'>['format']): Promise<void> {
  const work = startWork({ label: i18next.t('exchange:running', { format }) });
  try {
    const made = await call('exchange.export', { format, language: i18next.language });
    await saveDownload(made);
    const size = sizeText(made.bytes, i18next.language);
    notify({ tone: 'info', text: i18next.t('exchange:done', { name: made.name, claims: made.claims, sources: made.sources, size }) });
  } catch (error) {
    notifyFailure(error);
  } finally {
    work.end();
  }
}
