// The form that captures: what it is open for, and what is done with the mention in use.
import { type RefObject, useCallback, useState } from 'react';
import { useCommand, useWorkspace } from '../../../bridge/index.ts';
import type { CaptureTarget } from '../capture/drafts.ts';
import type { DraftShelf } from '../capture/use-drafts.ts';
import type { ReaderPageHandle } from './ReaderPage.tsx';
import type { ReaderMarks, ReaderText } from './reader-document.ts';
import type { CurrentMention } from './use-current-mention.ts';
import type { Placing } from './use-opened-passage.ts';

export interface CapturingOptions {
  readonly sourceId: string;
  readonly text: ReaderText | undefined;
  readonly marks: ReaderMarks | undefined;
  readonly page: RefObject<ReaderPageHandle | null>;
  readonly shelf: DraftShelf;
  readonly current: CurrentMention;
  readonly placing: Placing;
}

export interface Capturing {
  /** What the form is open for. */
  readonly target: CaptureTarget | undefined;
  setTarget(target: CaptureTarget | undefined): void;
  open(target: CaptureTarget): void;
  /** The form for the mention in use, or the claim on it. */
  openCurrent(): Promise<void>;
  /** The form for words that were selected, in UTF-16 units; or their passage finds its place there. */
  captureSpan(start: number, end: number): void;
  /** The draft that was left last. */
  resume(): void;
  toggleAside(): Promise<void>;
  close(): void;
  onCaptured(claimId: string): void;
}

export function useCapturing({ sourceId, text, marks, page, shelf, current, placing }: CapturingOptions): Capturing {
  const { settled, step } = current;
  const [target, setTarget] = useState<CaptureTarget>();
  const select = useWorkspace((state) => state.select);
  const { run: setAside } = useCommand('passages.setAside');

  const open = useCallback(
    (next: CaptureTarget) => {
      setTarget(next);
      if (text !== undefined) page.current?.reveal(text.index.toUnits(next.start), true);
    },
    [text, page],
  );

  const openCurrent = useCallback(async () => {
    const at = await settled();
    if (at === undefined) return;
    const { start, end, type, captured } = at.found;
    const claim = marks?.overlays.find((overlay) => overlay.claimIds.length > 0 && overlay.start < at.end && overlay.end > at.start);
    if (captured && claim?.claimIds[0] !== undefined) select({ type: 'claim', id: claim.claimIds[0] });
    else open({ start, end, kind: type === 'date' ? 'event' : 'figure' });
  }, [settled, marks, open, select]);

  const captureSpan = useCallback(
    (start: number, end: number) => {
      if (text === undefined) return;
      const span = { start: text.index.toCodePoints(start), end: text.index.toCodePoints(end) };
      if (placing.passage === undefined) open({ ...span, kind: 'figure' });
      else void placing.place(span);
    },
    [text, open, placing],
  );

  const toggleAside = useCallback(async () => {
    const at = await settled();
    if (at === undefined || at.found.captured) return;
    const { start, end, setAside: isAside } = at.found;
    const isDone = await setAside({ sourceId, start, end, aside: !isAside }).then(
      () => true,
      () => false,
    );
    if (isDone && !isAside) step('next', true, { from: at.start, isOn: true });
  }, [settled, setAside, sourceId, step]);

  const close = useCallback(() => {
    setTarget(undefined);
    shelf.leave();
    page.current?.focus();
  }, [shelf, page]);

  const onCaptured = (claimId: string) => {
    if (target === undefined) return;
    shelf.drop(target);
    setTarget(undefined);
    select({ type: 'claim', id: claimId });
    page.current?.focus();
    if (target.claimId !== undefined || text === undefined) return;
    step('next', true, { from: text.index.toUnits(target.end), isOn: false });
  };

  const resume = () => {
    const draft = Object.values(shelf.drafts?.byKey ?? {}).at(-1);
    if (draft !== undefined) open(draft.target);
  };

  return { target, setTarget, open, openCurrent, captureSpan, resume, toggleAside, close, onCaptured };
}
