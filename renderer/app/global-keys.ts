// Keys that work everywhere. In text inputs only the palette answers, so that undo there stays the input's own.
import { useEffect } from 'react';
import { useWorkspace } from '../bridge/index.ts';
import { type Command, useCommands } from '../ui/commands.ts';
import { isForAllViews, isForeignToFields, isPressed } from '../ui/keys.ts';
import { paletteKey, togglePalette } from './commands.ts';
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

/** The command of keys that answer in all views. */
function commandFor(event: KeyboardEvent): Command | undefined {
  return useCommands
    .getState()
    .commands.find(
      ({ shortcut, alsoShortcut, isOfView }) =>
        isOfView !== true && [shortcut, alsoShortcut].some((keys) => keys !== undefined && isForAllViews(keys) && isPressed(keys, event)),
    );
}

/** What stands behind G and a letter. */
function goTo(letter: string): boolean {
  const shown = `G ${letter.toUpperCase()}`;
  const view = views.find((one) => one.goKey === letter);
  const command = useCommands.getState().commands.find(({ id, shortcut }) => shortcut === shown && !id.startsWith('go.'));
  command?.run();
  if (view === undefined) return command !== undefined;
  const instance = useWorkspace.getState().openView(view.id);
  setTimeout(() => enterView(instance));
  return true;
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

/** By a dialog or a menu, which has the keys. */
function isCovered(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"], .context-menu') !== null;
}

/** Keys that answer on the start screen, too; the palette opens from a field and closes by its own key. */
function onAppKey(event: KeyboardEvent): void {
  if (isPressed(paletteKey, event)) {
    event.preventDefault();
    togglePalette();
    return;
  }
  const command = isTextInput(event.target) || isCovered() ? undefined : commandFor(event);
  if (command === undefined || command.worksOnStart !== true) return;
  event.preventDefault();
  command.run();
}

function listenInFrame(): () => void {
  let goUntil = 0;
  return listenTo((event) => {
    if (event.defaultPrevented || isCovered()) return;
    if (event.key === 'F6' && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      goToPane(event.shiftKey ? -1 : 1);
      return;
    }
    if (event.altKey && event.target instanceof Element && event.target.closest('[data-alt-keys]') !== null) return;
    const command = commandFor(event);
    const shown = command?.shortcut ?? '';
    if (isTextInput(event.target) && !isForeignToFields(shown)) return;
    if (command !== undefined) {
      event.preventDefault();
      command.run();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
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

/** The palette and the list of keys, on the start screen too. */
export function useAppKeys(): void {
  useEffect(() => listenTo(onAppKey), []);
}

/** Undo, redo and the way from view to view, while a workbook is open. */
export function useFrameKeys(): void {
  useEffect(listenInFrame, []);
}
