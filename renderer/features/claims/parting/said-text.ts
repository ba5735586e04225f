import type { Captured } from '../../../../shared/features/claims/model.ts';
import { formatPeriod } from '../../../../shared/period/index.ts';
import { valueText } from '../../../ui/index.ts';

/** "31,000 units, May 2023" */
export function saidText(said: Captured, locale: string): string {
  const parts = [valueText(said, locale), said.period === null ? '' : formatPeriod(said.period, locale)].filter((part) => part !== '');
  return parts.length === 0 ? '–' : parts.join(', ');
}
