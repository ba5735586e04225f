// Keys of a view: they answer wherever the focus is, as long as the view is the one in use and nothing is being typed.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isForeignToFields, isPressed, type KeySpec } from '../ui/keys.ts';
import { useViewInstance } from './view-instance.ts';
import { useWorkspace } from './workspace.ts';

/** By combination as it is shown: `{ J: next, 'Ctrl ↵': give }`. */
export function useViewKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const instance = useViewInstance();
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || useWorkspace.getState().focusedView !== instance) return;
      const [shown, run] = Object.entries(latest.current).find(([combination]) => isPressed(combination, event)) ?? [];
      if (shown === undefined || run === undefined || isInDialog(event.target)) return;
      if (isTyping(event.target) && !isForeignToFields(shown)) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [instance]);
}

/** In the status bar, in place of those that the view declares, while it shows another face; undefined gives way to them again. */
export function useHints(specs: readonly KeySpec[] | undefined): void {
  const { t } = useTranslation();
  const instance = useViewInstance();
  const setKeys = useWorkspace((state) => state.setKeys);
  useEffect(() => setKeys(instance, specs === undefined ? undefined : hintsOf(specs, t)), [setKeys, instance, specs, t]);
}

/** Those of the declared keys that the status bar names. */
export function hintsOf(specs: readonly KeySpec[], t: (key: string) => string): { keys: string; does: string }[] {
  return specs.flatMap(({ keys, hintKey, hintAs }) => (hintKey === undefined ? [] : [{ keys: hintAs ?? keys, does: t(hintKey) }]));
}

/** Whether keys go into a field or a dialog. */
export function isTyping(target: EventTarget | null): boolean {
  return isInDialog(target) || (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null);
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"]') !== null;
}
