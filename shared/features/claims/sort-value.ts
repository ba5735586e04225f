// Where a value stands among others.
import { intervalText, statedInterval } from '../../quantity/index.ts';
import { measuredOf } from '../ledger/rules.ts';
import type { Claim } from './model.ts';

/** Middle of the interval, for sorting only: never shown and never computed with. */
export function sortValueOf(claim: Pick<Claim, 'value' | 'unit' | 'multiplier' | 'change'>): number | null {
  if (claim.value === null) return null;
  const plain = plainNumber(claim);
  if (plain !== undefined) return plain;
  const { low, high } = intervalText(statedInterval(measuredOf(claim)));
  if (low === null && high === null) return null;
  const number = (Number(low ?? high) + Number(high ?? low)) / 2;
  return Number.isFinite(number) ? number : null;
}

/** What most claims are: one exact number, which its text with the power of ten says at once. */
function plainNumber({ value, multiplier, change }: Pick<Claim, 'value' | 'multiplier' | 'change'>): number | undefined {
  if (value === null || value.qualifier !== 'exact' || value.low === null || value.low !== value.high) return undefined;
  if (change !== null || multiplier < 0 || value.low.length > 20) return undefined;
  const number = Number(`${value.low}e${multiplier}`);
  return Number.isFinite(number) ? number + 0 : undefined;
}
