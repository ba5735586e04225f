// The pages go where the text goes: to the words that are looked at, else to the page that is being read.
import { useEffect, useRef } from 'react';
import type { Output } from '../../../../shared/contract.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { useCall } from '../../../bridge/index.ts';
import type { ReaderText } from '../reader/reader-document.ts';
import type { Span } from './page-text.ts';
import type { GoToPage } from './use-page-scroll.ts';

/** Going to words scrolls the text as well; that is no reading on. */
const settleMs = 800;

export interface FollowText {
  readonly source: Source;
  readonly pages: Output<'sources.layout'>['pages'] | undefined;
  readonly text: ReaderText;
  readonly focus: Span | undefined;
  readonly reading: number;
  readonly goTo: GoToPage;
}

function pageOf(pages: FollowText['pages'], at: number | undefined): number | undefined {
  return at === undefined ? undefined : pages?.findLast((one) => one.start <= at && at < one.end)?.number;
}

export function useFollowText({ source, pages, text, focus, reading, goTo }: FollowText): void {
  const shownAt = useRef(0);
  const at = focus === undefined ? undefined : text.index.toCodePoints(focus.start);
  const number = pageOf(pages, at);
  const layout = useCall('sources.page', { id: source.id, page: number ?? 1 }, { enabled: number !== undefined });
  const lines = layout.isPlaceholderData ? undefined : layout.data?.lines;
  const go = useRef(goTo);
  go.current = goTo;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another focus may begin at the same place, and is gone to again
  useEffect(() => {
    if (number === undefined || at === undefined || lines === undefined) return;
    shownAt.current = Date.now();
    const line = lines.find(([, end]) => end > at);
    go.current(number, line === undefined ? undefined : { y: line[3], height: line[5] });
  }, [number, at, lines, focus]);

  useEffect(() => {
    if (Date.now() - shownAt.current < settleMs) return;
    const page = pageOf(pages, text.index.toCodePoints(reading));
    if (page !== undefined) go.current(page);
  }, [pages, text, reading]);
}
