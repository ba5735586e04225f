// Claims as marks on a time line: bounds in days, with the way the words bind them.
import { findPeriod } from '../../period/index.ts';
import type { Claim } from '../claims/model.ts';
import type { TimelineItem } from './contract.ts';

export function toItem(claim: Claim, sourceTitle: string | null): TimelineItem {
  const when = claim.period ?? (claim.kind === 'statement' ? claim.madeOn : null);
  const period = findPeriod(when);
  return {
    claimId: claim.id,
    kind: claim.kind === 'event' ? 'event' : 'statement',
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
  return claim.what === '' ? (claim.type ?? claim.stage ?? '').replaceAll('_', ' ') : claim.what;
}

/** Names of the lanes that a claim stands in; the lane of all statements has none. */
export function lanesOf(claim: Claim, by: 'subject' | 'type' | 'actor' | 'tag'): { id: string; label: string; type: string }[] {
  if (claim.kind === 'statement' && by !== 'tag')
    return [by === 'actor' ? lane(claim.actor ?? '', 'actor') : { id: 'statements', label: '', type: 'statement' }];
  switch (by) {
    case 'subject':
      return [lane(claim.subject ?? '', claim.subjectType ?? 'subject')];
    case 'type':
      return [lane(claim.subjectType ?? 'other', 'type')];
    case 'actor':
      return (claim.by.length > 0 ? claim.by : claim.saidBy.map((speaker) => speaker.name)).map((name) => lane(name, 'actor'));
    case 'tag':
      return claim.tags.map((tag) => lane(tag, 'tag'));
  }
}

function lane(label: string, type: string): { id: string; label: string; type: string } {
  return { id: `${type}:${label.toLowerCase()}`, label, type };
}
