// The verdict: a claim, one of its readings, an own value, or "cannot be decided yet"; always with a reason.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract.ts';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import { formatQuantity, readingQuantity } from '../../../../shared/quantity/index.ts';
import { errorWords, useCommand, words } from '../../../bridge/index.ts';
import { Grade, Kbd, valueText } from '../../../ui/index.ts';
import { OwnValue } from './OwnValue.tsx';
import { emptyOwn, type OwnTexts, readOwn } from './own-value.ts';

/** An observation with its claims and what the order of proof would adopt. */
export type DecidedObservation = Output<'ledger.observation'>;

export interface VerdictFormProps {
  readonly observation: DecidedObservation;
  readonly proposed: string | undefined;
  onDone(): void;
}

/** `claim id`, `claim id#reading`, `own` or `open`. */
type Choice = string;

export function VerdictForm({ observation, proposed, onDone }: VerdictFormProps) {
  const { t, i18n } = useTranslation('evidence');
  const { verdict, rows, proposal } = observation;
  const decide = useCommand('ledger.decide', { isQuiet: true });
  const [choice, setChoice] = useState<Choice>(() => firstChoice(observation, proposed));
  const [own, setOwn] = useState<OwnTexts>(() => emptyOwn(verdict?.own ?? null));
  const [reason, setReason] = useState(verdict?.reason ?? '');
  const [problem, setProblem] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const name = useId();
  const reasonId = useId();

  useEffect(() => {
    const before = document.activeElement;
    form.current?.scrollIntoView({ block: 'nearest' });
    form.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const give = async () => {
    if (reason.trim() === '') return refuse('reasonNeeded');
    const value = choice === 'own' ? readOwn(own) : null;
    if (value === undefined) return refuse('ownNumber');
    const [claimId, reading] = choice === 'own' || choice === 'open' ? [null, undefined] : choice.split('#');
    try {
      await decide.run({
        observationId: observation.id,
        claimId: claimId ?? null,
        reading: reading === undefined ? null : Number(reading),
        own: value,
        reason: reason.trim(),
      });
      onDone();
    } catch (error) {
      setProblem(errorWords(error));
    }
  };
  const refuse = (key: 'reasonNeeded' | 'ownNumber') => {
    setProblem(t(key));
    form.current?.querySelector<HTMLElement>(key === 'reasonNeeded' ? 'textarea' : '[data-own]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onDone();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void give();
    }
  };

  const option = (value: Choice, content: React.ReactNode) => (
    <label key={value} className="verdict-option" data-nested={value.includes('#') ? '' : undefined}>
      <input type="radio" name={name} value={value} checked={choice === value} onChange={() => setChoice(value)} />
      {content}
    </label>
  );
  return (
    <form
      className="verdict-form"
      ref={form}
      aria-label={t('giveVerdict')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <div role="radiogroup" aria-label={t('adopt')}>
        {rows.flatMap((row) => [
          option(
            row.id,
            <>
              <b>{valueText(row, i18n.language)}</b>
              <span className="cut muted">{row.origin ?? t('originUnnamed')}</span>
              {row.id === proposal?.claimId ? <span className="verdict-proposed">{t('proposed')}</span> : null}
              <Grade source={row.grade} claim={row.credibility} />
            </>,
          ),
          ...row.readings.map((reading, index) =>
            option(
              `${row.id}#${index}`,
              <>
                <b>{readingText(reading, i18n.language)}</b>
                <span className="cut muted" title={reading.label}>
                  {reading.label}
                </span>
              </>,
            ),
          ),
        ])}
        {option('own', <b>{t('ownValue')}</b>)}
        {choice === 'own' ? <OwnValue value={own} like={rows[0]} onChange={setOwn} /> : null}
        {option('open', <b>{t('undecided')}</b>)}
      </div>
      {proposal === null ? null : <p className="verdict-proposal">{t('proposal', { why: words(proposal.why) })}</p>}
      <label className="verdict-label" htmlFor={reasonId}>
        {t('reason')}
      </label>
      <textarea
        id={reasonId}
        className="evidence-input"
        rows={3}
        value={reason}
        aria-invalid={problem !== undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {problem === undefined ? null : (
        <p className="evidence-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="verdict-foot">
        <button type="button" className="button" onClick={onDone}>
          {t('cancel')}
        </button>
        <button type="submit" className="button" data-primary="" disabled={decide.isRunning}>
          {t('give')}
          <Kbd>Ctrl ↵</Kbd>
        </button>
      </div>
    </form>
  );
}

function readingText(reading: ClaimRow['readings'][number], locale: string): string {
  const { low = null, high = null, unit = null } = reading;
  return formatQuantity(readingQuantity({ ...reading, low, high, unit } as Parameters<typeof readingQuantity>[0]), { locale });
}

/** The verdict as it stands, else the claim that is looked at. */
function firstChoice({ verdict, rows }: VerdictFormProps['observation'], proposed: string | undefined): Choice {
  if (verdict?.own != null) return 'own';
  if (verdict !== null && verdict.claimId === null) return 'open';
  const adopted = rows.find((row) => row.id === verdict?.claimId);
  if (adopted !== undefined) return verdict?.reading == null ? adopted.id : `${adopted.id}#${verdict.reading}`;
  return rows.find((row) => row.id === proposed)?.id ?? rows[0]?.id ?? 'open';
}
