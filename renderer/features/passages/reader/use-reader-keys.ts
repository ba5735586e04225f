import type { KeyboardEvent, RefObject } from 'react';
import { useHints, useViewCommands } from '../../../bridge/index.ts';
import { isPressed } from '../../../ui/index.ts';
import { captureKeys, readerKeys } from '../keys.ts';
import { togglePage } from '../page/page-pane.ts';
import type { ReaderPageHandle } from './ReaderPage.tsx';
import type { Step } from './use-current-mention.ts';

export interface ReaderKeys {
  readonly page: RefObject<ReaderPageHandle | null>;
  /** A mention is current, or is being stepped to. */
  hasCurrent(): boolean;
  readonly isCapturing: boolean;
  step(step: Step, onlyOpen?: boolean): void;
  openCurrent(): void;
  captureSpan(start: number, end: number): void;
  toggleAside(): void;
  /** Shows the passages at the place, then the next of them. */
  showPassages(): void;
  /** Marks the selection, or adds it to the selected claim. */
  mark(start: number, end: number, isForClaim: boolean): void;
  leave(): void;
  /** Opens the bar that finds words. */
  find(): void;
}

const ignored = 'input, textarea, select, .capture, .passage-card, [role="toolbar"] button';

/** Keys of the Reader; those of the form are the form's. */
export function useReaderKeys(keys: ReaderKeys): (event: KeyboardEvent) => void {
  const { page, isCapturing } = keys;
  useHints(isCapturing ? captureKeys : undefined);
  const runs = runsOf(keys);
  const { Esc: _leave, ...offered } = runs;
  useViewCommands(readerKeys, { ...offered, 'Ctrl F': keys.find });
  return (event) => {
    if (event.defaultPrevented || (event.target as HTMLElement).closest(ignored) !== null) return;
    if (page.current?.moveCaret(event, undefined) === true) return event.preventDefault();
    if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return;
    const run = Object.entries(runs).find(([shown]) => isPressed(shown, event))?.[1];
    if (run !== undefined && run() !== false) event.preventDefault();
  };
}

/** By combination; false where there is nothing to do it with. */
function runsOf({ page, hasCurrent, step, openCurrent, captureSpan, toggleAside, showPassages, mark, leave }: ReaderKeys) {
  const withSpan = (use: (start: number, end: number) => void) => (): boolean => {
    const span = page.current?.selection();
    if (span !== undefined) use(span.start, span.end);
    return span !== undefined;
  };
  const withCurrent = (use: () => void) => (): boolean => {
    const has = hasCurrent();
    if (has) use();
    return has;
  };
  const runs = {
    N: () => step('next'),
    P: () => step('previous'),
    'Shift N': () => step('next', false),
    'Shift P': () => step('previous', false),
    X: withCurrent(toggleAside),
    H: showPassages,
    B: () => void togglePage(),
    M: withSpan((start, end) => mark(start, end, false)),
    A: withSpan((start, end) => mark(start, end, true)),
    '↵': () => withSpan(captureSpan)() || withCurrent(openCurrent)(),
    Esc: () => (page.current?.dropSelection() === true ? undefined : leave()),
  } satisfies Partial<Record<(typeof readerKeys)[number]['keys'], () => unknown>>;
  return runs as Readonly<Record<string, () => unknown>>;
}
