// The passages at the place that is being read: overlapping ones one after the other, words newly marked at once.
import { type RefObject, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify, useCommand } from '../../../bridge/index.ts';
import type { CaptureTarget } from '../capture/drafts.ts';
import type { Mention } from './mentions.ts';
import type { ReaderPageHandle } from './ReaderPage.tsx';
import type { MarkedPassage, ReaderMarks, ReaderText } from './reader-document.ts';

export interface PassageCardOptions {
  readonly text: ReaderText | undefined;
  readonly marks: ReaderMarks | undefined;
  readonly mention: Mention | undefined;
  readonly selectedClaim: string | undefined;
  readonly page: RefObject<ReaderPageHandle | null>;
  captureAgain(target: CaptureTarget): void;
}

interface Unit {
  readonly start: number;
  readonly end: number;
}

export function usePassageCard({ text, marks, mention, selectedClaim, page, captureAgain }: PassageCardOptions) {
  const { t } = useTranslation('passages');
  const [shownId, setShownId] = useState<string>();
  const { run: runMark } = useCommand('passages.mark');
  const { run: runAdd } = useCommand('claims.addPassage');
  const passages = useMemo(() => marks?.passages ?? [], [marks]);
  const passage = passages.find((one) => one.passage.id === shownId);
  const here = passage === undefined ? [] : overlapping(passages, passage);
  const at = here.findIndex((one) => one.passage.id === shownId);

  /** The selection, the current mention, the selected claim's words, or what is in view. */
  const place = useCallback((): Unit => {
    const selection = page.current?.selection();
    const claimed = passages.find((one) => selectedClaim !== undefined && one.passage.claimIds.includes(selectedClaim));
    const top = page.current?.firstInView() ?? 0;
    return selection ?? mention ?? claimed ?? { start: top, end: top + 4000 };
  }, [page, mention, passages, selectedClaim]);

  const show = (next: MarkedPassage | undefined) => {
    setShownId(next?.passage.id);
    if (next !== undefined) page.current?.mark(next.start, next.end);
  };
  const next = () => {
    const wanted = passage === undefined ? overlapping(passages, place())[0] : (here[(at + 1) % here.length] ?? here[0]);
    if (wanted === undefined) notify({ tone: 'info', topic: 'passages', text: t('card.none') });
    else show(wanted);
  };
  const mark = async (sourceId: string, span: Unit, isForClaim: boolean) => {
    if (text === undefined) return;
    const start = text.index.toCodePoints(span.start);
    const end = text.index.toCodePoints(span.end);
    if (isForClaim && selectedClaim === undefined) {
      notify({ tone: 'info', topic: 'passages', text: t('card.noClaim') });
      return;
    }
    const exact = text.text.slice(span.start, span.end);
    const done = isForClaim
      ? runAdd({ id: selectedClaim!, passage: { source: sourceId, exact, start } }).then(() =>
          notify({ tone: 'info', topic: 'passages', text: t('card.added') }),
        )
      : runMark({ sourceId, start, end }).then((made) => setShownId(made.id));
    await done.catch(() => undefined);
  };
  return {
    passage: passage?.passage,
    at,
    of: here.length,
    next,
    mark,
    close: () => setShownId(undefined),
    onCapture: () => passage !== undefined && captureAgain({ start: passage.passage.start, end: passage.passage.end, kind: 'figure' }),
  };
}

function overlapping(passages: readonly MarkedPassage[], { start, end }: Unit): readonly MarkedPassage[] {
  return passages.filter((one) => one.start < end && one.end > start);
}
