// What came of it, how to take it back, and where to look next.
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MergeNext } from '../../../../shared/features/exchange/merge.ts';
import { useCall, useOffers, useWorkspace, words } from '../../../bridge/index.ts';
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
    <div className="merge-outcome">
      <IconCircleCheck size={28} stroke={1.4} aria-hidden />
      <h2 role="status">{t(`${name}.done`, { name: file?.name })}</h2>
      <dl>
        {Object.entries(counts).map(([what, count]) => (
          <div key={what}>
            <dd>{count.toLocaleString()}</dd>
            <dt>{t(`${name}.count.${what}`)}</dt>
          </div>
        ))}
      </dl>
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
      <p className="muted">{t(canUndo ? 'merge.oneEdit' : 'merge.undoInHistory')}</p>
      <div className="merge-outcome-actions">
        <button type="button" className="button" disabled={!canUndo} onClick={undo}>
          <IconArrowBackUp size={14} stroke={1.8} aria-hidden /> {t(`${name}.undo`)}
        </button>
        <button type="button" className="button" data-primary="" onClick={() => openView('history')}>
          {t('merge.seeHistory')}
        </button>
      </div>
    </div>
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
