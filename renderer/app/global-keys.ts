// Keys that work everywhere. In text inputs only the palette answers, so that undo there stays the input's own.
import { useEffect } from 'react';
import { useWorkspace } from '../bridge/index.ts';
import { runCommand } from '../ui/commands.ts';
import { views } from './features.ts';
import { enterView, isFocusFree } from './frame/enter-view.ts';
import { goToPane } from './frame/panes.ts';

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
    const instance = useWorkspace.getState().openView(view.id);
    setTimeout(() => enterView(instance));
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

function listenTo(onKeyDown: (event: KeyboardEvent) => void): () => void {
  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
}

function onPaletteKey(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
  event.preventDefault();
  const { isPaletteOpen, setPaletteOpen } = useWorkspace.getState();
  setPaletteOpen(!isPaletteOpen);
}

/** By a dialog or a menu, which has the keys. */
function isCovered(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"], .context-menu') !== null;
}

function listenInFrame(): () => void {
  let goUntil = 0;
  return listenTo((event) => {
    if (event.altKey || isCovered()) return;
    if (event.key === 'F6' && !event.ctrlKey) {
      event.preventDefault();
      goToPane(event.shiftKey ? -1 : 1);
      return;
    }
    if (isTextInput(event.target)) return;
    if (event.ctrlKey || event.metaKey) {
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
    const key = event.key.toLowerCase();
    const isGo = event.timeStamp < goUntil;
    goUntil = 0;
    if (isGo && goTo(key)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (key === 'g') goUntil = event.timeStamp + goWaitMs;
  });
}

/** Ctrl K, on the start screen too. */
export function usePaletteKey(): void {
  useEffect(() => listenTo(onPaletteKey), []);
}

/** Undo, redo and the way from view to view, while a workbook is open. */
export function useFrameKeys(): void {
  useEffect(listenInFrame, []);
}
