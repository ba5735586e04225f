import { useCallback, useState } from 'react';

export interface Box {
  ref(element: HTMLElement | null): (() => void) | undefined;
  /** 0 until it is known. */
  readonly width: number;
}

/** Inner width of an element, followed. */
export function useBox(): Box {
  const [width, setWidth] = useState(0);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const read = () => setWidth(Math.floor(element.clientWidth));
    const observer = new ResizeObserver(read);
    observer.observe(element);
    read();
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
