import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { capitalised } from '../../../shared/code-words.ts';
import { useCall } from '../../bridge/index.ts';

/** The word of a stage: of the workbook's own scale, else of the catalogue. */
export function useStageWord(): (code: string) => string {
  const { t, i18n } = useTranslation('words');
  const stages = useCall('policy.words', {}).data?.stages;
  return useCallback(
    (code) => {
      const label = stages?.find((one) => one.code === code)?.label;
      if (label !== undefined && label !== '') return label;
      return i18n.exists(`words:stage.${code}`) ? t(`stage.${code}`) : capitalised(code);
    },
    [stages, t, i18n],
  );
}
