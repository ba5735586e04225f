// What views computed from claims must look at again: claims that came, went or changed, and those that bear a name which
// stands for something else now.
import { bearsName } from '../../../../shared/features/claims/origin.ts';
import type { Changes } from '../../edits/changed-ids.ts';
import type { ClaimReader } from './reader.ts';

export interface ClaimWatch {
  /** What changed since the last look; undefined at the first, when all is new. */
  look(): { readonly ids: ReadonlySet<string>; readonly areNamesNew: boolean } | undefined;
}

/** `names` is supplied by the actors feature. */
export function createClaimWatch(claims: ClaimReader, names: { changesSince(version: number): Changes }): ClaimWatch {
  let seen: { readonly claims: number; readonly names: number } | undefined;
  return {
    look() {
      const changed = claims.changesSince(seen?.claims ?? 0);
      const renamed = names.changesSince(seen?.names ?? 0);
      const isFirst = seen === undefined;
      seen = { claims: changed.version, names: renamed.version };
      if (isFirst) return undefined;
      if (renamed.ids.size === 0) return { ids: changed.ids, areNamesNew: false };
      const bearing = claims.all().filter((claim) => bearsName({ claim, source: claims.source(claim.sourceId) }, renamed.ids));
      return { ids: new Set([...changed.ids, ...bearing.map((claim) => claim.id)]), areNamesNew: true };
    },
  };
}
