// A figure and its passage must not part in silence. Where a claim no longer says what its passage reads as, what was captured is
// kept beside it (`model.md`, "States that every view shares"), until it says so again.
import { findPeriod } from '../../period/index.ts';
import { normaliseQuantity } from '../../quantity/index.ts';
import { findMentions, type Mention, signedQuantity } from '../passages/finder/index.ts';
import type { Captured, Claim } from './model.ts';

export type Said = Pick<Claim, 'value' | 'unit' | 'multiplier' | 'change' | 'period'>;

/** The parts of a claim that its passage reads as. */
export function saidOf({ value, unit, multiplier, change, period }: Said): Captured {
  return { value, unit, multiplier, change, period };
}

/** What is to be kept beside a claim that now says something else; null where it says what its passage reads as. */
export function capturedBeside(before: Pick<Claim, 'kind' | 'captured' | 'passages'> & Said, after: Said): Captured | null {
  if (before.kind === 'statement' || before.passages.length === 0) return null;
  const captured = before.captured ?? saidOf(before);
  const isSameValue = sameQuantity(captured, after);
  const isSamePeriod = samePeriod(captured.period, after.period);
  if (isSameValue && isSamePeriod) return null;
  const mentions = findMentions(before.passages.map(({ prefix, exact, suffix }) => `${prefix}${exact}${suffix}`).join('\n'));
  const isValue = isSameValue || mentions.some((mention) => readsAsValue(mention, after, captured.unit));
  const isPeriod = isSamePeriod || mentions.some((mention) => mention.type === 'date' && samePeriod(mention.edtf, after.period));
  return isValue && isPeriod ? null : captured;
}

/** What a claim says is what was captured, however the number is written. */
export function sameQuantity(a: Omit<Said, 'period'>, b: Omit<Said, 'period'>): boolean {
  return JSON.stringify(normal(a)) === JSON.stringify(normal(b));
}

export function isSameSaid(a: Said, b: Said): boolean {
  return sameQuantity(a, b) && samePeriod(a.period, b.period);
}

function normal({ value, unit, multiplier, change }: Omit<Said, 'period'>): unknown {
  return value === null || value.qualifier === 'unknown'
    ? [value?.qualifier ?? null, unit]
    : normaliseQuantity({ ...value, unit, multiplier, change });
}

function samePeriod(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  const [one, other] = [findPeriod(a), findPeriod(b)];
  return one !== undefined && other !== undefined && one.earliest === other.earliest && one.latest === other.latest && one.mode === other.mode;
}

/** The words name the number; a unit that they do not name is the captured one. A fall is written without its minus. */
function readsAsValue(mention: Mention, after: Said, capturedUnit: string | null): boolean {
  if (mention.type !== 'figure' || mention.qualifier === null || after.value === null) return false;
  return [signedQuantity(mention), signedQuantity({ ...mention, direction: null })].some(({ low, high, qualifier, unit, multiplier, change }) =>
    sameQuantity({ value: { low, high, qualifier }, unit: unit ?? capturedUnit, multiplier, change: unit === null ? after.change : change }, after),
  );
}
