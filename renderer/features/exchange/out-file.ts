// Makes the file that was chosen, hands it to the browser to save and says what went into it.
import i18next from 'i18next';
import { type Extra, extras } from '../../../shared/features/exchange/extras.ts';
import { leavable } from '../../../shared/features/exchange/share.ts';
import { sizeText } from '../../../shared/size-text.ts';
import { call, notify, notifyFailure, saveDownload, startWork } from '../../bridge/index.ts';
import type { OutKind } from './out-state.ts';

export interface OutChoice {
  readonly kind: OutKind;
  /** Ids; both empty for everything. */
  readonly series: readonly string[];
  readonly sources: readonly string[];
  readonly with: ReadonlySet<OutExtra>;
}

export const outExtras = [...extras, 'verdicts'] as const;
export type OutExtra = (typeof outExtras)[number];

/** What can be left out of each: the copy of a colleague always says who wrote what, and an export always says what was decided. */
export function extrasOf(kind: OutKind): readonly OutExtra[] {
  if (kind === 'part') return leavable;
  return kind === 'csv' ? ['notes', 'grades'] : kind === 'jsonld' ? ['notes', 'people'] : extras;
}

export async function makeOut({ kind, series, sources, with: along }: OutChoice): Promise<void> {
  const work = startWork({
    label: i18next.t('exchange:running', { format: i18next.t(kind === 'part' ? 'exchange:out.part' : `exchange:out.format.${kind}`) }),
  });
  const chosen = { series: [...series], sources: [...sources] };
  try {
    const made =
      kind === 'part'
        ? await call('exchange.share', { ...chosen, without: leavable.filter((one) => !along.has(one)) })
        : await call('exchange.export', {
            ...chosen,
            format: kind,
            language: i18next.language,
            with: extras.filter((one): one is Extra => along.has(one)),
          });
    await saveDownload(made);
    const size = sizeText(made.bytes, i18next.language);
    const text = i18next.t(kind === 'part' ? 'exchange:out.shared' : 'exchange:done', {
      name: made.name,
      claims: made.claims,
      sources: made.sources,
      size,
    });
    notify({ tone: 'info', text });
  } catch (error) {
    notifyFailure(error);
  } finally {
    work.end();
  }
}
