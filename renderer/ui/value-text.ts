// Quantities of the contract as text in the user's language.
import { measuredOf } from '../../shared/features/ledger/rules.ts';
import { formatQuantity, type Measured } from '../../shared/quantity/index.ts';

/** A claim with its value, or what has a quantity's own fields, as an observation does. */
export type Valued = Parameters<typeof measuredOf>[0] | Measured;

/** "> 50 %", "≈ 4.6bn USD", "70–85 %"; empty where a claim has no value. */
export function valueText(of: Valued, locale: string): string {
  if ('qualifier' in of) return formatQuantity(of, { locale });
  return of.value === null ? '' : formatQuantity(measuredOf(of), { locale });
}
