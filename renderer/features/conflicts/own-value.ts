// An own value as typed, in the unit and scale of the first claim: "962000", "≈ 50", "> 50", "48–52".
import type { Quantity } from '../../../shared/quantity/index.ts';

const marks = { '≈': 'about', '~': 'about', '>=': 'at_least', '≥': 'at_least', '<=': 'at_most', '≤': 'at_most', '>': 'over', '<': 'under' } as const;
const pattern = /^(≈|~|>=|≥|<=|≤|>|<)?\s*([-−]?[\d\s\u00a0\u202f]+(?:\.\d+)?)(?:\s*(?:–|\.\.|\bto\b)\s*([-−]?[\d\s\u00a0\u202f]+(?:\.\d+)?))?$/;

/** undefined where the text is no number that can be kept exactly. */
export function readOwnValue(typed: string): Quantity | undefined {
  const match = pattern.exec(typed.trim());
  if (match === null) return undefined;
  const low = decimalOf(match[2] ?? '');
  if (low === undefined) return undefined;
  const mark = match[1] as keyof typeof marks | undefined;
  if (match[3] !== undefined) {
    const high = decimalOf(match[3]);
    return high === undefined || mark !== undefined || Number(high) < Number(low) ? undefined : { low, high, qualifier: 'between' };
  }
  const qualifier = mark === undefined ? 'exact' : marks[mark];
  if (qualifier === 'over' || qualifier === 'at_least') return { low, high: null, qualifier };
  if (qualifier === 'under' || qualifier === 'at_most') return { low: null, high: low, qualifier };
  return { low, high: low, qualifier };
}

function decimalOf(text: string): string | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-');
  return /^-?\d{1,30}(\.\d{1,20})?$/.test(plain) ? plain : undefined;
}
