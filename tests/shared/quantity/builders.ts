import type { Measured } from '../../../shared/quantity/index.ts';

/** A quantity with only the fields that matter; both bounds from `value` unless given. */
export function measured(value: string | null, fields: Partial<Measured> = {}): Measured {
  return { low: value, high: value, qualifier: 'exact', unit: null, multiplier: 0, change: null, ...fields };
}
