// The stage of an event: a usual one, or one of the workbook's own scales in its own word.
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usualStages } from '../../../../shared/features/policy/stages.ts';
import { useCall, useStageWord } from '../../../bridge/index.ts';
import type { ControlProps } from './FieldShell.tsx';

export interface StageSelectProps {
  readonly control: ControlProps;
  readonly value: string;
  onChange(stage: string): void;
}

export function StageSelect({ control, value, onChange }: StageSelectProps) {
  const { t } = useTranslation('words');
  const stageWord = useStageWord();
  const known = useCall('policy.words', {}).data?.stages.map(({ code }) => code) ?? usualStages;
  // A stage that an older claim bears stays, even if no scale names it any more.
  const codes = value === '' || known.includes(value) ? known : [...known, value];
  return (
    <NativeSelect {...control} classNames={{ input: 'capture-input' }} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{t('none')}</option>
      {codes.map((code) => (
        <option key={code} value={code}>
          {stageWord(code)}
        </option>
      ))}
    </NativeSelect>
  );
}
