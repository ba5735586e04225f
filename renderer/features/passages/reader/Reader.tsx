// The text of one source with its marks, margin claims and the form that captures.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords, useCommand, useViewInstance, useWorkspace } from '../../../bridge/index.ts';
import { EmptyState, ErrorNotice } from '../../../ui/index.ts';
import { CaptureForm } from '../capture/CaptureForm.tsx';
import type { CaptureTarget } from '../capture/drafts.ts';
import { useDrafts } from '../capture/use-drafts.ts';
import { PagesBeside } from '../page/PagesBeside.tsx';
import { QuoteForm } from '../typing/TypeQuote.tsx';
import { PassageCard } from './PassageCard.tsx';
import { passageOf, wordsBefore } from './passage-of.ts';
import { ReaderPage, type ReaderPageHandle } from './ReaderPage.tsx';
import { ReaderToolbar } from './ReaderToolbar.tsx';
import { useCurrentMention } from './use-current-mention.ts';
import { useOpenedPassage } from './use-opened-passage.ts';
import { usePassageCard } from './use-passage-card.ts';
import { usePlacing } from './use-placing.ts';
import { useReaderDocument } from './use-reader-document.ts';
import { useReaderKeys } from './use-reader-keys.ts';
import { useReadingPlace } from './use-reading-place.ts';
import { wordAt } from './word-at.ts';
import './reader.css';

type Span = { readonly start: number; readonly end: number };

export interface ReaderProps {
  readonly sourceId: string;
  readonly params: Record<string, string | number>;
  onChoose(): void;
}

export function Reader({ sourceId, params, onChoose }: ReaderProps) {
  const { t, i18n } = useTranslation('passages');
  const instance = useViewInstance();
  const number = new Intl.NumberFormat(i18n.language);
  const { source, text, marks, error, retry } = useReaderDocument(sourceId);
  const shelf = useDrafts(sourceId);
  const setAside = useCommand('passages.setAside');
  const { selection, select, setTitle, openView } = useWorkspace();
  const placing = usePlacing(sourceId, params);
  const [target, setTarget] = useState<CaptureTarget>();
  const [lookedAt, setLookedAt] = useState<Span>();
  const page = useRef<ReaderPageHandle>(null);
  const selectedClaim = selection.type === 'claim' ? selection.id : undefined;
  const { mention, step, set: setCurrent, settled, has: hasCurrent } = useCurrentMention({ sourceId, text, marks, page });
  const hasMarks = marks !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a claim that was captured just now is selected, but what is looked at is the next mention
  const selectedSpan = useMemo(
    () => marks?.passages.find((one) => selectedClaim !== undefined && one.passage.claimIds.includes(selectedClaim)),
    [selectedClaim, hasMarks],
  );
  const coverage = marks?.coverage;
  const title = source?.title;

  useEffect(() => {
    if (title !== undefined) setTitle(instance, title);
  }, [title, setTitle, instance]);

  const open = useCallback(
    (next: CaptureTarget) => {
      setTarget(next);
      if (text !== undefined) page.current?.reveal(text.index.toUnits(next.start), true);
    },
    [text],
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
    const isDone = await setAside.run({ sourceId, start, end, aside: !isAside }).then(
      () => true,
      () => false,
    );
    if (isDone && !isAside) step('next', true, { from: at.start, isOn: true });
  }, [settled, setAside.run, sourceId, step]);

  const closeForm = useCallback(() => {
    setTarget(undefined);
    shelf.leave();
    page.current?.focus();
  }, [shelf]);

  const onCaptured = (claimId: string) => {
    if (target === undefined) return;
    shelf.drop(target);
    setTarget(undefined);
    select({ type: 'claim', id: claimId });
    page.current?.focus();
    if (target.claimId !== undefined || text === undefined) return;
    step('next', true, { from: text.index.toUnits(target.end), isOn: false });
  };

  useOpenedPassage({ sourceId, params, page, text, shelf, setTarget, setCurrent, isReady: marks !== undefined });
  const onScroll = useReadingPlace({
    sourceId,
    page,
    isReady: marks !== undefined && text !== undefined && shelf.drafts !== undefined,
    isElsewhere: typeof params['start'] === 'number' || shelf.drafts?.open != null,
  });
  const card = usePassageCard({ text, marks, mention, selectedClaim, page, captureAgain: open });
  const pointAt = useCallback(
    (unit: number) => {
      const seen = [...(marks?.mentions.values() ?? [])].find((one) => one.start <= unit && one.end > unit);
      const claimed = marks?.passages.find((one) => one.start <= unit && one.end > unit && one.passage.claimIds.length > 0);
      setCurrent(seen);
      if (claimed?.passage.claimIds[0] !== undefined) select({ type: 'claim', id: claimed.passage.claimIds[0] });
      const { start, end } = seen ?? claimed ?? { start: unit, end: unit };
      page.current?.mark(...(text === undefined || end > start ? ([start, end] as const) : wordAt(text.text, unit)));
    },
    [marks, select, text, setCurrent],
  );
  const onKeyDown = useReaderKeys({
    page,
    hasCurrent,
    isCapturing: target !== undefined,
    step,
    openCurrent: () => void openCurrent(),
    captureSpan,
    toggleAside: () => void toggleAside(),
    showPassages: card.next,
    mark: (start, end, isForClaim) => void card.mark(sourceId, { start, end }, isForClaim),
    leave: placing.passage !== undefined ? placing.giveUp : card.passage !== undefined ? card.close : () => setCurrent(undefined),
  });

  const isGone = error?.code === 'not-found';
  // A source that was taken out, or that was read in another workbook: there are others to choose from.
  useEffect(() => {
    if (isGone) onChoose();
  }, [isGone, onChoose]);
  if (isGone) return <div className="view" aria-busy />;
  if (error !== undefined && text === undefined) return <ErrorNotice message={errorWords(error)} onRetry={retry} />;
  const hasPages = source?.mediaType === 'application/pdf';
  const unitsOf = ({ start, end }: Span) =>
    text?.index === undefined ? undefined : { start: text.index.toUnits(start), end: text.index.toUnits(end) };
  const draftCount = Object.keys(shelf.drafts?.byKey ?? {}).length;
  const passage = target === undefined || text === undefined ? undefined : passageOf(text, sourceId, target);
  const isMention = target !== undefined && mention?.found.start === target.start;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the view; each has a button or a focusable part as well
    <div className="reader" onKeyDown={onKeyDown}>
      <ReaderToolbar
        coverage={coverage}
        lost={marks?.lost ?? 0}
        hasPages={hasPages}
        drafts={target === undefined ? draftCount : 0}
        onLost={() => openView('anchors')}
        onResume={() => {
          const draft = Object.values(shelf.drafts?.byKey ?? {}).at(-1);
          if (draft !== undefined) open(draft.target);
        }}
        onChoose={onChoose}
        onStep={step}
      />
      {error === undefined ? null : <ErrorNotice message={errorWords(error)} onRetry={retry} />}
      {placing.passage === undefined ? null : <p className="reader-placing">{t('reader.placing', { words: placing.passage.exact.slice(0, 80) })}</p>}
      <PagesBeside
        source={source}
        text={text}
        marks={marks}
        page={page}
        spans={[target === undefined ? undefined : unitsOf(target), mention, lookedAt, selectedSpan]}
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
          capturedAt={target === undefined || text === undefined ? undefined : text.index.toUnits(target.start)}
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
            onClose={() => {
              card.close();
              page.current?.focus();
            }}
          />
        )}
        {target === undefined || text === undefined || passage === undefined ? null : (
          <CaptureForm
            key={`${target.claimId ?? ''}${target.start}-${target.end}`}
            sourceId={sourceId}
            target={target}
            passage={passage}
            before={wordsBefore(text, target)}
            progress={
              coverage === undefined || target.claimId !== undefined
                ? ''
                : t('capture.left', { count: coverage.open, shown: number.format(coverage.open) })
            }
            kept={shelf.find(target)}
            keep={shelf.keep}
            drop={shelf.drop}
            onCaptured={onCaptured}
            onLeave={closeForm}
            onSkip={
              isMention
                ? () => {
                    closeForm();
                    step('next');
                  }
                : undefined
            }
            onSetAside={
              isMention
                ? () => {
                    closeForm();
                    void toggleAside();
                  }
                : undefined
            }
          />
        )}
      </PagesBeside>
    </div>
  );
}
