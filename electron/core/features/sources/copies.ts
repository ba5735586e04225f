// Which sources look like copies of earlier ones under another title. It is only proposed: the analyst accepts or refuses,
// and a refusal is remembered in the source.
import { isNearCopy, likenessOf, type Sketch, sketchOf } from '../../../../shared/features/sources/likeness.ts';
import type { CopyProposal, Source } from '../../../../shared/features/sources/model.ts';
import type { SourceRepository } from './repository.ts';

export interface Copies {
  proposalFor(source: Source): CopyProposal | null;
}

/** Smallest hashes by which sources find each other: near copies share at least one of them. */
const meetingHashes = 32;

export function createCopies(repository: SourceRepository, version: () => number): Copies {
  const sketches = new Map<string, Sketch>();
  let kept: { version: number; proposals: ReadonlyMap<string, CopyProposal> } | undefined;

  /** A sketch that is missing or damaged is made again from the text. */
  function sketch({ textSha256 }: Source): Sketch {
    const known = sketches.get(textSha256) ?? repository.sketch(textSha256) ?? sketchOf(repository.text(textSha256));
    sketches.set(textSha256, known);
    return known;
  }

  function proposals(): ReadonlyMap<string, CopyProposal> {
    const met = new Map<number, Source[]>();
    const found = new Map<string, CopyProposal>();
    for (const source of repository.all().toSorted(byArrival)) {
      if (source.kind !== 'document') continue;
      const own = sketch(source);
      const earlier = new Set(own.hashes.slice(0, meetingHashes).flatMap((hash) => met.get(hash) ?? []));
      const best = source.copyOf === null ? likest(source, own, [...earlier]) : undefined;
      if (best !== undefined) found.set(source.id, best);
      for (const hash of own.hashes.slice(0, meetingHashes)) met.set(hash, [...(met.get(hash) ?? []), source]);
    }
    return found;
  }

  function likest(source: Source, own: Sketch, earlier: readonly Source[]): CopyProposal | undefined {
    const like = earlier
      .filter((other) => !source.notCopyOf.includes(other.id) && other.copyOf !== source.id && isNearCopy(own, sketch(other)))
      .map((other) => ({ id: other.id, title: other.title, share: Math.round(100 * likenessOf(own, sketch(other)).contained) }));
    return like.toSorted((a, b) => b.share - a.share)[0];
  }

  return {
    proposalFor(source) {
      if (kept?.version !== version()) kept = { version: version(), proposals: proposals() };
      return kept.proposals.get(source.id) ?? null;
    },
  };
}

function byArrival(a: Source, b: Source): number {
  return a.addedAt < b.addedAt || (a.addedAt === b.addedAt && a.id < b.id) ? -1 : 1;
}
