// Events and statements in lanes.
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import type { Lane, TimelineItem } from '../../../../shared/features/timeline/contract.ts';
import { lanesOf, toItem } from '../../../../shared/features/timeline/rules.ts';
import type { Handlers } from '../../dispatch.ts';

/** What the timeline reads of claims; supplied by the claims feature. */
export interface DatedClaims {
  all(): readonly Claim[];
  source(id: string | null): ClaimSource | undefined;
}

export function createTimelineHandlers(claims: DatedClaims): Handlers<'timeline'> {
  return {
    lanes({ by, withStatements }) {
      const chosen = claims.all().filter((claim) => claim.kind === 'event' || (withStatements && claim.kind === 'statement'));
      const lanes = new Map<string, Lane>();
      for (const claim of chosen) {
        const item = toItem(claim, claims.source(claim.sourceId)?.title ?? null);
        for (const lane of lanesOf(claim, by)) {
          const known = lanes.get(lane.id) ?? { ...lane, items: [] };
          known.items.push(item);
          lanes.set(lane.id, known);
        }
      }
      const all = [...lanes.values()].flatMap((lane) => lane.items);
      return { lanes: [...lanes.values()].map(inOrder).sort(byStart), undated: all.filter(isUndated).length, ...span(all) };
    },
  };
}

function isUndated(item: TimelineItem): boolean {
  return item.earliest === null && item.latest === null;
}

function startOf(item: TimelineItem): string {
  return item.earliest ?? item.latest ?? '9999';
}

function inOrder(lane: Lane): Lane {
  return { ...lane, items: lane.items.toSorted((a, b) => startOf(a).localeCompare(startOf(b)) || a.claimId.localeCompare(b.claimId)) };
}

/** Lanes with the most events first, statements last. */
function byStart(a: Lane, b: Lane): number {
  return Number(a.type === 'statement') - Number(b.type === 'statement') || b.items.length - a.items.length || a.label.localeCompare(b.label);
}

function span(items: readonly TimelineItem[]): { earliest: string | null; latest: string | null } {
  const days = items
    .flatMap((item) => [item.earliest, item.latest])
    .filter((day) => day !== null)
    .sort();
  return { earliest: days[0] ?? null, latest: days.at(-1) ?? null };
}
