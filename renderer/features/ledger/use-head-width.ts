import { useCallback, useState } from 'react';

const widest = 420;
const narrowest = 200;

/** The two head columns take about a third of the view, so that periods stay in sight. */
export function useHeadWidth(): { ref(element: HTMLElement | null): (() => void) | undefined; headWidth: number } {
  const [headWidth, setHeadWidth] = useState(widest);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setHeadWidth(Math.round(Math.min(widest, Math.max(narrowest, element.clientWidth * 0.34)))));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, headWidth };
}
