import { formatPeriod } from '../../period/index.ts';
import { formatQuantity } from '../../quantity/index.ts';
import { measuredOf } from '../ledger/rules.ts';
import type { Figure } from './figure.ts';

/** A figure in a sentence: its value as worded. */
export function say(figure: Figure): string {
  return formatQuantity(measuredOf(figure.claim));
}

export function when(figure: Figure): string {
  return figure.claim.period === null ? 'no date' : formatPeriod(figure.claim.period);
}
