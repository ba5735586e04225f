// One page that is in view: its drawing, and over it what the Reader marks in the text.
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../bridge/index.ts';
import type { ReaderMarks, ReaderText } from '../reader/reader-document.ts';
import { overlaysWithin } from '../reader/segments.ts';
import { readDrawnWords } from './drawn-words.ts';
import { measureWords } from './measure-words.ts';
import { PageCanvas } from './PageCanvas.tsx';
import type { PDFDocumentProxy, PDFPageProxy } from './page-document.ts';
import type { Sheet } from './page-sizes.ts';
import { boxesOfSpan, type DrawnWords, type PageBox, placeLines, type Span } from './page-text.ts';
import { usePaperPointer } from './use-paper-pointer.ts';

export interface PageSheetProps {
  readonly sourceId: string;
  readonly document: PDFDocumentProxy | undefined;
  readonly sheet: Sheet;
  readonly scale: number;
  readonly text: ReaderText;
  readonly marks: ReaderMarks | undefined;
  /** What is being looked at, in UTF-16 units. */
  readonly focus: Span | undefined;
  /** The words at this position were pointed at. */
  onPoint(unit: number): void;
  /** Words were drawn over with the pointer. */
  onSelect(span: Span): void;
}

export function PageSheet({ sourceId, document, sheet, scale, text, marks, focus, onPoint, onSelect }: PageSheetProps) {
  const { t } = useTranslation('passages');
  const { page, drawn } = useDrawnPage(document, sheet.number);
  const lines = usePlacedLines({ sourceId, number: sheet.number, text, drawn });
  const { dragged, ...pointer } = usePaperPointer({ lines, scale, onPoint, onSelect });
  const shown = dragged ?? focus;
  const want = marks?.want;
  useEffect(() => {
    const { first, last } = rangeOf(lines);
    if (last > 0) want?.(first, last);
  }, [lines, want]);
  const over = useMemo(() => marksOn(lines, marks), [lines, marks]);
  const focused = useMemo(() => (shown === undefined ? [] : boxesOfSpan(lines, shown.start, shown.end)), [lines, shown]);
  const place = (box: PageBox) => ({ left: box.x * scale, top: box.y * scale, width: box.width * scale, height: box.height * scale });
  return (
    <div
      className="page-sheet"
      data-page={sheet.number}
      role="img"
      aria-label={t('page.sheet', { page: sheet.number })}
      style={{ top: sheet.top, width: Math.round(sheet.width * scale), height: Math.round(sheet.height * scale) }}
      {...pointer}
    >
      {page === undefined ? null : <PageCanvas page={page} scale={scale} />}
      {over.map(({ key, kind, capture, box }) => (
        <i key={key} className="page-mark" data-kind={kind} data-capture={capture} style={place(box)} />
      ))}
      {focused.map((box) => (
        <i key={`${box.x} ${box.y}`} className="page-focus" style={place(box)} />
      ))}
    </div>
  );
}

interface DrawnPage {
  readonly page: PDFPageProxy | undefined;
  readonly drawn: readonly DrawnWords[];
}

function useDrawnPage(document: PDFDocumentProxy | undefined, number: number): DrawnPage {
  const [state, setState] = useState<DrawnPage>({ page: undefined, drawn: [] });
  useEffect(() => {
    let isOver = false;
    void document
      ?.getPage(number)
      .then(async (page) => {
        if (!isOver) setState({ page, drawn: [] });
        const drawn = await readDrawnWords(page);
        if (!isOver) setState({ page, drawn });
      })
      // A page that cannot be read stays white; the others are shown.
      .catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [document, number]);
  return state;
}

interface PlacedLinesOptions {
  readonly sourceId: string;
  readonly number: number;
  readonly text: ReaderText;
  readonly drawn: readonly DrawnWords[];
}

function usePlacedLines({ sourceId, number, text, drawn }: PlacedLinesOptions) {
  const layout = useCall('sources.page', { id: sourceId, page: number });
  const rows = layout.isPlaceholderData ? undefined : layout.data?.lines;
  return useMemo(() => {
    const { toUnits } = text.index;
    const lines = (rows ?? []).map(([start, end, x, y, width, height]) => ({ start: toUnits(start), end: toUnits(end), x, y, width, height }));
    return placeLines(lines, { text: text.text, drawn, measure: measureWords });
  }, [rows, text, drawn]);
}

function rangeOf(lines: ReturnType<typeof placeLines>) {
  const first = lines.reduce((least, line) => Math.min(least, line.start), Number.POSITIVE_INFINITY);
  const last = lines.reduce((most, line) => Math.max(most, line.end), 0);
  return { first, last };
}

function marksOn(lines: ReturnType<typeof placeLines>, marks: ReaderMarks | undefined) {
  const { first, last } = rangeOf(lines);
  if (marks === undefined || last === 0) return [];
  return overlaysWithin(marks.overlays, first, last, marks.longest).flatMap(({ start, end, kind, capture, passageId }) =>
    boxesOfSpan(lines, start, end).map((box, index) => ({ key: `${passageId ?? 'seen'} ${start} ${end} ${index}`, kind, capture, box })),
  );
}
