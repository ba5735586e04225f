import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import { sumOfSelection } from '../../../../shared/features/claims/selection-sum.ts';
import { createMeasures } from '../../../../shared/features/ledger/measures.ts';
import { formatQuantity } from '../../../../shared/quantity/index.ts';
import { useCall } from '../../../bridge/index.ts';
import type { SelectionPart } from '../../../ui/data-grid/index.ts';

/** Sum and mean of the figures that are selected, or why there is no sum. */
export function useSelectionSummary(): (rows: readonly ClaimRow[], columnIds: readonly string[]) => readonly SelectionPart[] {
  const { t, i18n } = useTranslation('claims');
  const known = useCall('ledger.measures', {}).data?.measures;
  const measures = useMemo(() => createMeasures((known ?? []).flatMap(({ described }) => described ?? [])), [known]);
  return useCallback(
    (rows, columnIds) => {
      if (!columnIds.includes('value')) return [];
      const { count, sum, mean, why } = sumOfSelection(rows, measures);
      if (count < 2) return [];
      const text = (value: NonNullable<typeof sum>) => formatQuantity(value, { locale: i18n.language });
      return [
        { label: t('sum.count'), value: String(count) },
        ...(sum === undefined ? [] : [{ label: t('sum.sum'), value: text(sum) }]),
        ...(mean === undefined ? [] : [{ label: t('sum.mean'), value: text(mean) }]),
        ...(why === undefined ? [] : [{ note: t(`sum.why.${why}`) }]),
      ];
    },
    [measures, t, i18n.language],
  );
}
