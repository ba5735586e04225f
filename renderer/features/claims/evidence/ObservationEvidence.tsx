import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords, openPassage, useCall } from '../../../bridge/index.ts';
import { ErrorNotice, StateChip, valueParts, valueText } from '../../../ui/index.ts';
import { ChainSection } from './ChainSection.tsx';
import { figureTitle, intervalWords, isUpcoming, scopeWords } from './evidence-words.ts';
import { HistorySection } from './HistorySection.tsx';
import { PassageSection } from './PassageSection.tsx';
import { RivalsSection } from './RivalsSection.tsx';
import { ScaleSection } from './ScaleSection.tsx';
import { useSettled } from './use-settled.ts';
import { VerdictSection } from './VerdictSection.tsx';

/** An observation: value, its claims, one scale, the passage of the leading claim, verdict, history. */
export function ObservationEvidence({ id }: { id: string }) {
  const { t, i18n } = useTranslation(['evidence', 'words']);
  const observation = useCall('ledger.observation', { id });
  const data = observation.data?.id === id ? observation.data : undefined;
  const leadId = data?.verdict?.claimId ?? data?.rows[0]?.id;
  const trace = useCall('claims.trace', { id: leadId ?? 'none' }, { enabled: leadId !== undefined });
  const complete = useMemo(
    () =>
      data !== undefined && (leadId === undefined || trace.data?.claim.id === leadId)
        ? { data, trace: leadId === undefined ? undefined : trace.data }
        : undefined,
    [data, leadId, trace.data],
  );
  const shown = useSettled(complete);
  if (observation.error !== null && complete === undefined) return <ErrorNotice title={t('gone')} message={errorWords(observation.error)} />;
  if (shown === undefined) return null;
  const { series, rows, verdict, state, support, status, period } = shown.data;
  const lead = rows.find((row) => row.id === shown.trace?.claim.id);
  const { mark, digits, unit } = valueParts(valueText(shown.data, i18n.language));
  const interval = rows.length === 1 && rows[0] !== undefined ? intervalWords(rows[0], i18n.language) : undefined;
  return (
    <>
      <header className="evidence-head">
        <h2>{figureTitle(series.measure, series.subject)}</h2>
        <p className="evidence-scope">{[scopeWords({ ...series, period }, i18n.language), t('observation')].filter(Boolean).join(' · ')}</p>
        <div className="evidence-value">
          <span className="evidence-big" data-upcoming={isUpcoming(status) ? '' : undefined}>
            {mark === '' ? null : <i className="evidence-mark">{mark}</i>}
            {digits}
            {unit === '' ? null : <i>&nbsp;{unit}</i>}
          </span>
          <span className="evidence-side">
            <StateChip state={state} />
            {status === 'actual' ? null : (
              <span className="evidence-status" data-status={status}>
                {t(`words:status.${status}`)}
              </span>
            )}
            {interval === undefined ? null : <span>{t('interval', { interval })}</span>}
          </span>
        </div>
      </header>
      <RivalsSection title={t('claims')} rows={rows} support={support} verdict={verdict} shown={rows.length > 1 ? lead?.id : undefined} />
      <ScaleSection rows={rows} verdict={verdict} />
      {shown.trace === undefined || lead === undefined ? null : (
        <>
          <PassageSection trace={shown.trace} original={lead.original} onOpen={() => openPassage(lead)} />
          <ChainSection chain={shown.trace.chain} grade={lead.grade} credibility={lead.credibility} hedge={lead.hedge} />
        </>
      )}
      <VerdictSection observation={shown.data} proposed={lead?.id} />
      <HistorySection record={undefined} verdict={verdict?.id} />
    </>
  );
}
