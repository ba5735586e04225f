// The part of the pages that is in view, and going to a place on them.
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import type { Sheet } from './page-sizes.ts';

/** Where a place comes to stand, as a share of the height. */
const restAt = 0.3;

export interface PagePlace {
  /** Points from the top of the page. */
  readonly y: number;
  readonly height: number;
}

export interface PageWindow {
  readonly from: number;
  readonly to: number;
}

/** A place that is in view already is left where it is. A page without a place comes with its top, if none of it is in view. */
export type GoToPage = (page: number, place?: PagePlace | 'top') => void;

export function usePageScroll(scroller: RefObject<HTMLElement | null>, sheets: readonly Sheet[], scale: number) {
  const [window, setWindow] = useState<PageWindow>({ from: 0, to: 0 });
  const look = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const seen = { from: element.scrollTop, to: element.scrollTop + element.clientHeight };
    setWindow((before) => (before.from === seen.from && before.to === seen.to ? before : seen));
  }, [scroller]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other sheets are another window
  useLayoutEffect(() => {
    look();
    if (scroller.current === null) return;
    const observer = new ResizeObserver(look);
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [scroller, look, sheets]);

  const goTo: GoToPage = useCallback(
    (page, place) => {
      const sheet = sheets.find((one) => one.number === page);
      const element = scroller.current;
      if (sheet === undefined || element === null) return;
      const isPlace = typeof place === 'object';
      const top = sheet.top + (isPlace ? place.y * scale : 0);
      const height = (isPlace ? place.height : sheet.height) * scale;
      const [from, to] = [element.scrollTop, element.scrollTop + element.clientHeight];
      const isInView = isPlace ? top >= from + height && top + 2 * height <= to : top < to && top + height > from;
      if (isInView && place !== 'top') return;
      element.scrollTop = top - (isPlace ? element.clientHeight * restAt : 4);
      look();
    },
    [scroller, sheets, scale, look],
  );
  return { window, goTo, onScroll: look };
}
