import { useCallback, useState } from 'react';

export interface InnerSize {
  ref(element: HTMLElement | null): (() => void) | undefined;
  readonly width: number;
  readonly height: number;
}

/** Inner size of an element, followed. */
export function useInnerSize(): InnerSize {
  const [size, setSize] = useState({ width: 0, height: 0 });
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const read = () =>
      setSize((before) =>
        before.width === element.clientWidth && before.height === element.clientHeight
          ? before
          : { width: element.clientWidth, height: element.clientHeight },
      );
    const observer = new ResizeObserver(read);
    observer.observe(element);
    read();
    return () => observer.disconnect();
  }, []);
  return { ref, ...size };
}
