// One claim from several cells: what the proposals for all of its numbers agree on, and the numbers taken together.
import { addIntervals, interval, intervalText } from '../../../../shared/quantity/index.ts';

export type Proposal = Readonly<Record<string, unknown>>;
export interface CellDraft {
  readonly claim: Proposal;
  /** Why a field was filled: field name to words. */
  readonly inferred: Readonly<Record<string, string>>;
}

/** How several numbers make one value. */
export const togethers = ['sum', 'range'] as const;
export type Together = (typeof togethers)[number];

/** The fields that are the same in all drafts; where the words come from no single cell, they are left out. */
export function agreed(drafts: readonly CellDraft[]): CellDraft {
  const [first, ...others] = drafts;
  if (first === undefined) return { claim: {}, inferred: {} };
  const isAgreed = (key: string) => others.every((other) => JSON.stringify(other.claim[key]) === JSON.stringify(first.claim[key]));
  const pick = <T>(fields: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(fields).filter(([key]) => isAgreed(key)));
  return { claim: pick(first.claim), inferred: pick(first.inferred) };
}

export interface ProposedValue {
  readonly low: string | null;
  readonly high: string | null;
  readonly qualifier: string;
}

export function statedValue({ claim }: CellDraft): ProposedValue | undefined {
  return claim['value'] as ProposedValue | undefined;
}

/** Undefined where one of the numbers has no plain value, or their scales differ. */
export function valueTogether(drafts: readonly CellDraft[], how: Together): ProposedValue | undefined {
  const values = drafts.map(statedValue);
  const scales = new Set(drafts.map(({ claim }) => claim['multiplier'] ?? 0));
  const texts = values.flatMap((value) => (value?.qualifier === 'exact' && value.low !== null ? [value.low] : []));
  if (texts.length < drafts.length || texts.length === 0 || scales.size > 1) return undefined;
  if (how === 'range') {
    const sorted = texts.toSorted((a, b) => Number(a) - Number(b));
    return { low: sorted[0]!, high: sorted.at(-1)!, qualifier: 'between' };
  }
  const sum = texts.map((text) => interval(text, text)).reduce(addIntervals);
  return { low: intervalText(sum).low, high: intervalText(sum).high, qualifier: 'exact' };
}
