import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Encoding, encodings } from '../../../shared/features/sources/model.ts';

export interface EncodingSelectProps {
  /** The encoding in which the text was read; may be one that is not offered. */
  readonly value: string;
  readonly isDisabled?: boolean;
  readonly description?: string;
  readonly error?: string | undefined;
  onChange(encoding: Encoding): void;
}

export function EncodingSelect({ value, isDisabled = false, description, error, onChange }: EncodingSelectProps) {
  const { t } = useTranslation('sources');
  const offered = encodings.some((one) => one === value) ? encodings : [value, ...encodings];
  return (
    <Select
      label={t('encoding.label')}
      description={description}
      error={error}
      allowDeselect={false}
      disabled={isDisabled}
      data={offered.map((one) => ({ value: one, label: t(`encoding.${one}`, { defaultValue: one }) }))}
      value={value}
      onChange={(chosen) => {
        const encoding = encodings.find((one) => one === chosen);
        if (encoding !== undefined && encoding !== value) onChange(encoding);
      }}
    />
  );
}
