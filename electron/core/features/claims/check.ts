// What the schema of a claim cannot say: dates must be real periods, bounds must be in order.
import { AppError } from '../../../../shared/errors.ts';
import type { ParsedClaim } from '../../../../shared/features/claims/model.ts';
import { PeriodError, parsePeriod } from '../../../../shared/period/index.ts';
import type { Quantity } from '../../../../shared/quantity/index.ts';
import { Decimal } from '../../../../shared/quantity/index.ts';

/** @throws AppError `invalid-input` naming the field. */
export function checkClaim(claim: ParsedClaim): void {
  checkDate('madeOn', claim.madeOn);
  if (claim.kind === 'event') {
    checkDate('when', claim.when);
    checkDate('until', claim.until);
    if (claim.magnitude !== null) checkBounds('magnitude', claim.magnitude);
    return;
  }
  checkDate('period', claim.period);
  if (claim.kind !== 'figure') return;
  checkBounds('value', claim.value);
  claim.readings.forEach((reading, index) => {
    checkBounds(`readings.${index}`, { low: reading.low, high: reading.high, qualifier: 'between' });
  });
}

function checkDate(field: string, value: string | null): void {
  if (value === null) return;
  try {
    parsePeriod(value);
  } catch (error) {
    if (!(error instanceof PeriodError)) throw error;
    throw new AppError('invalid-input', 'claims.badPeriod', { field, value, cause: error.words });
  }
}

function checkBounds(field: string, { low, high, qualifier }: Quantity): void {
  if (low !== null && high !== null && new Decimal(low).gt(high)) {
    throw new AppError('invalid-input', 'claims.boundsReversed', { field, low, high });
  }
  if (low === null && high === null && qualifier !== 'unknown') {
    throw new AppError('invalid-input', 'claims.noBound', { field });
  }
}
