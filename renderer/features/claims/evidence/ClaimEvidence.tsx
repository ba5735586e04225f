import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords, openPassage, useCall } from '../../../bridge/index.ts';
import { ErrorNotice } from '../../../ui/index.ts';
import { ChainSection } from './ChainSection.tsx';
import { ChecksSection } from './ChecksSection.tsx';
import { ClaimHead } from './ClaimHead.tsx';
import { ConflictsSection } from './ConflictsSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { PassageSection } from './PassageSection.tsx';
import { RivalsSection } from './RivalsSection.tsx';
import { ScaleSection } from './ScaleSection.tsx';
import { UsedBySection } from './UsedBySection.tsx';
import { useSettled } from './use-settled.ts';
import { VerdictSection } from './VerdictSection.tsx';

/** A claim: value, passage, chain, rivals, verdict, contradictions, checks, history. */
export function ClaimEvidence({ id }: { id: string }) {
  const { t } = useTranslation('evidence');
  const claim = useCall('claims.get', { id });
  const trace = useCall('claims.trace', { id });
  const observationId = claim.data?.id === id ? claim.data.observationId : null;
  const observation = useCall('ledger.observation', { id: observationId ?? 'none' }, { enabled: observationId !== null });
  const complete = useMemo(() => {
    if (claim.data?.id !== id || trace.data?.claim.id !== id) return undefined;
    const isReady = observationId === null || observation.data?.id === observationId;
    return isReady ? { row: claim.data, trace: trace.data, observation: observationId === null ? undefined : observation.data } : undefined;
  }, [id, claim.data, trace.data, observation.data, observationId]);
  const shown = useSettled(complete);
  const failed = claim.error ?? trace.error ?? observation.error;
  if (failed !== null && complete === undefined) return <ErrorNotice title={t('gone')} message={errorWords(failed)} />;
  if (shown === undefined) return null;
  const { row } = shown;
  const rivals = shown.observation?.rows.filter((other) => other.id !== row.id) ?? [];
  return (
    <>
      <ClaimHead row={row} />
      <PassageSection trace={shown.trace} original={row.original} onOpen={() => openPassage(row)} />
      <ChainSection chain={shown.trace.chain} grade={row.grade} credibility={row.credibility} hedge={row.hedge} />
      {shown.observation === undefined || rivals.length === 0 ? null : (
        <>
          <RivalsSection title={t('rivals')} rows={rivals} support={shown.observation.support} verdict={shown.observation.verdict} />
          <ScaleSection rows={shown.observation.rows} verdict={shown.observation.verdict} />
        </>
      )}
      {shown.observation === undefined ? null : <VerdictSection observation={shown.observation} proposed={row.id} />}
      <ConflictsSection claimId={row.id} />
      <ChecksSection claimId={row.id} />
      <UsedBySection usedBy={shown.trace.usedBy} />
      <HistorySection record={row.id} verdict={shown.observation?.verdict?.id} />
    </>
  );
}
