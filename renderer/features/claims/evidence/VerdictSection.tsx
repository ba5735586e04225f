import { IconCheck, IconClockExclamation, IconPencil, IconQuestionMark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand, words } from '../../../bridge/index.ts';
import { Kbd, valueText } from '../../../ui/index.ts';
import { dayAndTime } from './dates.ts';
import { useEvidence } from './evidence-state.ts';
import { Section } from './Section.tsx';
import { type DecidedObservation, VerdictForm } from './VerdictForm.tsx';

export interface VerdictSectionProps {
  readonly observation: DecidedObservation;
  /** The claim that is looked at: it is proposed first. */
  readonly proposed: string | undefined;
}

export function VerdictSection({ observation, proposed }: VerdictSectionProps) {
  const { t, i18n } = useTranslation('evidence');
  const { isDeciding, setDeciding } = useEvidence();
  const reopen = useCommand('ledger.reopen');
  const { verdict } = observation;
  if (isDeciding) {
    return (
      <Section title={t('verdict')}>
        <VerdictForm key={observation.id} observation={observation} proposed={proposed} onDone={() => setDeciding(false)} />
      </Section>
    );
  }
  const give = (
    <button type="button" className="link-button" onClick={() => setDeciding(true)}>
      <IconPencil size={12} stroke={1.8} aria-hidden />
      {t(verdict === null ? 'giveVerdict' : 'changeVerdict')}
      <Kbd>V</Kbd>
    </button>
  );
  if (verdict === null) {
    return (
      <Section title={t('verdict')} trailing={give}>
        <p className="evidence-note">
          {t(
            `noVerdict.${observation.state === 'disputed' || observation.state === 'agreed' || observation.state === 'revised' ? observation.state : 'single'}`,
          )}
        </p>
      </Section>
    );
  }
  const adopted = observation.rows.find((row) => row.id === verdict.claimId);
  const reading = verdict.reading === null ? undefined : adopted?.readings[verdict.reading];
  const Mark = verdict.isStale ? IconClockExclamation : verdict.claimId === null && verdict.own === null ? IconQuestionMark : IconCheck;
  return (
    <Section title={t('verdict')} trailing={give}>
      <p className="evidence-verdict" data-stale={verdict.isStale ? '' : undefined}>
        <Mark size={14} stroke={2.2} aria-hidden />
        <b>{verdictWords()}</b>
      </p>
      {verdict.isStale ? <p className="evidence-stale">{t('stale', { because: verdict.staleBecause.map(words).join('; ') })}</p> : null}
      <p className="evidence-reason">{verdict.reason}</p>
      <p className="evidence-who">
        <span>{t('byAt', { by: verdict.by === '' ? t('unnamedPerson') : verdict.by, at: dayAndTime(verdict.at, i18n.language) })}</span>
        <button
          type="button"
          className="link-button"
          disabled={reopen.isRunning}
          onClick={() => void reopen.run({ observationId: observation.id }).catch(() => undefined)}
        >
          {t('reopen')}
        </button>
      </p>
    </Section>
  );

  function verdictWords(): string {
    const value = valueText(observation, i18n.language);
    if (verdict?.own != null) return t('adoptedOwn', { value });
    if (adopted === undefined) return verdict?.claimId == null ? t('undecided') : t('adoptedGone');
    if (reading !== undefined) return t('adoptedReading', { value, reading: reading.label });
    return t('adoptedClaim', { value: valueText(adopted, i18n.language), origin: adopted.origin ?? adopted.sourceTitle ?? t('originUnnamed') });
  }
}
