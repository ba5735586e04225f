// What happened when: lanes of events with their uncertain ends, statements, and the present.
import { IconTimelineEvent } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LanesBy, TimelineItem } from '../../../shared/features/timeline/contract.ts';
import { drawnMark } from '../../../shared/features/timeline/drawn-mark.ts';
import { levelOf, type TimeView, usualTime, viewOfLevel, wholeTime, zoomView } from '../../../shared/features/timeline/time-scale.ts';
import { dayNumber } from '../../../shared/period/index.ts';
import { errorWords, useCall, useWorkspace } from '../../bridge/index.ts';
import type { ViewProps } from '../../ui/feature-manifest.ts';
import { EmptyState, ErrorNotice } from '../../ui/index.ts';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { useMarkWords } from './mark-words.ts';
import { TimelineBoard } from './TimelineBoard.tsx';
import { TimelineTable } from './TimelineTable.tsx';
import { TimelineToolbar } from './TimelineToolbar.tsx';
import './timeline.css';

const noHidden: ReadonlySet<string> = new Set();
const noItems: readonly TimelineItem[] = [];

export function TimelineView({ params }: ViewProps) {
  const { t } = useTranslation('timeline');
  const { selection, select, openView } = useWorkspace();
  const [by, setBy] = useState<LanesBy>('thing');
  const [hidden, setHidden] = useState(noHidden);
  const [isLaneMenuOpen, setLaneMenuOpen] = useState(false);
  const [isTable, setTable] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root, isTable);
  const [chosen, setChosen] = useState<TimeView>();
  const timeline = useCall('timeline.lanes', { by });
  const now = useMemo(() => dayNumber(new Date().toISOString().slice(0, 10)), []);
  const all = useMemo(
    () =>
      timeline.data?.lanes.map((lane) =>
        lane.kind === 'statement' ? { ...lane, name: t('statements') } : lane.kind === 'note' ? { ...lane, name: t('notes') } : lane,
      ),
    [timeline.data, t],
  );
  const lanes = useMemo(() => (all ?? []).filter((lane) => !hidden.has(lane.id)), [all, hidden]);
  const words = useMarkWords(timeline.data?.items ?? noItems);
  const drawn = useMemo(
    () => new Map((all ?? []).map((lane) => [lane.id, lane.marks.flatMap((mark) => drawnMark(mark, lane, words.label(mark)) ?? [])])),
    [all, words],
  );
  const marks = useMemo(() => lanes.map((lane) => drawn.get(lane.id) ?? []), [lanes, drawn]);
  const whole = useMemo(() => wholeTime([...drawn.values()], now), [drawn, now]);
  const usual = useMemo(() => usualTime([...drawn.values()], now), [drawn, now]);
  const view = chosen ?? usual;
  const setView = useCallback((change: (view: TimeView) => TimeView) => setChosen((before) => change(before ?? usual)), [usual]);
  const selected = selection.type === 'claim' ? selection.id : undefined;
  const onSelect = useCallback((claimId: string) => select({ type: 'claim', id: claimId }), [select]);

  useEffect(() => {
    if (typeof params['claimId'] === 'string') onSelect(params['claimId']);
  }, [params, onSelect]);

  const zoom = (factor: number) => setView((before) => zoomView(before, factor, (before.from + before.to) / 2));
  const onKeyDown = (event: KeyboardEvent) => {
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      (event.target as HTMLElement).closest('input, select, [role="dialog"], [role="menu"]') !== null
    )
      return;
    const run = keysOf[event.key];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  const keysOf: Readonly<Record<string, () => void>> = {
    '+': () => zoom(1 / 1.5),
    '=': () => zoom(1 / 1.5),
    '-': () => zoom(1.5),
    '−': () => zoom(1.5),
    '0': () => setChosen(whole),
    t: () => setTable(!isTable),
    f: () => setLaneMenuOpen(true),
  };

  if (timeline.isError) return <ErrorNotice message={errorWords(timeline.error)} onRetry={() => void timeline.refetch()} />;
  const isEmpty = all !== undefined && all.length === 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: each key has a button as well
    <div className="view timeline" ref={root} tabIndex={-1} onKeyDown={onKeyDown}>
      <TimelineToolbar
        lanes={all ?? []}
        hidden={hidden}
        isLaneMenuOpen={isLaneMenuOpen}
        by={by}
        level={levelOf(view)}
        isTable={isTable}
        setHidden={setHidden}
        setLaneMenuOpen={setLaneMenuOpen}
        setBy={setBy}
        setLevel={(level) =>
          setView((before) => viewOfLevel(level, level === 'decade' ? (whole.from + whole.to) / 2 : (before.from + before.to) / 2))
        }
        zoom={zoom}
        fit={() => setChosen(whole)}
        setTable={setTable}
      />
      {isEmpty ? (
        <EmptyState
          icon={IconTimelineEvent}
          text={t(by === 'thing' ? 'empty' : `emptyBy.${by}`)}
          action={
            by === 'thing' ? { label: t('emptyAction'), run: () => openView('reader') } : { label: t('emptyBy.action'), run: () => setBy('thing') }
          }
        />
      ) : null}
      {all === undefined || isEmpty ? null : isTable ? (
        <TimelineTable lanes={lanes} words={words} selected={selected} onSelect={onSelect} />
      ) : (
        <TimelineBoard
          lanes={lanes}
          marks={marks}
          whole={whole}
          view={view}
          now={now}
          words={words}
          causes={timeline.data?.causes ?? []}
          selected={selected}
          setView={setView}
          onSelect={onSelect}
        />
      )}
    </div>
  );
}
