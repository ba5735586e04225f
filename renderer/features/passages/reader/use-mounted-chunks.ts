// Which chunks of the text are in the document: those that came near the screen, and those asked for. A chunk that was
// mounted stays, so that a selection or a search in the page never loses its place.
import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import type { Chunk } from './paragraphs.ts';

const fewChunks = 12;
const reach = '1600px 0px';

export interface MountedChunks {
  isMounted(index: number): boolean;
  /** Mounts a chunk and its neighbours. */
  mount(index: number): void;
}

/** @param onNear hears which chunks are near the screen, each time that other ones came near. */
export function useMountedChunks(
  scroller: RefObject<HTMLElement | null>,
  chunks: readonly Chunk[],
  onNear: ((chunks: readonly Chunk[]) => void) | undefined,
): MountedChunks {
  const isShort = chunks.length <= fewChunks;
  const [mounted, setMounted] = useState<{ of: readonly Chunk[]; indexes: ReadonlySet<number> }>({ of: chunks, indexes: new Set([0, 1]) });
  const indexes = mounted.of === chunks ? mounted.indexes : undefined;
  const add = useCallback(
    (added: readonly number[]) =>
      setMounted((before) => {
        const known = before.of === chunks ? before.indexes : new Set([0, 1]);
        const isNew = before.of !== chunks || added.some((index) => !known.has(index));
        return isNew ? { of: chunks, indexes: new Set([...known, ...added]) } : before;
      }),
    [chunks],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: newly mounted chunks are new elements to observe
  useEffect(() => {
    const root = scroller.current;
    if (isShort || root === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const near = entries.filter((entry) => entry.isIntersecting).map((entry) => Number((entry.target as HTMLElement).dataset['chunk']));
        if (near.length === 0) return;
        add(near);
        onNear?.(near.flatMap((index) => chunks[index] ?? []));
      },
      { root, rootMargin: reach },
    );
    for (const element of root.querySelectorAll('[data-chunk]')) observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, isShort, add, indexes, onNear]);
  useEffect(() => {
    if (isShort) onNear?.(chunks);
  }, [isShort, chunks, onNear]);

  return useMemo(
    () => ({
      isMounted: (index) => isShort || indexes?.has(index) === true || index < 2,
      mount: (index) => add([index - 1, index, index + 1]),
    }),
    [isShort, indexes, add],
  );
}
