// What the Reader was asked for when it was opened: a passage to show, a claim to change, or a place for a passage in doubt.
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Passage } from '../../../../shared/features/passages/model.ts';
import { useCall, useCommand, useViewInstance, useWorkspace } from '../../../bridge/index.ts';
import type { CaptureTarget } from '../capture/drafts.ts';
import type { useDrafts } from '../capture/use-drafts.ts';
import type { ReaderPageHandle } from './ReaderPage.tsx';
import type { ReaderText } from './reader-document.ts';

interface OpenedPassage {
  readonly sourceId: string;
  readonly params: Record<string, string | number>;
  readonly page: RefObject<ReaderPageHandle | null>;
  readonly text: ReaderText | undefined;
  readonly shelf: ReturnType<typeof useDrafts>;
  readonly isReady: boolean;
  setTarget(target: CaptureTarget | undefined): void;
  setCurrent(mention: undefined): void;
  /** Makes the figure or date that stands at a place the current one. */
  stepTo(unit: number): void;
}

/** Goes where the Reader was asked to open, or to the form that was left open before a reload. */
export function useOpenedPassage({ sourceId, params, page, text, shelf, isReady, setTarget, setCurrent, stepTo }: OpenedPassage): void {
  const instance = useViewInstance();
  const answered = useRef<unknown>(undefined);
  const hasDrafts = shelf.drafts !== undefined;
  useEffect(() => {
    if (!isReady || text === undefined || !hasDrafts || answered.current === params) return;
    const isFirst = answered.current === undefined;
    answered.current = params;
    if (isFirst || document.activeElement === document.body) focusWhenClosed(page);
    const { start, end, claimId, edit } = params;
    if (typeof start === 'number') {
      if (params['isCurrent'] === 1) return stepTo(text.index.toUnits(start));
      setCurrent(undefined);
      page.current?.mark(text.index.toUnits(start), text.index.toUnits(typeof end === 'number' ? end : start));
      if (edit === 1 && typeof claimId === 'string' && typeof end === 'number') {
        setTarget({ start, end, kind: kindOf(params), claimId });
        useWorkspace.getState().setParams(instance, { sourceId });
      }
      return;
    }
    const open = isFirst && shelf.drafts?.open != null ? shelf.drafts.byKey[shelf.drafts.open] : undefined;
    if (open === undefined) return;
    setTarget(open.target);
    page.current?.reveal(text.index.toUnits(open.target.start), true);
  }, [instance, sourceId, params, page, text, shelf, isReady, hasDrafts, setTarget, setCurrent, stepTo]);
}

function kindOf({ kind }: Record<string, string | number>): CaptureTarget['kind'] {
  return kind === 'event' || kind === 'statement' ? kind : 'figure';
}

export interface Placing {
  /** The passage that looks for a place; undefined when the Reader only reads. */
  readonly passage: Passage | undefined;
  /** Span in code points. */
  place(span: { readonly start: number; readonly end: number }): Promise<void>;
  giveUp(): void;
}

/** The next selection that is captured becomes the place of the passage. */
export function usePlacing(sourceId: string, params: Record<string, string | number>): Placing {
  const instance = useViewInstance();
  const id = params['anchor'];
  const passages = useCall('passages.ofSource', { sourceId }, { enabled: typeof id === 'string' });
  const passage = typeof id === 'string' ? passages.data?.passages.find((one) => one.id === id) : undefined;
  const { run } = useCommand('passages.settle');
  return useMemo(() => {
    const back = () => {
      const { openView, setParams } = useWorkspace.getState();
      setParams(instance, { sourceId });
      openView('anchors');
    };
    return {
      passage,
      giveUp: back,
      place: (span) => (passage === undefined ? Promise.resolve() : run({ id: passage.id, decision: 'place', ...span }).then(back, () => undefined)),
    };
  }, [passage, run, sourceId, instance]);
}

/** A dialog or menu that opened the Reader is closed first, however long it takes, and gives the focus back to its button. */
function focusWhenClosed(page: RefObject<ReaderPageHandle | null>): void {
  let isClosing = true;
  const look = () => {
    const isOpen = document.activeElement?.closest('[role="menu"], [role="dialog"]') != null;
    if (isOpen || isClosing) {
      isClosing = isOpen;
      requestAnimationFrame(look);
    } else if (!isTyping()) page.current?.focus();
  };
  setTimeout(look, 0);
}

/** A field that has the keys keeps them. */
function isTyping(): boolean {
  return document.activeElement?.closest('input, textarea, select') != null;
}
