// Links one thing to another, or to the figure that counts it: kind, the other one, and when.
import { Autocomplete, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import { findPeriod } from '../../../shared/period/index.ts';
import { errorWords, useCommand } from '../../bridge/index.ts';
import { FormDialog } from '../../ui/index.ts';
import { FigureSelect } from './FigureSelect.tsx';
import { useKnownNames } from './Links.tsx';
import { choiceParts, type LinkChoice, linkChoices } from './link-words.ts';

export interface LinkDialogProps {
  readonly name: string;
  readonly names: readonly string[];
  onClose(): void;
}

export function LinkDialog({ name, names, onClose }: LinkDialogProps) {
  const { t } = useTranslation('policy');
  const save = useCommand('policy.describe', { isQuiet: true });
  const known = useKnownNames();
  const [choice, setChoice] = useState<LinkChoice>('part_of.from');
  const [other, setOther] = useState('');
  const [figure, setFigure] = useState<string | null>(null);
  const [period, setPeriod] = useState('');
  const [badPeriod, setBadPeriod] = useState(false);
  const { kind, side } = choiceParts(choice);
  const hasOther = kind === 'counts' ? figure !== null : other.trim() !== '';
  const isOfOther = isAboutOther(save.error);
  const submit = async () => {
    const dated = period.trim();
    const isBad = dated !== '' && findPeriod(dated) === undefined;
    setBadPeriod(isBad);
    if (isBad) return;
    const here = { name };
    const there = kind === 'counts' ? { claim: figure! } : { name: other.trim() };
    try {
      await save.run({
        records: [
          {
            record: 'link',
            kind,
            from: side === 'from' ? here : there,
            to: side === 'from' ? there : here,
            ...(dated === '' ? {} : { period: dated }),
          },
        ],
      });
      onClose();
    } catch {
      // shown at its field
    }
  };
  return (
    <FormDialog
      title={t('linkTitle', { name })}
      submit={t('saveLink')}
      canSubmit={!save.isRunning && hasOther}
      fault={save.error === undefined || isOfOther ? undefined : errorWords(save.error)}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t('field.linkKind', { name })}
        data-autofocus
        allowDeselect={false}
        data={linkChoices.map((one) => ({ value: one, label: t(`linkKind.${one}`) }))}
        value={choice}
        onChange={(next) => setChoice(linkChoices.find((one) => one === next) ?? choice)}
      />
      {kind === 'counts' ? (
        <FigureSelect label={t('field.figure')} about={names} value={figure} onChange={setFigure} />
      ) : (
        <Autocomplete
          label={t('field.other')}
          required
          data={[...known].filter((one) => one !== name)}
          value={other}
          error={isOfOther ? errorWords(save.error) : undefined}
          onChange={setOther}
        />
      )}
      <TextInput
        className="form-wide"
        label={t('field.period')}
        value={period}
        error={badPeriod ? t('badPeriod') : undefined}
        onChange={(event) => setPeriod(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

function isAboutOther(error: AppError | undefined): boolean {
  return error !== undefined && ['policy.linkToItself', 'policy.circle'].includes(error.key);
}
