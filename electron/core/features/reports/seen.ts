// What stands behind a lock at one moment: its ground as it would be kept now, and what is wrong with that.
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { Observation } from '../../../../shared/features/ledger/model.ts';
import { bandOf, measuredOf } from '../../../../shared/features/ledger/rules.ts';
import type { LockGround } from '../../../../shared/features/reports/model.ts';
import type { Interval, Measured } from '../../../../shared/quantity/index.ts';
import type { ReportFacts } from './facts.ts';

export type Flag = 'deprecated' | 'differs' | 'undecided' | 'verdict' | 'reading';

export interface Reason {
  readonly code: string;
  readonly claim: string | null;
}

export interface Seen {
  /** Undefined where no claim, reading, input or result is left. */
  readonly ground: LockGround | undefined;
  readonly flags: ReadonlySet<Flag>;
  readonly reasons: readonly Reason[];
}

export const nothingSeen: Seen = { ground: undefined, flags: new Set(), reasons: [] };

const emptyGround: Omit<LockGround, 'value'> = {
  band: null,
  key: null,
  status: null,
  condition: null,
  original: '',
  label: null,
  bearers: [],
  inputs: [],
  members: [],
};

export function groundWith(value: Measured, more: Partial<LockGround> = {}): LockGround {
  return { ...emptyGround, value, ...more };
}

/** Collects what is wrong, with the claims that it is about. */
export function createFindings() {
  const flags = new Set<Flag>();
  const reasons: Reason[] = [];
  return {
    flags,
    reasons,
    note(flag: Flag, code: string, claim: string | null): void {
      flags.add(flag);
      if (!reasons.some((one) => one.code === code && one.claim === claim)) reasons.push({ code, claim });
    },
  };
}
export type Findings = ReturnType<typeof createFindings>;

/** Says something else than its passage, or its passage is no longer in the text. */
export function differsFromPassage({ captured, passages }: Claim): boolean {
  return captured !== null || (passages.length > 0 && passages.every(({ state }) => state === 'changed' || state === 'lost'));
}

/** Whether a claim has readings among which nobody chose: adopted as it is worded, it says that. */
export function isOpen(claim: Claim, { ledger, asDecided }: Pick<ReportFacts, 'ledger' | 'asDecided'>): boolean {
  if (bandOf(claim) === undefined || asDecided(claim).readings.length === 0) return false;
  const verdict = ledger.ofClaim(claim.id)?.verdict ?? null;
  return verdict === null || verdict.isStale || verdict.claimId !== claim.id;
}

/** What is to be said of a claim that a result rests on. */
export function noteInput(claim: Claim, facts: ReportFacts, findings: Findings): void {
  if (claim.rank === 'deprecated') findings.note('deprecated', 'deprecated', claim.id);
  if (differsFromPassage(claim)) findings.note('differs', 'differs', claim.id);
  const observation = facts.ledger.ofClaim(claim.id);
  if (observation?.state === 'disputed') noteRivals(observation, claim.id, findings);
  if (observation?.verdict?.isStale === true) findings.note('verdict', 'verdict', claim.id);
}

export function noteRivals({ claims }: Observation, but: string, findings: Findings): void {
  for (const id of claims) if (id !== but) findings.note('undecided', 'rival', id);
}

export function inputOf(claim: Claim): LockGround['inputs'][number] {
  return { claim: claim.id, value: measuredOf(claim) };
}

export function measuredOfObservation({ low, high, qualifier, unit, multiplier, change }: Observation): Measured {
  return { low, high, qualifier, unit, multiplier, change };
}

/** A span in the unit and scale of a value. */
export function inScaleOf({ low, high }: Interval, like: Measured): Measured {
  const scaled = (bound: NonNullable<Interval['low']>) => bound.times(`1e${-like.multiplier}`).toFixed();
  const qualifier = low === null ? 'at_most' : high === null ? 'at_least' : 'between';
  return { ...like, low: low === null ? null : scaled(low), high: high === null ? null : scaled(high), qualifier };
}

/** Bounds of a result in full units. */
export function resultValue(
  { low, high }: { readonly low: string | null; readonly high: string | null },
  unit: string | null,
  change: Measured['change'] = null,
): Measured | undefined {
  if (low === null && high === null) return undefined;
  const qualifier = low === null ? 'at_most' : high === null ? 'at_least' : low === high ? 'exact' : 'between';
  return { low, high, qualifier, unit, multiplier: 0, change };
}
