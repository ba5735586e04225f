// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard
// The scrolling page: text, marks, margin, caret and the button beside a selection.
import { IconCornerDownLeft } from '@tabler/icons-react';
import {
  type CSSProperties,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { Hit, Hits } from '../../../../shared/find-in-text.ts';
import { Kbd } from '../../../ui/index.ts';
import { ChunkView } from './ChunkView.tsx';
import { type CaretKey, dropSelection, hasCaret, moveCaret, selectUnits } from './caret.ts';
import { FoundTicks } from './FoundTicks.tsx';
import { MarginClaims } from './MarginClaims.tsx';
import { MarkedSpan } from './MarkedSpan.tsx';
import type { Mention } from './mentions.ts';
import { type Chunk, chunkAt, paragraphAt } from './paragraphs.ts';
import { ReaderHead } from './ReaderHead.tsx';
import type { ReaderMarks, ReaderText } from './reader-document.ts';
import { coveredBy, firstUnitInView, revealUnit } from './scroll.ts';
import type { Overlay } from './segments.ts';
import { useFoundMarks } from './use-found-marks.ts';
import { useMountedChunks } from './use-mounted-chunks.ts';
import { useTextSelection } from './use-text-selection.ts';

export interface ReaderPageHandle {
  focus(): void;
  /** Scrolls to a position; `isGentle` leaves it where it is in view. */
  reveal(unit: number, isGentle: boolean): void;
  /** Reveals and marks a span for a while. */
  mark(start: number, end: number): void;
  /** Reveals and selects a span, as if the user had. */
  select(start: number, end: number): void;
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
  readonly current: Mention | undefined;
  readonly selected: string | undefined;
  /** Where the words that are being captured begin. */
  readonly capturedAt: number | undefined;
  readonly hits: Hits;
  readonly hit: Hit | undefined;
  onSelectClaim(claimId: string): void;
  onMention(index: number): void;
  onCapture(start: number, end: number): void;
  /** Words were marked or selected, or no longer. */
  onLookedAt(span: { readonly start: number; readonly end: number } | undefined): void;
  /** What stands in place of a text that is empty. */
  readonly empty: ReactNode;
}

const noChunks: readonly Chunk[] = [];
const noOverlays: readonly Overlay[] = [];

export function ReaderPage(props: ReaderPageProps) {
  const { ref, source, text, marks, current, selected, capturedAt, hits, hit, onSelectClaim, onMention, onCapture, onLookedAt, empty } = props;
  const { t } = useTranslation('passages');
  const isCapturing = capturedAt !== undefined;
  const scroller = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const chunks = text?.chunks ?? noChunks;
  const want = marks?.want;
  const wantNear = useCallback((near: readonly Chunk[]) => near.length > 0 && want?.(near[0]!.start, near.at(-1)!.end), [want]);
  const mounted = useMountedChunks(scroller, chunks, want === undefined ? undefined : wantNear);
  const [wanted, setWanted] = useState<{ unit: number; isGentle: boolean; selectedTo?: number }>();
  const [marked, setMarked] = useState<{ start: number; end: number }>();
  const { selected: selection, caret, now } = useTextSelection(page, words, text?.text ?? '');

  const drawn = [mounted, marks, isCapturing];
  useFoundMarks({ words, chunks, hits, current: hit, drawn });

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
    select: (start, end) => {
      reveal(start, true);
      setWanted({ unit: start, isGentle: true, selectedTo: end });
      scroller.current?.focus({ preventScroll: true });
    },
    firstInView: () => (scroller.current === null || words.current === null ? 0 : firstUnitInView(scroller.current, words.current)),
    isCurrentInView: () => isInView(scroller.current, words.current?.querySelector('[data-current]')),
    selection: now,
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
    const covered = coveredBy(scroller.current, scroller.current.parentElement?.querySelector('.capture'));
    revealUnit({ scroller: scroller.current, words: words.current, covered }, wanted.unit, wanted.isGentle);
    if (wanted.selectedTo !== undefined) selectUnits(words.current, wanted.unit, wanted.selectedTo);
    setWanted(undefined);
  }, [wanted]);
  const lookedAt = useLatest(onLookedAt);
  useEffect(() => lookedAt.current(selection ?? marked), [lookedAt, selection, marked]);
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
    <>
      <div
        className="reader-scroll"
        data-enter=""
        ref={scroller}
        tabIndex={0}
        role="document"
        aria-label={t('reader.page', { title: source?.title ?? '' })}
        aria-busy={text === undefined}
      >
        <MentionStatus mention={current} total={marks?.coverage.total ?? 0} />
        <div className="reader-page" ref={page} style={{ '--number-digits': digitsOf(chunks) } as CSSProperties}>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: N, P and Enter do the same */}
          <div className="reader-text" ref={words} lang={source?.language ?? undefined} onClick={onClick}>
            {source === undefined ? null : <ReaderHead source={source} />}
            {isEmpty ? empty : null}
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
                    current={currentIn(chunk, current)}
                    selected={selected}
                  />
                ))}
          </div>
          {marks === undefined ? null : (
            <MarginClaims page={page} claims={marks.claims} mounted={mounted} selected={selected} onSelect={onSelectClaim} />
          )}
          {marked === undefined ? null : <MarkedSpan page={page} words={words} span={marked} drawn={drawn} />}
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
      {hits.count === 0 ? null : <FoundTicks scroller={scroller} words={words} chunks={chunks} hits={hits} current={hit} drawn={drawn} />}
    </>
  );
}

function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}

/** Digits of the last number beside a paragraph. */
function digitsOf(chunks: readonly Chunk[]): number {
  const last = chunks.at(-1);
  return last === undefined ? 1 : String(paragraphAt(chunks, last.end) ?? 1).length;
}

function isInView(scroller: HTMLElement | null, element: Element | null | undefined): boolean {
  if (scroller === null || element == null) return false;
  const box = scroller.getBoundingClientRect();
  const rect = element.getBoundingClientRect();
  return rect.bottom > box.top && rect.top < box.bottom;
}

function currentIn(chunk: Chunk, mention: Mention | undefined): number {
  return mention !== undefined && mention.start < chunk.end && mention.end > chunk.start ? mention.index : -1;
}

/** Says the current mention to a screen reader. */
function MentionStatus({ mention, total }: { mention: Mention | undefined; total: number }) {
  const { t } = useTranslation('passages');
  const { captured, setAside, exact } = mention?.found ?? { captured: false, setAside: false, exact: '' };
  const state = t(captured ? 'reader.isCaptured' : setAside ? 'reader.isAside' : 'reader.open');
  return (
    <div className="visually-hidden" role="status">
      {mention === undefined ? '' : t('reader.mention', { words: exact, state, number: mention.index + 1, total })}
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
  const latest = useLatest(showAgain);
  useEffect(() => {
    const onRoom = () => latest.current();
    const form = scroller.current?.parentElement?.querySelector<HTMLElement>('.capture');
    const [view, element] = [scroller.current, page.current];
    if (!isCapturing || form == null || element === null || view === null) return;
    const observer = new ResizeObserver(() => {
      element.style.paddingBottom = `calc(${coveredBy(view, form)}px + var(--space-8))`;
      onRoom();
    });
    observer.observe(form);
    observer.observe(view);
    return () => {
      observer.disconnect();
      element.style.paddingBottom = '';
    };
  }, [scroller, page, isCapturing, latest]);
}
