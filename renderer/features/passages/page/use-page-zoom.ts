// How large the pages are drawn: as wide as the pane, or as the reader chose, kept on this computer.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useSetting } from '../../../bridge/index.ts';
import { clampScale, fittingScale, type Paper } from './page-sizes.ts';

const step = 1.2;

export interface PageZoom {
  /** Pixels of a point. */
  readonly scale: number;
  /** Inner width of the pane in pixels. */
  readonly width: number;
  readonly isFitted: boolean;
  zoom(steps: number): void;
  fit(): void;
}

export function usePageZoom(scroller: RefObject<HTMLElement | null>, papers: readonly Paper[]): PageZoom {
  const { value, set } = useSetting('reader.pageZoom');
  const width = useInnerWidth(scroller);
  const kept = Number(value ?? Number.NaN);
  const isFitted = !Number.isFinite(kept);
  const scale = isFitted ? fittingScale(papers, width) : clampScale(kept);
  useKeptPlace(scroller, scale);
  const zoom = useCallback((steps: number) => set(clampScale(scale * step ** steps).toFixed(4)), [set, scale]);
  const fit = useCallback(() => set('fit'), [set]);
  useWheelZoom(scroller, zoom);
  return { scale, width, isFitted, zoom, fit };
}

function useInnerWidth(scroller: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, [scroller]);
  return width;
}

/** What stands at the top stays there when pages grow or shrink, and what stands in the middle across. */
function useKeptPlace(scroller: RefObject<HTMLElement | null>, scale: number): void {
  const before = useRef(scale);
  useLayoutEffect(() => {
    const element = scroller.current;
    const ratio = scale / before.current;
    before.current = scale;
    if (element === null || ratio === 1) return;
    const half = element.clientWidth / 2;
    element.scrollTo((element.scrollLeft + half) * ratio - half, element.scrollTop * ratio);
  }, [scroller, scale]);
}

/** Ctrl with the wheel, as in a browser; React listens passively and could not keep the window from zooming. */
function useWheelZoom(scroller: RefObject<HTMLElement | null>, zoom: (steps: number) => void): void {
  useEffect(() => {
    const element = scroller.current;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? 1 : -1);
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [scroller, zoom]);
}
