// Keys that work everywhere. In text inputs only the palette answers, so that undo there stays the input's own.
import { useEffect } from 'react';
import { useWorkspace } from '../bridge/index.ts';
import { runCommand } from '../ui/commands.ts';
import { views } from './features.ts';
import { enterView, isFocusFree } from './frame/enter-view.ts';

const goWaitMs = 1500;

export function isTextInput(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"]') !== null
  );
}

function commandOf(event: KeyboardEvent): string | undefined {
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'history.redo' : 'history.undo';
  return key === 'y' && !event.shiftKey ? 'history.redo' : undefined;
}

function goTo(letter: string): boolean {
  if (letter === 'v') runCommand('frame.evidence');
  const view = views.find((one) => one.goKey === letter);
  if (view !== undefined) {
    useWorkspace.getState().openView(view.id);
    setTimeout(() => enterView(view.id));
  }
  return view !== undefined || letter === 'v';
}

const steps: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']);

/** A step that nothing would answer to goes to the view in use. */
function stepIntoView({ key }: KeyboardEvent): void {
  const { focusedView } = useWorkspace.getState();
  if (focusedView === undefined) return;
  enterView(focusedView);
  if (!isFocusFree()) document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

function listen(): () => void {
  let goUntil = 0;
  function onKeyDown(event: KeyboardEvent): void {
    const key = event.key.toLowerCase();
    const hasControl = event.ctrlKey || event.metaKey;
    if (hasControl && key === 'k') {
      event.preventDefault();
      const { isPaletteOpen, setPaletteOpen } = useWorkspace.getState();
      setPaletteOpen(!isPaletteOpen);
      return;
    }
    if (isTextInput(event.target) || event.altKey || document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return;
    if (hasControl) {
      const command = commandOf(event);
      if (command === undefined) return;
      event.preventDefault();
      runCommand(command);
      return;
    }
    if (steps.has(event.key) && isFocusFree()) {
      stepIntoView(event);
      return;
    }
    const isGo = event.timeStamp < goUntil;
    goUntil = 0;
    if (isGo && goTo(key)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (key === 'g') goUntil = event.timeStamp + goWaitMs;
  }
  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
}

export function useGlobalKeys(): void {
  useEffect(listen, []);
}
