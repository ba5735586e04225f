import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { capitalised } from '../../shared/code-words.ts';
import { useCall } from './hooks.ts';

/** The word of a stage: of the workbook's own scale, else of the catalogue. */
export function useStageWord(): (code: string) => string {
  const { t } = useTranslation('words');
  const stages = useCall('policy.words', {}).data?.stages;
  return useCallback(
    (code) => {
      const label = stages?.find((one) => one.code === code)?.label;
      if (label !== undefined && label !== '') return label;
      return t(`stage.${code}`, { defaultValue: capitalised(code) });
    },
    [stages, t],
  );
}
