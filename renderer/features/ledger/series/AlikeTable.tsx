import { useTranslation } from 'react-i18next';
import { codeWords } from '../../../../shared/code-words.ts';
import type { Output } from '../../../../shared/contract.ts';
import type { Series } from '../../../../shared/features/ledger/model.ts';
import { notify, useCommand } from '../../../bridge/index.ts';

type Alike = Output<'ledger.alike'>;
type Pair = Alike['pairs'][number];

/** Two series that differ in one name: either name can be given to both, or they are kept apart and not proposed again. */
export function AlikeTable({ alike: { pairs, apart } }: { alike: Alike }) {
  const { t } = useTranslation('ledger');
  const rename = useCommand('ledger.renameSeries');
  const keepApart = useCommand('ledger.keepApart');
  const proposeAgain = useCommand('ledger.proposeAgain');
  const join = async (from: Series, to: Series, field: Pair['field']) => {
    const joined = await rename.run({ seriesId: from.id, to: { [field]: to[field] } }).catch(() => undefined);
    if (joined !== undefined) notify({ tone: 'info', text: t('seriesView.joined', { count: joined.claims }) });
  };
  return (
    <>
      <ul className="series-pairs">
        {pairs.map((pair) => (
          <li key={keyOf(pair)}>
            <div className="series-pair">
              <PairName series={pair.one} field={pair.field} />
              <JoinButton pair={pair} kept="one" isOff={rename.isRunning} onJoin={() => void join(pair.other, pair.one, pair.field)} />
              <PairName series={pair.other} field={pair.field} />
              <JoinButton pair={pair} kept="other" isOff={rename.isRunning} onJoin={() => void join(pair.one, pair.other, pair.field)} />
            </div>
            <button
              type="button"
              className="link-button"
              disabled={keepApart.isRunning}
              onClick={() => void keepApart.run(idsOf(pair)).catch(() => undefined)}
            >
              {t('seriesView.keepApart')}
            </button>
          </li>
        ))}
      </ul>
      {apart.length === 0 ? null : (
        <section className="series-apart">
          <h3>{t('seriesView.apart', { count: apart.length })}</h3>
          <ul>
            {apart.map((pair) => (
              <li key={keyOf(pair)}>
                <span>
                  {nameIn(pair.one, pair.field)} ≠ {nameIn(pair.other, pair.field)}
                  <span className="muted"> {pair.one.label}</span>
                </span>
                <button type="button" className="link-button" onClick={() => void proposeAgain.run(idsOf(pair)).catch(() => undefined)}>
                  {t('seriesView.proposeAgain')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function PairName({ series, field }: { series: Series; field: Pair['field'] }) {
  const { t } = useTranslation('ledger');
  return (
    <>
      <span className="series-pair-name">
        <b>{nameIn(series, field)}</b>
        <span className="muted"> {series.label}</span>
      </span>
      <span className="series-number muted">{t('seriesView.claimCount', { count: series.claims })}</span>
    </>
  );
}

interface JoinButtonProps {
  readonly pair: Pair;
  readonly kept: 'one' | 'other';
  readonly isOff: boolean;
  onJoin(): void;
}

function JoinButton({ pair, kept, isOff, onJoin }: JoinButtonProps) {
  const { t } = useTranslation('ledger');
  return (
    <button type="button" className="button" disabled={isOff} onClick={onJoin}>
      {t('seriesView.joinFirst', { name: nameIn(pair[kept], pair.field) })}
    </button>
  );
}

const keyOf = ({ one, other }: Pair) => `${one.id}${other.id}`;
const idsOf = ({ one, other }: Pair) => ({ one: one.id, other: other.id });

function nameIn(series: Series, field: Pair['field']): string {
  return field === 'basis' ? series.basis.join(', ') : codeWords(series[field]);
}
