// biome-ignore-all lint/a11y/noNoninteractiveTabindex: scrolling pages must be reachable by keyboard
// The pages of a source, as its file draws them. Only those in view are drawn; they go where the text goes.
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { errorWords, useCall } from '../../../bridge/index.ts';
import { ErrorNotice } from '../../../ui/index.ts';
import type { ReaderMarks, ReaderText } from '../reader/reader-document.ts';
import { PageSheet } from './PageSheet.tsx';
import { PageToolbar } from './PageToolbar.tsx';
import { usePagePane } from './page-pane.ts';
import { heightOf, pageInMiddle, papersOf, sheetsOf, sheetsWithin } from './page-sizes.ts';
import type { Span } from './page-text.ts';
import { useFollowText } from './use-follow-text.ts';
import { usePageDocument } from './use-page-document.ts';
import { usePageScroll } from './use-page-scroll.ts';
import { usePageZoom } from './use-page-zoom.ts';
import './page.css';

export interface PagePaneProps {
  readonly source: Source;
  readonly text: ReaderText;
  readonly marks: ReaderMarks | undefined;
  /** What is being looked at, in UTF-16 units. */
  readonly focus: Span | undefined;
  /** First words in view in the text. */
  readonly reading: number;
  onPoint(unit: number): void;
  onSelect(span: Span): void;
}

export function PagePane({ source, text, marks, focus, reading, onPoint, onSelect }: PagePaneProps) {
  const { t } = useTranslation('passages');
  const scroller = useRef<HTMLDivElement>(null);
  const layout = useCall('sources.layout', { id: source.id });
  const pages = layout.isPlaceholderData ? undefined : layout.data?.pages;
  const papers = useMemo(() => papersOf(pages ?? []), [pages]);
  const { document, error, retry } = usePageDocument(source.id, source.sha256);
  const { scale, width, isFitted, zoom, fit } = usePageZoom(scroller, papers);
  const sheets = useMemo(() => sheetsOf(papers, scale), [papers, scale]);
  const { window, goTo, onScroll } = usePageScroll(scroller, sheets, scale);
  const inView = pageInMiddle(sheets, window);
  const widest = papers.reduce((most, paper) => Math.max(most, paper.width), 0) * scale;
  useEffect(() => usePagePane.setState({ pageInView: inView }), [inView]);
  useFollowText({ source, pages, text, focus, reading, goTo });

  return (
    <section className="page-pane" aria-label={t('page.title')}>
      <PageToolbar page={inView} pages={papers.length} scale={scale} isFitted={isFitted} onPage={goTo} onZoom={zoom} onFit={fit} />
      {error === undefined ? null : <ErrorNotice message={errorWords(error)} onRetry={retry} />}
      <div
        className="page-scroll"
        ref={scroller}
        tabIndex={0}
        role="document"
        aria-label={t('page.sheets', { title: source.title })}
        aria-busy={document === undefined && error === undefined}
        onScroll={onScroll}
        onKeyDown={(event) => {
          // Arrows scroll the pages; they do not move the caret of the text.
          if (/^(Arrow|Page|Home|End)/.test(event.key)) event.stopPropagation();
          const run = { '+': () => zoom(1), '=': () => zoom(1), '-': () => zoom(-1), '0': fit }[event.key];
          if (run === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
          run();
          event.preventDefault();
        }}
      >
        <div className="page-stack" style={{ height: heightOf(sheets, scale), width: Math.max(width, widest) }}>
          {sheetsWithin(sheets, scale, window).map((sheet) => (
            <PageSheet
              key={sheet.number}
              sourceId={source.id}
              document={document}
              sheet={sheet}
              scale={scale}
              text={text}
              marks={marks}
              focus={focus}
              onPoint={onPoint}
              onSelect={onSelect}
            />
          ))}
        </div>
      </div>
    </section>
  );
}
