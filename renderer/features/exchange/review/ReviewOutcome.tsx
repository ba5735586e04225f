// What came of it, how to take it back, and where to look next.
import { useTranslation } from 'react-i18next';
import type { MergeNext } from '../../../../shared/features/exchange/merge.ts';
import { useCall, useOffers, useWorkspace, words } from '../../../bridge/index.ts';
import { Outcome } from '../../../ui/index.ts';
import { useReviewOf } from './review-context.ts';

export interface OutcomeProps {
  /** What was done, by the words of the catalogue. */
  readonly counts: Readonly<Record<string, number>>;
  /** What to look at next. */
  readonly after: readonly MergeNext[];
}

export function ReviewOutcome({ counts, after }: OutcomeProps) {
  const { t } = useTranslation('exchange');
  const { name, useReview, undo: takeBack } = useReviewOf();
  const { file, edit } = useReview();
  const openView = useWorkspace((state) => state.openView);
  const next = useCall('history.state', {}).data?.undo;
  const canUndo = edit !== undefined && next?.seq === edit;
  const undo = canUndo ? () => void takeBack() : undefined;
  useOffers([{ id: 'exchange.undo', title: t(`${name}.undo`), run: undo }]);
  return (
    <Outcome
      title={t(`${name}.done`, { name: file?.name })}
      counts={Object.entries(counts).map(([what, count]) => ({ label: t(`${name}.count.${what}`), count }))}
      note={t(canUndo ? 'merge.oneEdit' : 'merge.undoInHistory')}
      undo={{ label: t(`${name}.undo`), run: undo }}
      next={{ label: t('merge.seeHistory'), run: () => openView('history') }}
    >
      {after.length === 0 ? null : (
        <section className="merge-after" aria-label={t('merge.after')}>
          <h3>{t('merge.after')}</h3>
          <ul>
            {after.slice(0, mostAfter).map((one) => (
              <li key={`${one.kind} ${one.record}`}>
                <button type="button" className="link-button" onClick={() => lookAt(one)}>
                  {words(one.words)}
                </button>
              </li>
            ))}
          </ul>
          {after.length > mostAfter ? <p className="muted">{t('merge.moreAfter', { count: after.length - mostAfter })}</p> : null}
        </section>
      )}
    </Outcome>
  );
}

const mostAfter = 20;

/** Opens where it can be dealt with. */
function lookAt({ kind, record }: MergeNext): void {
  const { select, openView } = useWorkspace.getState();
  if (kind === 'passage-in-doubt') openView('anchors');
  else if (kind === 'series-parted') openView('series');
  else {
    select({ type: 'observation', id: record });
    openView('ledger');
  }
}
