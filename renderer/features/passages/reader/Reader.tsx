// The text of one source with its marks, margin claims and the form that captures.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords, useViewInstance, useWorkspace } from '../../../bridge/index.ts';
import { EmptyState, ErrorNotice, FindBar } from '../../../ui/index.ts';
import { useDrafts } from '../capture/use-drafts.ts';
import { PagesBeside } from '../page/PagesBeside.tsx';
import { QuoteForm } from '../typing/TypeQuote.tsx';
import { CaptureSlot } from './CaptureSlot.tsx';
import { PassageCard } from './PassageCard.tsx';
import { ReaderPage, type ReaderPageHandle } from './ReaderPage.tsx';
import { ReaderToolbar } from './ReaderToolbar.tsx';
import type { MarkedPassage, ReaderMarks } from './reader-document.ts';
import { useCapturing } from './use-capturing.ts';
import { useCurrentMention } from './use-current-mention.ts';
import { useDocked } from './use-docked.ts';
import { useFindInSource } from './use-find-in-source.ts';
import { useOpenedPassage, usePlacing } from './use-opened-passage.ts';
import { usePassageCard } from './use-passage-card.ts';
import { usePointing } from './use-pointing.ts';
import { type ReaderDocument, useReaderDocument } from './use-reader-document.ts';
import { useReaderKeys } from './use-reader-keys.ts';
import { useReadingPlace } from './use-reading-place.ts';
import './reader.css';

export interface ReaderProps {
  readonly sourceId: string;
  readonly params: Record<string, string | number>;
  onChoose(): void;
}

export function Reader(props: ReaderProps) {
  const { sourceId, onChoose } = props;
  const document = useReaderDocument(sourceId);
  const { source, text, error, retry } = document;
  const isGone = error?.code === 'not-found';
  useTitle(source?.title);
  useVisit(sourceId, props.params, source !== undefined);
  // A source that was taken out, or that was read in another workbook: there are others to choose from.
  useEffect(() => {
    if (isGone) onChoose();
  }, [isGone, onChoose]);
  if (isGone) return <div className="view" aria-busy />;
  if (error !== undefined && text === undefined) return <ErrorNotice message={errorWords(error)} onRetry={retry} />;
  return <OpenReader {...props} document={document} />;
}

function useTitle(title: string | undefined): void {
  const instance = useViewInstance();
  const setTitle = useWorkspace((state) => state.setTitle);
  useEffect(() => {
    if (title !== undefined) setTitle(instance, title);
  }, [title, setTitle, instance]);
}

/** What is shown is a place to come back to. */
function useVisit(sourceId: string, params: ReaderProps['params'], isShown: boolean): void {
  const instance = useViewInstance();
  const visit = useWorkspace((state) => state.visit);
  useEffect(() => {
    const { start, end } = params;
    const span = typeof start === 'number' ? { start, ...(typeof end === 'number' ? { end } : {}) } : {};
    if (isShown && params['anchor'] === undefined) visit(instance, { sourceId, ...span });
  }, [instance, sourceId, params, isShown, visit]);
}

/** Where the selected claim stands. One that was captured just now is selected too, but what is looked at is the next mention. */
function useSelectedSpan(marks: ReaderMarks | undefined, selectedClaim: string | undefined): MarkedPassage | undefined {
  const hasMarks = marks !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: not again when the marks change
  return useMemo(
    () => marks?.passages.find((one) => selectedClaim !== undefined && one.passage.claimIds.includes(selectedClaim)),
    [selectedClaim, hasMarks],
  );
}

function OpenReader({ sourceId, params, onChoose, document }: ReaderProps & { readonly document: ReaderDocument }) {
  const { t } = useTranslation('passages');
  const { source, text, marks, error, retry } = document;
  const { selection, select, openView } = useWorkspace();
  const selectedClaim = selection.type === 'claim' ? selection.id : undefined;
  const page = useRef<ReaderPageHandle>(null);
  const [lookedAt, setLookedAt] = useState<{ readonly start: number; readonly end: number }>();
  const shelf = useDrafts(sourceId);
  const placing = usePlacing(sourceId, params);
  const current = useCurrentMention({ sourceId, text, marks, page });
  const { mention, step, set: setCurrent } = current;
  const capturing = useCapturing({ sourceId, text, marks, page, shelf, current, placing });
  const { target, captureSpan } = capturing;
  const isReady = marks !== undefined;
  const selectedSpan = useSelectedSpan(marks, selectedClaim);
  const stepTo = useCallback((unit: number) => step('next', true, { from: unit, isOn: false }), [step]);
  useOpenedPassage({ sourceId, params, page, text, shelf, setTarget: capturing.setTarget, setCurrent, stepTo, isReady });
  const onScroll = useReadingPlace({
    sourceId,
    page,
    isReady: isReady && text !== undefined && shelf.drafts !== undefined,
    isElsewhere: typeof params['start'] === 'number' || shelf.drafts?.open != null,
  });
  const card = usePassageCard({ text, marks, mention, selectedClaim, page, captureAgain: capturing.open });
  const pointAt = usePointing({ text, marks, page, setCurrent });
  const find = useFindInSource(text, page);
  const onKeyDown = useReaderKeys({
    page,
    hasCurrent: current.has,
    isCapturing: target !== undefined,
    step,
    openCurrent: () => void capturing.openCurrent(),
    captureSpan,
    toggleAside: () => void capturing.toggleAside(),
    showPassages: card.next,
    mark: (start, end, isForClaim) => void card.mark(sourceId, { start, end }, isForClaim),
    find: find.ask,
    leave: placing.passage !== undefined ? placing.giveUp : card.passage !== undefined ? card.close : () => setCurrent(undefined),
  });
  const closeCard = () => {
    card.close();
    page.current?.focus();
  };

  const reader = useRef<HTMLDivElement>(null);
  const isDocked = useDocked(reader, target !== undefined);
  const form = <CaptureSlot sourceId={sourceId} text={text} marks={marks} shelf={shelf} current={current} capturing={capturing} />;
  const hasPages = source?.mediaType === 'application/pdf';
  const capturedAt = target === undefined || text === undefined ? undefined : text.index.toUnits(target.start);
  const targetSpan =
    target === undefined || text === undefined ? undefined : { start: text.index.toUnits(target.start), end: text.index.toUnits(target.end) };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the view; each has a button or a focusable part as well
    <div className="reader" ref={reader} onKeyDown={onKeyDown}>
      <ReaderToolbar
        coverage={marks?.coverage}
        lost={marks?.lost ?? 0}
        hasPages={hasPages}
        drafts={target === undefined ? Object.keys(shelf.drafts?.byKey ?? {}).length : 0}
        onLost={() => openView('anchors')}
        onResume={capturing.resume}
        onChoose={onChoose}
        onStep={step}
        onFind={find.ask}
      />
      <FindBar find={find} asked={find.asked} label={t('reader.find')} />
      {error === undefined ? null : <ErrorNotice message={errorWords(error)} onRetry={retry} />}
      {placing.passage === undefined ? null : <p className="reader-placing">{t('reader.placing', { words: placing.passage.exact.slice(0, 80) })}</p>}
      <div className="reader-row">
        <PagesBeside
          source={source}
          text={text}
          marks={marks}
          page={page}
          spans={[find.current, targetSpan, mention, lookedAt, selectedSpan]}
          onScroll={onScroll}
          onPoint={pointAt}
          onSelect={({ start, end }) => page.current?.select(start, end)}
        >
          <ReaderPage
            ref={page}
            source={source}
            text={text}
            marks={marks}
            current={mention}
            selected={selectedClaim}
            capturedAt={capturedAt}
            hits={find.hits}
            hit={find.current}
            onSelectClaim={(id) => select({ type: 'claim', id })}
            onMention={(index) => setCurrent(marks?.mentions.get(index))}
            onCapture={captureSpan}
            onLookedAt={setLookedAt}
            empty={hasPages ? <QuoteForm sourceId={sourceId} /> : <EmptyState text={t('reader.empty')} />}
          />
          {card.passage === undefined || target !== undefined ? null : (
            <PassageCard
              key={card.passage.id}
              passage={card.passage}
              at={card.at}
              of={card.of}
              next={card.next}
              onCapture={card.onCapture}
              onClose={closeCard}
            />
          )}
          {isDocked ? null : form}
        </PagesBeside>
        {isDocked ? <div className="capture-dock">{form}</div> : null}
      </div>
    </div>
  );
}
