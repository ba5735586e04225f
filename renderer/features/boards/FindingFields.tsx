// What a title says, finding by finding, so that it can be checked.
import { Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hows } from '../../../shared/features/boards/model.ts';
import { emptyFinding, type FindingForm, typedFindings } from './panel-form.ts';

export interface FindingFieldsProps {
  readonly findings: readonly FindingForm[];
  readonly series: readonly { readonly value: string; readonly label: string }[];
  onChange(findings: readonly FindingForm[]): void;
}

export function FindingFields({ findings, series, onChange }: FindingFieldsProps) {
  const { t } = useTranslation('boards');
  const change = (at: number, patch: Partial<FindingForm>) => onChange(findings.map((one, index) => (index === at ? { ...one, ...patch } : one)));
  return (
    <fieldset className="board-findings">
      <legend>{t('field.findings')}</legend>
      <p className="muted">{t('field.findingsHint')}</p>
      {findings.map((finding, index) => {
        const moves = finding.is === 'rose' || finding.is === 'fell';
        const number = finding.is === 'above' || finding.is === 'below' || (moves && finding.by !== '');
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no name of their own
          <fieldset key={index} className="board-finding" aria-label={t('finding', { number: index + 1 })}>
            <Select
              label={t('field.series')}
              data={[...series]}
              value={finding.series}
              searchable
              onChange={(value) => change(index, { series: value ?? '' })}
            />
            <Select
              label={t('field.is')}
              data={typedFindings.map((one) => ({ value: one, label: t(`is.${one}`) }))}
              value={finding.is}
              allowDeselect={false}
              onChange={(value) => change(index, { is: (value ?? 'rose') as FindingForm['is'] })}
            />
            {moves ? (
              <TextInput
                label={t('field.fromPeriod')}
                placeholder="2021"
                value={finding.from}
                onChange={(event) => change(index, { from: event.currentTarget.value })}
              />
            ) : null}
            <TextInput
              label={moves ? t('field.toPeriod') : t('field.inPeriod')}
              placeholder="2023"
              value={finding.to}
              onChange={(event) => change(index, { to: event.currentTarget.value })}
            />
            {moves ? (
              <Select
                label={t('field.by')}
                data={(['', 'times', 'percent', 'points', 'absolute'] as const).map((one) => ({
                  value: one,
                  label: t(`by.${one === '' ? 'any' : one}`),
                }))}
                value={finding.by}
                allowDeselect={false}
                onChange={(value) => change(index, { by: (value ?? '') as FindingForm['by'] })}
              />
            ) : null}
            {moves && finding.by !== '' ? (
              <Select
                label={t('field.how')}
                data={hows.map((one) => ({ value: one, label: t(`how.${one}`) }))}
                value={finding.how}
                allowDeselect={false}
                onChange={(value) => change(index, { how: (value ?? 'about') as FindingForm['how'] })}
              />
            ) : null}
            {number ? (
              <TextInput
                label={t('field.number')}
                inputMode="decimal"
                value={finding.n}
                onChange={(event) => change(index, { n: event.currentTarget.value })}
              />
            ) : null}
            <button
              type="button"
              className="tool"
              aria-label={t('removeFinding', { number: index + 1 })}
              onClick={() => onChange(findings.filter((_, at) => at !== index))}
            >
              <IconX size={14} aria-hidden />
            </button>
          </fieldset>
        );
      })}
      <button type="button" className="button" onClick={() => onChange([...findings, { ...emptyFinding, series: series[0]?.value ?? '' }])}>
        {t('addFinding')}
      </button>
    </fieldset>
  );
}
