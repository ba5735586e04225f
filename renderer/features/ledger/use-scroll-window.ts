import { type RefObject, useEffect, useState } from 'react';

export interface ScrollWindow {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const step = 48;

/** What part of a scrolling element is in view, in steps, so that not every pixel draws. */
export function useScrollWindow(element: RefObject<HTMLElement | null>): ScrollWindow {
  const [shown, setShown] = useState<ScrollWindow>({ left: 0, top: 0, width: 1200, height: 900 });
  useEffect(() => {
    const host = element.current;
    if (host === null) return;
    const read = () => {
      const next = {
        left: Math.floor(host.scrollLeft / step) * step,
        top: Math.floor(host.scrollTop / step) * step,
        width: host.clientWidth + step,
        height: host.clientHeight + step,
      };
      setShown((before) =>
        before.left === next.left && before.top === next.top && before.width === next.width && before.height === next.height ? before : next,
      );
    };
    read();
    host.addEventListener('scroll', read, { passive: true });
    const observer = new ResizeObserver(read);
    observer.observe(host);
    return () => {
      host.removeEventListener('scroll', read);
      observer.disconnect();
    };
  }, [element]);
  return shown;
}
