// Words of the workbook as Evidence shows them.

import { measureWords } from '../../../../shared/code-words.ts';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import { allowedInterval, measuredOf } from '../../../../shared/features/ledger/rules.ts';
import { formatPeriod } from '../../../../shared/period/index.ts';
import { decimalText, type Interval, unitLabel } from '../../../../shared/quantity/index.ts';
import { groupDigits } from '../../../../shared/quantity/number-text.ts';

/** "Market share, Chinese brands"; a name that only repeats the measure stands once. */
export function figureTitle(measure: string, subject: string): string {
  const words = measureWords(measure);
  return words.toLowerCase() === subject.toLowerCase() ? words : [words, subject].filter((part) => part !== '').join(', ');
}

export interface ScopeParts {
  readonly area: readonly string[];
  readonly counterpart: string | null;
  readonly basis: readonly string[];
  readonly period: string | null;
}

/** "RU · CN · imported cars · Jun 2023" */
export function scopeWords({ area, counterpart, basis, period }: ScopeParts, locale: string): string {
  const parts = [area.join(', '), counterpart ?? '', basis.join(', '), period === null ? '' : formatPeriod(period, locale)];
  return parts.filter((part) => part !== '').join(' · ');
}

/** What the words allow, where that says more than the value itself; undefined for a stated bound. */
export function intervalWords(row: Pick<ClaimRow, 'value' | 'unit' | 'multiplier' | 'change'>, locale: string): string | undefined {
  const qualifier = row.value?.qualifier;
  if (qualifier !== 'exact' && qualifier !== 'times' && qualifier !== 'about' && qualifier !== 'almost') return undefined;
  return boundsWords(allowedInterval(measuredOf(row)), row.unit, locale);
}

export function boundsWords({ low, high }: Interval, unit: string | null, locale: string): string | undefined {
  const text = (bound: NonNullable<typeof low>) => groupDigits(decimalText(bound), locale);
  if (low === null || high === null) return undefined;
  const isSigned = low.isNegative() || high.isNegative();
  return [`${text(low)}${isSigned ? '…' : '–'}${text(high)}`, unit === 'TIMES' ? '' : unitLabel(unit, locale)]
    .filter((part) => part !== '')
    .join('\u00a0');
}

export function isUpcoming(status: string | null): boolean {
  return status === 'forecast' || status === 'target' || status === 'plan' || status === 'planned' || status === 'expected';
}
