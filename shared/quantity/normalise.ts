// One form for quantities that mean the same, for content keys: "1.16" × 10^6 and "1160000" are equal, "7" and "7.0" too.
import { shiftPoint } from './decimal.ts';
import type { Measured } from './model.ts';

/** The same quantity with multiplier 0 and without zeros that carry no magnitude. A factor stated plainly is exact. */
export function canonicalQuantity(m: Measured): Measured {
  return {
    low: m.low === null ? null : shiftPoint(m.low, m.multiplier),
    high: m.high === null ? null : shiftPoint(m.high, m.multiplier),
    qualifier: m.qualifier === 'times' ? 'exact' : m.qualifier,
    unit: m.unit,
    multiplier: 0,
    change: m.change,
  };
}

/** Canonical text `low..high qualifier unit change`; an open bound and an absent field are `*`. */
export function normaliseQuantity(m: Measured): string {
  const { low, high, qualifier, unit, change } = canonicalQuantity(m);
  return `${low ?? '*'}..${high ?? '*'} ${qualifier} ${unit ?? '*'} ${change ?? '*'}`;
}
