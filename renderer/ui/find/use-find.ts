// Finding words in what a view shows. What is looked at stays the current hit while its words are typed on.
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { findInText, firstHitFrom, type Hit, type Hits, noHits } from '../../../shared/find-in-text.ts';

export interface Find {
  readonly isOpen: boolean;
  readonly query: string;
  readonly hits: Hits;
  /** From 0. */
  readonly at: number;
  readonly current: Hit | undefined;
  /** Looks for these words, or again for those of last time. */
  open(words?: string): void;
  close(): void;
  setQuery(query: string): void;
  step(by: 1 | -1): void;
}

export interface FindOptions {
  readonly text: string | undefined;
  /** Where one is reading: the first hit from there on is the first that is shown. */
  from(): number;
  onFound(hit: Hit): void;
  /** The bar was left; `before` had the focus when it was opened. */
  onLeft(hit: Hit | undefined, before: HTMLElement | undefined): void;
}

/** The hit over a place, else the next one, from the end on the first. */
function hitAt(hits: Hits, place: number): number {
  const next = firstHitFrom(hits, place);
  return next > 0 && hits.end(next - 1) > place ? next - 1 : next % hits.count;
}

export function useFind({ text, ...options }: FindOptions): Find {
  const latest = useRef(options);
  latest.current = options;
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState(0);
  const before = useRef<HTMLElement>(undefined);
  const asked = useDeferredValue(query);
  const hits = useMemo(() => (isOpen && text !== undefined ? findInText(text, asked) : noHits), [isOpen, text, asked]);
  const at = hits.count === 0 ? 0 : hitAt(hits, place);
  const [start, end] = hits.count === 0 ? [] : [hits.start(at), hits.end(at)];
  const current = useMemo(() => (start === undefined || end === undefined ? undefined : { start, end }), [start, end]);
  useEffect(() => {
    if (current !== undefined) latest.current.onFound(current);
  }, [current]);

  const open = useCallback((words?: string) => {
    const active = document.activeElement;
    setOpen((wasOpen) => {
      if (wasOpen) return true;
      before.current = active instanceof HTMLElement && active !== document.body ? active : undefined;
      setPlace(latest.current.from());
      return true;
    });
    if (words !== undefined) setQuery(words);
  }, []);
  return {
    isOpen,
    query,
    hits,
    at,
    current,
    open,
    close: () => {
      setOpen(false);
      latest.current.onLeft(current, before.current);
    },
    setQuery,
    step: (by) => {
      if (hits.count > 0) setPlace(hits.start((at + by + hits.count) % hits.count));
    },
  };
}
