import { useCallback, useState } from 'react';

export interface PlacedBox {
  ref(element: HTMLElement | null): (() => void) | undefined;
  /** In px of the window; the width is 0 while the element is out of sight. */
  readonly left: number;
  readonly width: number;
}

/** Where an element stands from left to right, followed. */
export function useBox(): PlacedBox {
  const [box, setBox] = useState({ left: 0, width: 0 });
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const read = () => {
      const { left, width } = element.getBoundingClientRect();
      setBox((before) => (before.left === left && before.width === width ? before : { left, width }));
    };
    const observer = new ResizeObserver(read);
    observer.observe(element);
    window.addEventListener('resize', read);
    read();
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', read);
    };
  }, []);
  return { ref, ...box };
}
