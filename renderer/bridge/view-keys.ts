// Keys of a view: they answer wherever the focus is, as long as the view is the one in use and nothing is being typed.
import { useEffect, useRef } from 'react';
import { useViewInstance } from './view-instance.ts';
import { useWorkspace } from './workspace.ts';

export function useViewKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const instance = useViewInstance();
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.metaKey || useWorkspace.getState().focusedView !== instance || isTyping(event.target))
        return;
      const run = latest.current[event.ctrlKey ? `ctrl ${event.key.toLowerCase()}` : event.key.toLowerCase()];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [instance]);
}

/** Whether keys go into a field or a dialog. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]') !== null;
}
