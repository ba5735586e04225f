// The Reader's text with the pages of its file beside it, where it has pages and they are wanted.
import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { ReaderMarks, ReaderText } from '../reader/reader-document.ts';
import { PagePane } from './PagePane.tsx';
import { PageSplit } from './PageSplit.tsx';
import { usePagePane, usePageShown } from './page-pane.ts';
import type { Span } from './page-text.ts';

const lookAfterMs = 120;

export interface PagesBesideProps {
  readonly source: Source | undefined;
  readonly text: ReaderText | undefined;
  readonly marks: ReaderMarks | undefined;
  readonly page: RefObject<{ firstInView(): number } | null>;
  /** What may be looked at; the one that changed last is. */
  readonly spans: readonly (Span | undefined)[];
  /** At each scroll of the text. */
  onScroll(): void;
  onPoint(unit: number): void;
  onSelect(span: Span): void;
  readonly children: ReactNode;
}

export function PagesBeside({ source, text, marks, page, spans, onScroll, onPoint, onSelect, children }: PagesBesideProps) {
  const hasPages = source?.mediaType === 'application/pdf';
  const isWanted = usePageShown();
  const focus = useLastChanged(spans);
  const [reading, setReading] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    usePagePane.setState({ hasPages });
    return () => usePagePane.setState({ hasPages: false });
  }, [hasPages]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onTextScroll = useCallback(() => {
    onScroll();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setReading(page.current?.firstInView() ?? 0), lookAfterMs);
  }, [onScroll, page]);
  // A scan has nothing but its pages.
  const isShown = hasPages && text !== undefined && (isWanted || text.text === '');
  return (
    <PageSplit
      page={
        isShown && source !== undefined ? (
          <PagePane source={source} text={text} marks={marks} focus={focus} reading={reading} onPoint={onPoint} onSelect={onSelect} />
        ) : undefined
      }
      onScroll={onTextScroll}
    >
      {children}
    </PageSplit>
  );
}

function useLastChanged(spans: readonly (Span | undefined)[]): Span | undefined {
  const before = useRef(spans);
  const last = useRef<Span>(undefined);
  const changed = spans.find((span, index) => span !== undefined && !isSame(span, before.current[index]));
  if (changed !== undefined) last.current = changed;
  else if (spans.every((span) => span === undefined)) last.current = undefined;
  before.current = spans;
  return last.current;
}

function isSame(a: Span, b: Span | undefined): boolean {
  return a === b || (b !== undefined && a.start === b.start && a.end === b.end);
}
