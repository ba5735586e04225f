// Decides an event that claims date or name apart: one of the claims, a date of one's own, or not yet; with a reason.
import { Radio, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventVerdictAnswer } from '../../../shared/features/policy/contract.ts';
import { findPeriod, formatPeriod } from '../../../shared/period/index.ts';
import { errorWords, useCall, useCommand, useStageWord } from '../../bridge/index.ts';
import { FormDialog } from '../../ui/index.ts';

export interface DateDialogProps {
  readonly claims: readonly string[];
  /** What was decided before. */
  readonly verdict: EventVerdictAnswer | undefined;
  onClose(): void;
}

/** Beside the ids of claims. */
const ownDate = 'own';
const notYet = 'open';

export function DateDialog({ claims, verdict, onClose }: DateDialogProps) {
  const { t } = useTranslation('policy');
  const save = useCommand('policy.decide', { isQuiet: true });
  const [choice, setChoice] = useState(verdict === undefined ? '' : (verdict.claimId ?? (verdict.own === null ? notYet : ownDate)));
  const [own, setOwn] = useState(verdict?.own ?? '');
  const [reason, setReason] = useState(verdict?.reason ?? '');
  const [hasBadDate, setBadDate] = useState(false);
  const submit = async () => {
    const isBad = choice === ownDate && findPeriod(own.trim()) === undefined;
    setBadDate(isBad);
    if (isBad) return;
    try {
      await save.run({
        claims: [...claims],
        claimId: choice === ownDate || choice === notYet ? null : choice,
        own: choice === ownDate ? own.trim() : null,
        reason: reason.trim(),
      });
      onClose();
    } catch {
      // shown below
    }
  };
  return (
    <FormDialog
      title={t('decideTitle')}
      submit={t('saveVerdict')}
      canSubmit={!save.isRunning && choice !== '' && reason.trim() !== ''}
      fault={save.error === undefined ? undefined : errorWords(save.error)}
      onSubmit={submit}
      onClose={onClose}
    >
      <Radio.Group label={t('decideWhich')} value={choice} onChange={setChoice} className="date-choices form-wide">
        {claims.map((id, index) => (
          <ClaimChoice key={id} id={id} isFirst={index === 0} />
        ))}
        <Radio value={ownDate} label={t('ownDate')} />
        {choice === ownDate ? (
          <TextInput
            aria-label={t('ownDate')}
            placeholder={t('ownDateHint')}
            value={own}
            error={hasBadDate ? t('badPeriod') : undefined}
            onChange={(event) => setOwn(event.currentTarget.value)}
          />
        ) : null}
        <Radio value={notYet} label={t('notYet')} />
      </Radio.Group>
      <Textarea
        className="form-wide"
        label={t('field.reason')}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

function ClaimChoice({ id, isFirst }: { id: string; isFirst: boolean }) {
  const { i18n } = useTranslation('policy');
  const stageWord = useStageWord();
  const claim = useCall('claims.get', { id }).data;
  const words = useClaimWords(id);
  return (
    <Radio
      value={id}
      data-autofocus={isFirst ? '' : undefined}
      label={[claim?.stage == null ? '' : stageWord(claim.stage), claim?.period == null ? '' : formatPeriod(claim.period, i18n.language)]
        .filter((part) => part !== '')
        .join(', ')}
      description={words}
    />
  );
}

/** What a claim says and where. */
export function useClaimWords(id: string | null): string {
  const claim = useCall('claims.get', { id: id ?? '' }, { enabled: id !== null }).data;
  return [claim?.what, claim?.sourceTitle].filter((part) => part !== undefined && part !== '').join(' · ');
}
