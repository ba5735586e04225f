// A value typed over another one. All of the text is understood or nothing of it is taken; a scale that is left out is the one
// that was shown, and a unit never changes by the way.
import { AppError } from '../../../../shared/errors.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import { readTyped } from '../../../../shared/features/passages/finder/index.ts';
import type { NumberStyle } from '../../../../shared/quantity/digits.ts';
import { Decimal, type Measured } from '../../../../shared/quantity/index.ts';

/** Values further apart than this are not two values of one thing. */
const mostTimes = 100;

/** @throws AppError `invalid-input` with the reason why the text was not taken. */
export function typedOver(claim: Pick<Claim, 'value' | 'unit' | 'multiplier' | 'change'>, text: string, style: NumberStyle = 'point'): Measured {
  const read = readTyped(text, style);
  if ('refusal' in read) {
    const { key, params = {} } = read.refusal;
    throw new AppError('invalid-input', key.replace(/^errors:/, ''), { field: 'value', ...params });
  }
  const { quantity } = read;
  if (quantity.unit !== null && claim.unit !== null && quantity.unit !== claim.unit)
    throw new AppError('invalid-input', 'claims.otherUnit', { field: 'value', text, typed: { code: quantity.unit }, unit: { code: claim.unit } });
  return { ...quantity, multiplier: scaleOf(quantity, claim, text), unit: quantity.unit ?? claim.unit, change: quantity.change ?? claim.change };
}

/** Typed "1.5" over "≥ 1.4m" is 1.5m; typed "1,500,000" it is that. */
function scaleOf(typed: Measured, claim: Pick<Claim, 'value' | 'multiplier'>, text: string): number {
  const isScaleSaid = typed.multiplier !== 0;
  if (isScaleSaid || claim.multiplier === 0 || claim.value === null) return typed.multiplier;
  const before = sizeOf(claim.value, claim.multiplier);
  const scales = [claim.multiplier, 0].filter((scale) => before === undefined || isNear(sizeOf(typed, scale), before));
  if (scales[0] !== undefined) return scales[0];
  const said = (multiplier: number) => ({ quantity: { ...typed, multiplier, unit: null, change: null } });
  throw new AppError('invalid-input', 'claims.whichScale', { field: 'value', text, full: said(0), scaled: said(claim.multiplier) });
}

function sizeOf({ low, high }: Pick<Measured, 'low' | 'high'>, multiplier: number): Decimal | undefined {
  const bound = low ?? high;
  return bound === null ? undefined : new Decimal(bound).abs().times(new Decimal(10).pow(multiplier));
}

function isNear(size: Decimal | undefined, before: Decimal): boolean {
  if (size === undefined || size.isZero() || before.isZero()) return true;
  const ratio = size.div(before);
  return ratio.lte(mostTimes) && ratio.gte(1 / mostTimes);
}
