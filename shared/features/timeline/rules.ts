// Claims as items of a time line: bounds in days, with the way the words bind them.
import { findPeriod } from '../../period/index.ts';
import { intervalText, statedInterval } from '../../quantity/index.ts';
import type { Claim } from '../claims/model.ts';
import { measuredOf } from '../ledger/rules.ts';
import type { LanesBy, TimelineItem } from './contract.ts';

export function toItem(claim: Claim, sourceTitle: string | null): TimelineItem {
  const when = claim.period ?? (claim.kind === 'statement' ? claim.madeOn : null);
  const period = findPeriod(when);
  return {
    claimId: claim.id,
    kind: claim.kind,
    label: labelOf(claim),
    stage: claim.stage,
    stance: claim.stance,
    status: claim.status,
    when,
    earliest: period?.earliest ?? null,
    latest: period?.latest ?? null,
    isThroughout: period?.mode !== 'between',
    isApproximate: period !== undefined && (period.approximate || period.uncertain),
    sourceTitle,
  };
}

function labelOf(claim: Claim): string {
  if (claim.kind === 'statement') return `${claim.actor ?? ''}: ${claim.gist}`;
  if (claim.kind === 'figure') return amountText(intervalText(statedInterval(measuredOf(claim))));
  return claim.what === '' ? (claim.type ?? claim.stage ?? '').replaceAll('_', ' ') : claim.what;
}

/** "100000", "4–5", "≥ 80": an amount as it is exported, ungrouped. */
export function amountText({ low, high }: { readonly low: string | null; readonly high: string | null }): string {
  if (low === null) return high === null ? '' : `≤ ${high}`;
  if (high === null) return `≥ ${low}`;
  return low === high ? low : `${low}–${high}`;
}

export interface LaneName {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export const statementLane: LaneName = { id: 'statements', name: '', kind: 'statement' };
/** Notes that stand in no lane of a thing. */
export const noteLane: LaneName = { id: 'notes', name: '', kind: 'note' };

/** The lanes that a claim stands in where lanes are no things. */
export function lanesOf(claim: Claim, by: Exclude<LanesBy, 'thing' | 'batch'>): LaneName[] {
  if (claim.kind === 'statement' && by !== 'tag') return [by === 'actor' ? laneOf(claim.actor ?? '', 'actor') : statementLane];
  switch (by) {
    case 'type':
      return [laneOf(claim.subjectType ?? 'other', 'type')];
    case 'actor':
      return (claim.by.length > 0 ? claim.by : claim.saidBy.map((speaker) => speaker.name)).map((name) => laneOf(name, 'actor'));
    case 'tag':
      return claim.tags.map((tag) => laneOf(tag, 'tag'));
  }
}

export function laneOf(name: string, kind: string): LaneName {
  return { id: `${kind}:${name.toLowerCase()}`, name, kind };
}
