import { NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { changeKinds, qualifiers } from '../../../../shared/quantity/index.ts';
import { FieldShell } from './FieldShell.tsx';
import { emptyReading, type ReadingValues } from './form-values.ts';
import { hasSecondValue } from './value-bounds.ts';

export interface ReadingsEditorProps {
  readonly readings: readonly ReadingValues[];
  readonly error: string | undefined;
  onChange(readings: readonly ReadingValues[]): void;
}

/** Ways to understand an ambiguous figure; they stay open until a verdict. */
export function ReadingsEditor({ readings, error, onChange }: ReadingsEditorProps) {
  const { t } = useTranslation(['passages', 'words']);
  const change = (index: number, fields: Partial<ReadingValues>) =>
    onChange(readings.map((reading, at) => (at === index ? { ...reading, ...fields } : reading)));
  return (
    <FieldShell label={t('capture.field.readings')} span={8} error={error} hint={readings.length === 0 ? undefined : t('capture.readingsHint')}>
      {(control) => (
        <div className="capture-readings">
          {readings.map((reading, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: readings have no identity but their place
            <fieldset key={index}>
              <legend className="visually-hidden">{t('capture.readingNumber', { number: index + 1 })}</legend>
              <Cell label={t('capture.field.label')} value={reading.label} onChange={(label) => change(index, { label })} isWide />
              <button
                type="button"
                className="tool"
                aria-label={t('capture.removeReading', { number: index + 1 })}
                onClick={() => onChange(readings.filter((_, at) => at !== index))}
              >
                <IconX size={14} aria-hidden />
              </button>
              <NativeSelect
                aria-label={t('capture.field.qualifier')}
                classNames={{ input: 'capture-input' }}
                value={reading.qualifier}
                data={qualifiers.map((value) => ({ value, label: t(`words:qualifier.${value}`) }))}
                onChange={(event) => change(index, { qualifier: event.currentTarget.value })}
              />
              <Cell label={t('capture.field.value')} value={reading.value} onChange={(value) => change(index, { value })} isNumber />
              {hasSecondValue(reading.qualifier) ? (
                <Cell label={t('capture.field.valueTo')} value={reading.valueTo} onChange={(valueTo) => change(index, { valueTo })} isNumber />
              ) : null}
              <Cell label={t('capture.field.unit')} value={reading.unit} onChange={(unit) => change(index, { unit })} />
              <NativeSelect
                aria-label={t('capture.field.change')}
                classNames={{ input: 'capture-input' }}
                value={reading.change}
                data={[{ value: '', label: t('words:change.level') }, ...changeKinds.map((value) => ({ value, label: t(`words:change.${value}`) }))]}
                onChange={(event) => change(index, { change: event.currentTarget.value })}
              />
            </fieldset>
          ))}
          <button type="button" id={control.id} className="tool" onClick={() => onChange([...readings, emptyReading])}>
            <IconPlus size={14} aria-hidden />
            {t('capture.addReading')}
          </button>
        </div>
      )}
    </FieldShell>
  );
}

interface CellProps {
  readonly label: string;
  readonly value: string;
  readonly isWide?: boolean;
  readonly isNumber?: boolean;
  onChange(value: string): void;
}

function Cell({ label, value, isWide = false, isNumber = false, onChange }: CellProps) {
  const root = [isWide ? 'capture-wide' : '', isNumber ? 'capture-number' : ''].filter(Boolean).join(' ');
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      classNames={{ root, input: 'capture-input' }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
