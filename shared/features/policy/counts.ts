// Stated counts beside what is named: members of a batch, or parts of a thing.

import { intervalText, statedInterval } from '../../quantity/index.ts';
import type { Claim } from '../claims/model.ts';
import { normalName } from '../claims/origin.ts';
import { measuredOf } from '../ledger/rules.ts';
import type { Count } from './contract.ts';

export interface CountedMember {
  readonly name: string;
  /** Values of its detail `class`. */
  readonly classes: readonly string[];
}

/** A basis that is a class of members counts those alone. */
export function countOf(of: string, claim: Claim, members: readonly CountedMember[]): Count {
  const classes = new Set(members.flatMap((member) => member.classes.map(normalName)));
  const wanted = claim.basis.map(normalName).filter((basis) => classes.has(basis));
  const named = members.filter((member) => wanted.length === 0 || member.classes.some((one) => wanted.includes(normalName(one))));
  const { low, high } = claim.value === null ? { low: null, high: null } : intervalText(statedInterval(measuredOf(claim)));
  return { of, claim: claim.id, low, high, named: named.length, members: named.map(({ name }) => name), result: resultOf(low, high, named.length) };
}

function resultOf(low: string | null, high: string | null, named: number): Count['result'] {
  if (low === null && high === null) return 'untold';
  if (low !== null && named < Number(low)) return 'short';
  return high !== null && named > Number(high) ? 'over' : 'agrees';
}
