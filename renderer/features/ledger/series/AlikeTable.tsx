import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract.ts';
import type { Series } from '../../../../shared/features/ledger/model.ts';
import { notify, useCommand } from '../../../bridge/index.ts';

type Pair = Output<'ledger.alike'>['pairs'][number];

/** Two series that differ in one name; either name can be given to both. */
export function AlikeTable({ pairs }: { pairs: readonly Pair[] }) {
  const { t } = useTranslation('ledger');
  const rename = useCommand('ledger.renameSeries');
  const join = async (from: Series, to: Series, field: Pair['field']) => {
    const joined = await rename.run({ seriesId: from.id, to: { [field]: to[field] } }).catch(() => undefined);
    if (joined !== undefined) notify({ tone: 'info', text: t('seriesView.joined', { count: joined.claims }) });
  };
  return (
    <ul className="series-pairs">
      {pairs.map(({ one, other, field }) => (
        <li key={`${one.id}${other.id}`}>
          {[[one, other] as const, [other, one] as const].map(([kept, joining]) => (
            <div key={kept.id}>
              <span className="series-pair-name">
                <b>{nameIn(kept, field)}</b>
                <span className="muted"> {kept.label}</span>
              </span>
              <span className="series-number">{kept.claims}</span>
              <button type="button" className="button" disabled={rename.isRunning} onClick={() => void join(joining, kept, field)}>
                {t('seriesView.joinFirst', { name: nameIn(kept, field) })}
              </button>
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

function nameIn(series: Series, field: Pair['field']): string {
  return field === 'basis' ? series.basis.join(', ') : series[field].replaceAll('_', ' ');
}
