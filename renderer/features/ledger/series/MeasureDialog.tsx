import { Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWords } from '../../../../shared/code-words.ts';
import type { Output } from '../../../../shared/contract.ts';
import { errorWords, useCommand } from '../../../bridge/index.ts';
import { Dialog, ErrorNotice } from '../../../ui/index.ts';

export type ListedMeasure = Output<'ledger.measures'>['measures'][number];

const textFields = ['label', 'counts', 'family', 'unit', 'low', 'high'] as const;
type Field = (typeof textFields)[number];

export function MeasureDialog({ measure, onClose }: { measure: ListedMeasure; onClose(): void }) {
  const { t } = useTranslation('ledger');
  const { code, described } = measure;
  const describe = useCommand('ledger.describeMeasure', { isQuiet: true });
  const forget = useCommand('ledger.forgetMeasure');
  const [draft, setDraft] = useState<Readonly<Record<Field, string>>>(
    () => Object.fromEntries(textFields.map((field) => [field, described?.[field] ?? ''])) as Record<Field, string>,
  );
  const [isAdditive, setAdditive] = useState(described?.isAdditive ?? null);
  const orNull = (field: Field) => (draft[field].trim() === '' ? null : draft[field].trim());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { label, counts } = draft;
      await describe.run({
        code,
        label,
        counts,
        family: orNull('family'),
        unit: orNull('unit'),
        isAdditive,
        low: orNull('low'),
        high: orNull('high'),
      });
      onClose();
    } catch {
      // shown below
    }
  };
  const forgetIt = async () => {
    if (described !== null) await forget.run({ id: described.id }).catch(() => undefined);
    onClose();
  };
  return (
    <Dialog title={t('seriesView.describeTitle', { measure: codeWords(code) })} isOpen onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <div className="form-grid">
          {textFields.map((field) => (
            <TextInput
              key={field}
              className={field === 'counts' ? 'form-wide' : ''}
              label={t(`seriesView.${field}`)}
              placeholder={field === 'family' ? measure.family : ''}
              value={draft[field]}
              onChange={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })}
            />
          ))}
          <Select
            label={t('seriesView.addsUp')}
            placeholder={t('seriesView.byUnit')}
            clearable
            data={[
              { value: 'yes', label: t('seriesView.yes') },
              { value: 'no', label: t('seriesView.no') },
            ]}
            value={isAdditive === null ? null : isAdditive ? 'yes' : 'no'}
            onChange={(value) => setAdditive(value === null ? null : value === 'yes')}
          />
        </div>
        {describe.error === undefined ? null : <ErrorNotice message={errorWords(describe.error)} />}
        <div className="dialog-actions">
          {described === null ? null : (
            <button type="button" className="button" onClick={() => void forgetIt()}>
              {t('seriesView.forget')}
            </button>
          )}
          <span className="grow" />
          <button type="button" className="button" onClick={onClose}>
            {t('seriesView.cancel')}
          </button>
          <button type="submit" className="button" data-primary="" disabled={describe.isRunning}>
            {t('seriesView.save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
