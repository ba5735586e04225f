// What was said of claims, once some of them are removed: what is left of it stays and says so (it is stale then), what speaks of
// nothing any more goes with them.
import type { RecordTable } from './index.ts';

type Fields = Readonly<Record<string, unknown>>;

/** `goes`, the fields that change, or undefined where the record stays as it is. */
export type Left = 'goes' | Fields | undefined;

/** Tables whose records speak of claims without resting on them. */
export const tablesOnClaims = ['verdict', 'event_verdict', 'conflict_decision', 'matrix', 'mark'] as const satisfies readonly RecordTable[];
export type TableOnClaims = (typeof tablesOnClaims)[number];

/** Claims of which a record speaks. */
export function claimsIn(table: TableOnClaims, record: object): readonly string[] {
  const { claimId, claims, ground } = record as Fields;
  const adopted = typeof claimId === 'string' ? [claimId] : [];
  if (table === 'mark') return adopted;
  if (table === 'matrix') return claims as readonly string[];
  return [...adopted, ...((claims ?? []) as readonly string[]), ...Object.keys((ground ?? {}) as object)];
}

export function leftWithout(table: TableOnClaims, record: object, isGone: (claimId: string) => boolean): Left {
  const { claimId, claims, ground } = record as Fields;
  const isAdoptedGone = typeof claimId === 'string' && isGone(claimId);
  switch (table) {
    case 'mark':
      return isAdoptedGone ? 'goes' : undefined;
    case 'matrix': {
      const kept = (claims as readonly string[]).filter((id) => !isGone(id));
      return kept.length < (claims as readonly string[]).length ? { claims: kept } : undefined;
    }
    case 'event_verdict':
      return isAdoptedGone || (claims as readonly string[]).every(isGone) ? 'goes' : undefined;
    case 'verdict':
      return claimsIn(table, record).every(isGone) ? 'goes' : undefined;
    case 'conflict_decision': {
      // Claims disagree with others: one that is left alone disagrees with nobody.
      const weighed = Object.keys(ground as object);
      const kept = weighed.filter((id) => !isGone(id));
      return kept.length < weighed.length && kept.length < 2 ? 'goes' : undefined;
    }
  }
}
