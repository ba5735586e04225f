// Which sources look like copies of earlier ones under another title. It is only proposed: the analyst accepts or refuses,
// and a refusal is remembered in the source. Sources are compared when somebody looks at one, each pair once: an edit that
// touches no source costs nothing, one that touches what is not compared next to nothing.
import { nearLikeness, type Sketch, sketchOf } from '../../../../shared/features/sources/likeness.ts';
import type { CopyProposal, Source } from '../../../../shared/features/sources/model.ts';
import type { SourceRepository } from './repository.ts';

export interface Copies {
  proposalFor(source: Source): CopyProposal | null;
  /** The sources were written. */
  touch(ids: readonly string[]): void;
}

/** Smallest hashes by which sources find each other: near copies share at least one of them. */
const meetingHashes = 32;

interface Compared {
  readonly source: Source;
  readonly sketch: Sketch;
}

interface Best {
  readonly id: string;
  readonly share: number;
}

export function createCopies(repository: Pick<SourceRepository, 'all' | 'find' | 'sketch' | 'text'>, version: () => number): Copies {
  const compared = new Map<string, Compared>();
  /** Ids of sources by the hashes at which they meet. */
  const meeting = new Map<number, Set<string>>();
  const found = new Map<string, Best | undefined>();
  const touched = new Set<string>();
  let seen: number | undefined;

  /** Before its commit an edit may still be taken back, so nothing is read again until the workbook has its next version. */
  function follow(): void {
    if (seen === version()) return;
    if (seen === undefined) for (const source of repository.all()) place(source.id, source);
    else for (const id of touched) place(id, repository.find(id));
    touched.clear();
    seen = version();
  }

  function place(id: string, source: Source | undefined): void {
    const before = compared.get(id)?.source;
    const after = source?.kind === 'document' ? source : undefined;
    if (before !== undefined && after !== undefined && isComparedAlike(before, after)) {
      compared.set(id, { ...compared.get(id)!, source: after });
      return;
    }
    forget(id);
    for (const other of [before?.copyOf, after?.copyOf]) if (typeof other === 'string') found.delete(other);
    if (after === undefined) return;
    const sketch = repository.sketch(after.textSha256) ?? sketchOf(repository.text(after.textSha256));
    compared.set(id, { source: after, sketch });
    for (const hash of meetsAt(sketch)) {
      const ids = meeting.get(hash) ?? new Set();
      meeting.set(hash, ids.add(id));
    }
    forgetLater(id);
  }

  function forget(id: string): void {
    found.delete(id);
    const one = compared.get(id);
    if (one === undefined) return;
    forgetLater(id);
    compared.delete(id);
    for (const hash of meetsAt(one.sketch)) meeting.get(hash)?.delete(id);
  }

  /** What was found of later sources that a source could be the original of. */
  function forgetLater(id: string): void {
    const { source, sketch } = compared.get(id)!;
    for (const other of metBy(sketch)) if (byArrival(source, compared.get(other)!.source) < 0) found.delete(other);
  }

  function metBy(sketch: Sketch): Set<string> {
    const ids = new Set<string>();
    for (const hash of meetsAt(sketch)) for (const id of meeting.get(hash) ?? []) ids.add(id);
    return ids;
  }

  /** The earlier source that holds most of it, of several the first that came. */
  function bestFor({ source, sketch }: Compared): Best | undefined {
    if (source.copyOf !== null) return undefined;
    let best: (Best & { readonly of: Source }) | undefined;
    for (const id of metBy(sketch)) {
      const { source: other, sketch: theirs } = compared.get(id)!;
      if (byArrival(other, source) >= 0 || other.copyOf === source.id || source.notCopyOf.includes(id)) continue;
      const contained = nearLikeness(sketch, theirs);
      if (contained === undefined) continue;
      const share = Math.round(100 * contained);
      if (best === undefined || share > best.share || (share === best.share && byArrival(other, best.of) < 0)) best = { id, share, of: other };
    }
    return best;
  }

  return {
    proposalFor({ id }) {
      follow();
      const own = compared.get(id);
      if (own === undefined) return null;
      const best = found.has(id) ? found.get(id) : bestFor(own);
      found.set(id, best);
      return best === undefined ? null : { id: best.id, title: compared.get(best.id)!.source.title, share: best.share };
    },
    touch(ids) {
      for (const id of ids) touched.add(id);
    },
  };
}

function meetsAt({ hashes }: Sketch): readonly number[] {
  return hashes.slice(0, meetingHashes);
}

/** Whether nothing changed of what is compared. */
function isComparedAlike(a: Source, b: Source): boolean {
  return a.textSha256 === b.textSha256 && a.copyOf === b.copyOf && a.addedAt === b.addedAt && a.notCopyOf.join() === b.notCopyOf.join();
}

function byArrival(a: Source, b: Source): number {
  if (a.addedAt !== b.addedAt) return a.addedAt < b.addedAt ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}
