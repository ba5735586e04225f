// Where a value stands among others.
import { intervalText, statedInterval } from '../../quantity/index.ts';
import { measuredOf } from '../ledger/rules.ts';
import type { Claim } from './model.ts';

/** Middle of the interval, for sorting only: never shown and never computed with. */
export function sortValueOf(claim: Pick<Claim, 'value' | 'unit' | 'multiplier' | 'change'>): number | null {
  if (claim.value === null) return null;
  const { low, high } = intervalText(statedInterval(measuredOf(claim)));
  if (low === null && high === null) return null;
  const number = (Number(low ?? high) + Number(high ?? low)) / 2;
  return Number.isFinite(number) ? number : null;
}
