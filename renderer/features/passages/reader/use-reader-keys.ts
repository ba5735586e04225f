import type { KeyboardEvent, RefObject } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewInstance, useWorkspace } from '../../../bridge/index.ts';
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
}

const ignored = 'input, textarea, select, .capture, .passage-card, [role="toolbar"] button';

/** Keys of the Reader; those of the form are the form's. */
export function useReaderKeys(keys: ReaderKeys): (event: KeyboardEvent) => void {
  const { t } = useTranslation('passages');
  const instance = useViewInstance();
  const { isCapturing } = keys;
  const setKeys = useWorkspace((state) => state.setKeys);
  useEffect(() => {
    if (isCapturing)
      return setKeys(instance, [
        { keys: '↵', does: t('reader.hint.capture') },
        { keys: 'Alt 1–3', does: t('reader.hint.kind') },
        { keys: 'Esc', does: t('reader.hint.leave') },
      ]);
    setKeys(instance, [
      { keys: 'N', does: t('reader.hint.next') },
      { keys: '↵', does: t('reader.hint.capture') },
      { keys: 'X', does: t('reader.hint.aside') },
      { keys: '⇧ ←→', does: t('reader.hint.select') },
      { keys: 'M', does: t('reader.hint.mark') },
      { keys: 'H', does: t('reader.hint.here') },
    ]);
  }, [setKeys, instance, t, isCapturing]);

  return (event) => {
    if (event.defaultPrevented || (event.target as HTMLElement).closest(ignored) !== null) return;
    if (handle(keys, event)) event.preventDefault();
  };
}

function handle(
  { page, hasCurrent, step, openCurrent, captureSpan, toggleAside, showPassages, mark, leave }: ReaderKeys,
  event: KeyboardEvent,
): boolean {
  if (page.current?.moveCaret(event, undefined) === true) return true;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  switch (event.key.toLowerCase()) {
    case 'n':
      step('next', !event.shiftKey);
      return true;
    case 'p':
      step('previous', !event.shiftKey);
      return true;
    case 'x':
      if (!hasCurrent()) return false;
      toggleAside();
      return true;
    case 'h':
      showPassages();
      return true;
    case 'b':
      void togglePage();
      return true;
    case 'm':
    case 'a': {
      const span = page.current?.selection();
      if (span !== undefined) mark(span.start, span.end, event.key.toLowerCase() === 'a');
      return span !== undefined;
    }
    case 'escape':
      if (page.current?.dropSelection() !== true) leave();
      return true;
    case 'enter': {
      if (event.target instanceof HTMLButtonElement) return false;
      const span = page.current?.selection();
      if (span !== undefined) captureSpan(span.start, span.end);
      else if (hasCurrent()) openCurrent();
      return span !== undefined || hasCurrent();
    }
    default:
      return false;
  }
}
