import { useEffect, useRef } from 'react';

/** N and O on the start screen, unless something is being typed. */
export function useStartKeys(actions: { onNew(): void; onOpen(): void }): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const isBusy = event.ctrlKey || event.metaKey || event.altKey || document.querySelector('[role="dialog"]') !== null;
      if (isBusy) return;
      const run = { n: latest.current.onNew, o: latest.current.onOpen }[event.key.toLowerCase()];
      if (run === undefined) return;
      event.preventDefault();
      run();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
