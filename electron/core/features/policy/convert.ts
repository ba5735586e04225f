// A figure at a named rate.
import { AppError } from '../../../../shared/errors.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import { normalName } from '../../../../shared/features/claims/origin.ts';
import { measuredOf } from '../../../../shared/features/ledger/rules.ts';
import { distinct } from '../../../../shared/features/policy/details.ts';
import type { Conversion } from '../../../../shared/features/policy/model.ts';
import { divideIntervals, type Interval, interval, intervalText, multiplyIntervals, statedInterval } from '../../../../shared/quantity/index.ts';

export interface ConvertOptions {
  readonly name: string;
  readonly claims: { find(id: string): Claim | undefined };
  readonly conversions: readonly Conversion[];
}

/** @throws AppError `not-found`, or `invalid-input` where the rate does not fit the unit of the claim. */
export function convertAt(id: string, { name, claims, conversions }: ConvertOptions) {
  const claim = claims.find(id);
  if (claim === undefined || claim.value === null) throw new AppError('not-found', 'claims.unknown', { id });
  const conversion = conversions.find((one) => normalName(one.name) === normalName(name));
  if (conversion === undefined) throw new AppError('not-found', 'policy.unknownConversion', { name });
  const { fromUnit, toUnit, own } = conversion;
  const stated = conversion.claim === null ? undefined : claims.find(conversion.claim);
  const rate = own !== null ? interval(own.value, own.value) : stated?.value == null ? undefined : statedInterval(measuredOf(stated));
  const unit = own?.unit ?? stated?.unit ?? null;
  const value = statedInterval(measuredOf(claim));
  const converted = rate === undefined ? undefined : convertedBy(value, rate, { unit, given: claim.unit, fromUnit, toUnit });
  if (converted === undefined) throw new AppError('invalid-input', 'policy.cannotConvert', { name, unit: claim.unit, from: fromUnit, to: toUnit });
  return {
    ...intervalText(converted.value),
    unit: converted.unit,
    conversion: conversion.name,
    claims: distinct([claim.id, ...(stated === undefined ? [] : [stated.id])]),
  };
}

interface Way {
  readonly unit: string | null;
  readonly given: string | null;
  readonly fromUnit: string;
  readonly toUnit: string;
}

/** A rate in A_PER_B turns B into A by multiplying, and A into B by dividing. */
function convertedBy(value: Interval, rate: Interval, { unit, given, fromUnit, toUnit }: Way): { value: Interval; unit: string } | undefined {
  const target = given === fromUnit ? toUnit : given === toUnit ? fromUnit : undefined;
  if (target === undefined || given === null) return undefined;
  if (unit === `${target}_PER_${given}`) return { value: multiplyIntervals(value, rate), unit: target };
  if (unit !== `${given}_PER_${target}`) return undefined;
  const divided = divideIntervals(value, rate);
  return divided === undefined ? undefined : { value: divided, unit: target };
}
