// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard
// The scrolling page: text, marks, margin, caret and the button beside a selection.
import { IconCornerDownLeft } from '@tabler/icons-react';
import { type MouseEvent, type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { EmptyState, Kbd } from '../../../ui/index.ts';
import { ChunkView } from './ChunkView.tsx';
import { type CaretKey, dropSelection, hasCaret, moveCaret } from './caret.ts';
import { MarginClaims } from './MarginClaims.tsx';
import { MarkedSpan } from './MarkedSpan.tsx';
import { type Chunk, chunkAt } from './paragraphs.ts';
import { ReaderHead } from './ReaderHead.tsx';
import type { ReaderMarks, ReaderText } from './reader-document.ts';
import { firstUnitInView, revealUnit } from './scroll.ts';
import type { Overlay } from './segments.ts';
import { useMountedChunks } from './use-mounted-chunks.ts';
import { useTextSelection } from './use-text-selection.ts';

export interface ReaderPageHandle {
  focus(): void;
  /** Scrolls to a position; `isGentle` leaves it where it is in view. */
  reveal(unit: number, isGentle: boolean): void;
  /** Reveals and marks a span for a while. */
  mark(start: number, end: number): void;
  firstInView(): number;
  isCurrentInView(): boolean;
  selection(): { readonly start: number; readonly end: number } | undefined;
  /** true if the key was the caret's. */
  moveCaret(key: CaretKey, from: number | undefined): boolean;
  /** Drops selection and caret; false if there was none. */
  dropSelection(): boolean;
}

export interface ReaderPageProps {
  readonly ref: Ref<ReaderPageHandle>;
  readonly source: Source | undefined;
  readonly text: ReaderText | undefined;
  readonly marks: ReaderMarks | undefined;
  readonly current: number;
  readonly selected: string | undefined;
  /** Where the words that are being captured begin. */
  readonly capturedAt: number | undefined;
  onSelectClaim(claimId: string): void;
  onMention(index: number): void;
  onCapture(start: number, end: number): void;
}

const noChunks: readonly Chunk[] = [];
const noOverlays: readonly Overlay[] = [];

export function ReaderPage({ ref, source, text, marks, current, selected, capturedAt, onSelectClaim, onMention, onCapture }: ReaderPageProps) {
  const { t } = useTranslation('passages');
  const isCapturing = capturedAt !== undefined;
  const scroller = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const chunks = text?.chunks ?? noChunks;
  const mounted = useMountedChunks(scroller, chunks);
  const [wanted, setWanted] = useState<{ unit: number; isGentle: boolean }>();
  const [marked, setMarked] = useState<{ start: number; end: number }>();
  const { selected: selection, caret } = useTextSelection(page, words, text?.text ?? '');

  const reveal = (unit: number, isGentle: boolean) => {
    mounted.mount(chunkAt(chunks, unit)?.index ?? 0);
    setWanted({ unit, isGentle });
  };
  useImperativeHandle(ref, () => ({
    focus: () => scroller.current?.focus({ preventScroll: true }),
    reveal,
    mark: (start, end) => {
      setMarked({ start, end });
      reveal(start, false);
      scroller.current?.focus({ preventScroll: true });
    },
    firstInView: () => (scroller.current === null || words.current === null ? 0 : firstUnitInView(scroller.current, words.current)),
    isCurrentInView: () => isInView(scroller.current, words.current?.querySelector('[data-current]')),
    selection: () => selection,
    moveCaret: (key, from) =>
      words.current !== null && scroller.current !== null && moveCaret(words.current, key, from ?? firstUnitInView(scroller.current, words.current)),
    dropSelection: () => {
      setMarked(undefined);
      if (words.current === null || !hasCaret(words.current)) return false;
      dropSelection();
      return true;
    },
  }));

  useLayoutEffect(() => {
    if (wanted === undefined || scroller.current === null || words.current === null) return;
    const form = scroller.current.parentElement?.querySelector<HTMLElement>('.capture');
    revealUnit({ scroller: scroller.current, words: words.current, covered: form?.offsetHeight ?? 0 }, wanted.unit, wanted.isGentle);
    setWanted(undefined);
  }, [wanted]);
  useFormRoom({ scroller, page, isCapturing, onRoom: () => capturedAt !== undefined && setWanted({ unit: capturedAt, isGentle: true }) });

  const onClick = (event: MouseEvent) => {
    const run = (event.target as HTMLElement).closest<HTMLElement>('.seen');
    if (run === null || document.getSelection()?.isCollapsed === false) return;
    const claimId = run.dataset['claims']?.split(' ')[0];
    if (run.dataset['mention'] !== undefined) onMention(Number(run.dataset['mention']));
    if (claimId !== undefined) onSelectClaim(claimId);
  };

  const isEmpty = text !== undefined && chunks.length === 0;
  return (
    <div
      className="reader-scroll"
      ref={scroller}
      tabIndex={0}
      role="document"
      aria-label={t('reader.page', { title: source?.title ?? '' })}
      aria-busy={text === undefined}
    >
      <MentionStatus marks={marks} current={current} />
      <div className="reader-page" ref={page}>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: N, P and Enter do the same */}
        <div className="reader-text" ref={words} lang={source?.language ?? undefined} onClick={onClick}>
          {source === undefined ? null : <ReaderHead source={source} />}
          {isEmpty ? <EmptyState text={t('reader.empty')} /> : null}
          {text === undefined
            ? null
            : chunks.map((chunk) => (
                <ChunkView
                  key={chunk.index}
                  text={text.text}
                  chunk={chunk}
                  isMounted={mounted.isMounted(chunk.index)}
                  overlays={marks?.overlays ?? noOverlays}
                  longest={marks?.longest ?? 0}
                  current={currentIn(chunk, marks, current)}
                  selected={selected}
                />
              ))}
        </div>
        {marks === undefined ? null : (
          <MarginClaims page={page} claims={marks.claims} mounted={mounted} selected={selected} onSelect={onSelectClaim} />
        )}
        {marked === undefined ? null : <MarkedSpan page={page} words={words} span={marked} drawn={[mounted, marks, isCapturing]} />}
        {caret === undefined ? null : <div className="reader-caret" style={caret} aria-hidden />}
        {selection === undefined || isCapturing ? null : (
          <button
            type="button"
            className="button reader-capture"
            data-primary=""
            style={selection.place}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onCapture(selection.start, selection.end)}
          >
            {t('reader.capture')}
            <Kbd>
              <IconCornerDownLeft size={12} aria-label="Enter" />
            </Kbd>
          </button>
        )}
      </div>
    </div>
  );
}

function isInView(scroller: HTMLElement | null, element: Element | null | undefined): boolean {
  if (scroller === null || element == null) return false;
  const box = scroller.getBoundingClientRect();
  const rect = element.getBoundingClientRect();
  return rect.bottom > box.top && rect.top < box.bottom;
}

function currentIn(chunk: Chunk, marks: ReaderMarks | undefined, current: number): number {
  const mention = current < 0 ? undefined : marks?.mentions[current];
  return mention !== undefined && mention.start < chunk.end && mention.end > chunk.start ? current : -1;
}

/** Says the current mention to a screen reader. */
function MentionStatus({ marks, current }: { marks: ReaderMarks | undefined; current: number }) {
  const { t } = useTranslation('passages');
  const mention = marks?.mentions[current];
  const state = mention === undefined ? '' : t(mention.captured ? 'reader.isCaptured' : mention.setAside ? 'reader.isAside' : 'reader.open');
  return (
    <div className="visually-hidden" role="status">
      {mention === undefined
        ? ''
        : t('reader.mention', { words: mention.found.exact, state, number: current + 1, total: marks?.mentions.length ?? 0 })}
    </div>
  );
}

interface FormRoom {
  readonly scroller: { readonly current: HTMLElement | null };
  readonly page: { readonly current: HTMLElement | null };
  readonly isCapturing: boolean;
  /** The form has its height: what it covers is known. */
  onRoom(): void;
}

/** The page gets room at its foot for the form, so that the last sentence can be scrolled clear of it. */
function useFormRoom({ scroller, page, isCapturing, onRoom: showAgain }: FormRoom): void {
  const latest = useRef(showAgain);
  latest.current = showAgain;
  useEffect(() => {
    const onRoom = () => latest.current();
    const form = scroller.current?.parentElement?.querySelector<HTMLElement>('.capture');
    const element = page.current;
    if (!isCapturing || form == null || element === null) return;
    const observer = new ResizeObserver(() => {
      element.style.paddingBottom = `calc(${form.offsetHeight}px + var(--space-8))`;
      onRoom();
    });
    observer.observe(form);
    return () => {
      observer.disconnect();
      element.style.paddingBottom = '';
    };
  }, [scroller, page, isCapturing]);
}
