// What a verdict would change, before it is given: the series with the value in it, and what rests on the claims of the group.
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ClaimRow } from '../../../shared/features/claims/contract.ts';
import { call, useCall, useWorkspace, words } from '../../bridge/index.ts';
import { valueText } from '../../ui/index.ts';
import { SeriesSketch } from './SeriesSketch.tsx';

export interface IfAdoptedProps {
  readonly observationId: string;
  readonly rows: readonly ClaimRow[];
  readonly claimId: string;
  readonly letter: string;
}

export function IfAdopted({ observationId, rows, claimId, letter }: IfAdoptedProps) {
  const { t, i18n } = useTranslation(['conflicts', 'evidence']);
  const openView = useWorkspace((state) => state.openView);
  const observation = useCall('ledger.observation', { id: observationId }).data;
  const seriesId = observation?.id === observationId ? observation.seriesId : undefined;
  const panel = useCall('charts.panel', { seriesIds: [seriesId ?? ''], eventSubjects: [] }, { enabled: seriesId !== undefined });
  const uses = useQueries({
    queries: rows.map(({ id }) => ({ queryKey: ['claims.trace', { id }], queryFn: () => call('claims.trace', { id }) })),
    combine: (answers) => {
      const all = answers.flatMap((answer) => answer.data?.usedBy ?? []).filter((use) => use.record !== 'observation');
      return [...new Map(all.map((use) => [`${use.record} ${use.id}`, use])).values()];
    },
  });
  const row = rows.find((one) => one.id === claimId);
  if (row === undefined || observation?.id !== observationId) return null;
  const value = valueText(row, i18n.language);
  const points = panel.data?.series.find((one) => one.id === seriesId)?.points ?? [];
  return (
    <section className="conflict-if" aria-label={t('ifAdopted.title', { letter })}>
      <h3>
        {t('ifAdopted.title', { letter })} <span className="muted">{t('ifAdopted.unwritten')}</span>
      </h3>
      <div className="conflict-if-body">
        <dl>
          <dt>{t('ifAdopted.ledger')}</dt>
          <dd>
            {t(`ifAdopted.state.${observation.state}`)} → <b>{value}</b> {t('ifAdopted.decided')}
          </dd>
          {uses.map((use) => (
            <UseLine
              key={`${use.record} ${use.id}`}
              record={t(`evidence:record.${use.record}`, { defaultValue: use.record })}
              label={words(use.label)}
            />
          ))}
        </dl>
        <p className="muted">{uses.length === 0 ? t('ifAdopted.noneRests') : t('ifAdopted.restOnIt', { count: uses.length })}</p>
        {seriesId === undefined ? null : (
          <button type="button" className="link-button" onClick={() => openView('charts', { seriesId })}>
            {t('ifAdopted.chart')}
          </button>
        )}
      </div>
      <SeriesSketch points={points} rivals={rows.map(({ id }) => id)} adoptedId={claimId} label={value} />
    </section>
  );
}

function UseLine({ record, label }: { readonly record: string; readonly label: string }) {
  return (
    <>
      <dt>{record}</dt>
      <dd>{label}</dd>
    </>
  );
}
