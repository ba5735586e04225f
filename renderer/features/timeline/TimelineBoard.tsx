// biome-ignore-all lint/a11y/useSemanticElements: the plot is a figure of many parts, moved by keys
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: the plot takes the keys that move it
// Lanes, marks, axis and minimap. Marks are buttons laid over plain lines, so each can be focused, named and clicked.
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lane } from '../../../shared/features/timeline/contract.ts';
import { itemTop, placeLanes } from '../../../shared/features/timeline/drawing.ts';
import { evidenceOf, type Mark } from '../../../shared/features/timeline/drawn-mark.ts';
import { laneBoxes, rowPitch } from '../../../shared/features/timeline/lane-heights.ts';
import { seriesHeight } from '../../../shared/features/timeline/place-series.ts';
import { clampView, panView, revealSpan, type TimeView, timeScale, zoomView } from '../../../shared/features/timeline/time-scale.ts';
import { menuHandlers } from '../../ui/index.ts';
import { useInnerSize } from '../../ui/use-inner-size.ts';
import { type CauseLine, CauseLines, type MarkSpot } from './CauseLines.tsx';
import { Cluster } from './Cluster.tsx';
import { type ItemKey, type ItemPlace, nearest, placeOfClaim, stepItem } from './item-step.ts';
import { LaneHead } from './LaneHead.tsx';
import { Minimap } from './Minimap.tsx';
import { markMenu } from './mark-menu.ts';
import type { MarkWords } from './mark-words.ts';
import { SeriesLane } from './SeriesLane.tsx';
import { TimelineAxis, TimelineGridLines } from './TimelineAxis.tsx';
import { TimelineItemButton } from './TimelineItem.tsx';
import { usePlotPointer } from './use-plot-pointer.ts';
import { useShareAxis } from './use-share-axis.ts';

export interface TimelineBoardProps {
  readonly lanes: readonly Lane[];
  /** Marks of each lane. */
  readonly marks: readonly (readonly Mark[])[];
  readonly whole: TimeView;
  readonly view: TimeView;
  readonly now: number;
  readonly words: MarkWords;
  readonly causes: readonly CauseLine[];
  readonly selected: string | undefined;
  setView(change: (view: TimeView) => TimeView): void;
  onSelect(claimId: string): void;
}

export function TimelineBoard({ lanes, marks, whole, view, now, words, causes, selected, setView, onSelect }: TimelineBoardProps) {
  const { t } = useTranslation('timeline');
  const axis = useInnerSize();
  const scrollBox = useInnerSize();
  const axisBox = useRef<HTMLDivElement | null>(null);
  const measureAxis = axis.ref;
  const axisRef = useCallback(
    (element: HTMLDivElement | null) => {
      axisBox.current = element;
      return measureAxis(element);
    },
    [measureAxis],
  );
  useShareAxis({ axis: axisBox, width: axis.width, view, setView });
  const plot = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement | null>(null);
  const measureScroll = scrollBox.ref;
  const scrollRef = useCallback(
    (element: HTMLDivElement | null) => {
      scroller.current = element;
      return measureScroll(element);
    },
    [measureScroll],
  );
  const [focusWanted, setFocusWanted] = useState<string>();
  const scale = useMemo(() => timeScale(view, Math.max(1, axis.width)), [view, axis.width]);
  const placed = useMemo(() => placeLanes(lanes, marks, { scale, now }), [lanes, marks, scale, now]);
  const boxes = useMemo(() => laneBoxes(placed, scrollBox.height), [placed, scrollBox.height]);
  const height = Math.max((boxes.at(-1)?.top ?? 0) + (boxes.at(-1)?.height ?? 0), scrollBox.height);
  const names = useMemo(() => new Set(lanes.map(({ name }) => name)), [lanes]);
  const current = placeOfClaim(marks, selected);
  const nameOf = useCallback((mark: Mark) => words.name(mark.source), [words]);

  const change = useCallback((next: (view: TimeView) => TimeView) => setView((before) => clampView(next(before), whole)), [setView, whole]);
  const pointer = usePlotPointer({
    plot,
    scroller,
    daysPerPixel: (view.to - view.from) / Math.max(1, axis.width),
    pan: (days) => change((before) => panView(before, days)),
    zoomAt: (factor, x) => change((before) => zoomView(before, factor, timeScale(before, Math.max(1, axis.width)).day(x))),
  });

  const goTo = ({ lane, mark }: ItemPlace) => {
    change((before) => revealSpan(before, mark.start.earliest, mark.start.latest));
    const box = boxes[lane];
    const host = scroller.current;
    if (box !== undefined && host !== null && (box.top < host.scrollTop || box.top + box.height > host.scrollTop + host.clientHeight))
      host.scrollTop = box.top - host.clientHeight / 3;
    setFocusWanted(mark.id);
    const [first] = evidenceOf(mark);
    if (first !== undefined) onSelect(first);
  };
  useEffect(() => {
    if (focusWanted === undefined) return;
    plot.current?.querySelector<HTMLElement>(`[data-item="${focusWanted}"]`)?.focus({ preventScroll: true });
    setFocusWanted(undefined);
  }, [focusWanted]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const span = view.to - view.from;
    const item = (event.target as HTMLElement).closest<HTMLElement>('.timeline-item')?.dataset['item'];
    const from = item === undefined ? undefined : placeOfMark(marks, item);
    const isArrow = /^Arrow(Left|Right|Up|Down)$/.test(event.key);
    if (isArrow && !event.shiftKey && from !== undefined) {
      const next = stepItem(marks, from, event.key as ItemKey);
      if (next !== undefined) goTo(next);
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      change((before) => panView(before, (event.key === 'ArrowLeft' ? -0.1 : 0.1) * span));
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      scroller.current?.scrollBy({ top: event.key === 'ArrowUp' ? -48 : 48 });
    } else if (event.key === 'Enter' && event.target === plot.current) {
      const centre = (view.from + view.to) / 2;
      const lane = marks.findIndex((list) => list.length > 0);
      const first = current ?? (lane < 0 ? undefined : { lane, mark: nearest(marks[lane] ?? [], centre)! });
      if (first !== undefined) goTo(first);
    } else return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('.timeline-item')?.dataset['item'];
    const mark = id === undefined ? undefined : placeOfMark(marks, id)?.mark;
    if (mark === undefined) return;
    const claims = evidenceOf(mark);
    const next = claims[((selected === undefined ? -1 : claims.indexOf(selected)) + 1) % Math.max(1, claims.length)];
    if (next !== undefined) onSelect(next);
  };
  const zoomTo = (dense: readonly Mark[]) => {
    const from = Math.min(...dense.map((mark) => mark.start.earliest));
    const to = Math.max(...dense.map((mark) => mark.start.latest));
    const span = Math.max(30, (to - from) * 1.6);
    change(() => ({ from: (from + to) / 2 - span / 2, to: (from + to) / 2 + span / 2 }));
  };

  const menu = menuHandlers((target) => {
    const id = target.closest<HTMLElement>('.timeline-item')?.dataset['item'];
    const mark = id === undefined ? undefined : placeOfMark(marks, id)?.mark;
    const own = mark === undefined ? [] : evidenceOf(mark);
    const claimId = own.find((one) => one === selected) ?? own[0];
    return mark === undefined || claimId === undefined
      ? undefined
      : markMenu({
          mark,
          items: own.flatMap((one) => words.item(one) ?? []),
          name: nameOf(mark),
          claimId,
          t,
          zoomTo: (one) => zoomTo([one]),
          onSelect,
        });
  });

  const tabStop =
    current?.mark.id ??
    placed.flatMap((lane) => [
      ...lane.marks.map(({ mark }) => mark.id),
      ...lane.levels.map(({ mark }) => mark.id),
      ...lane.clusters.map((cluster) => cluster.marks[0]?.id),
    ])[0];
  const spotOf = (claimId: string): MarkSpot | undefined => {
    for (const [index, lane] of placed.entries()) {
      const one = lane.marks.find(({ mark }) => mark.source.claims.includes(claimId));
      const box = boxes[index];
      if (one !== undefined && box !== undefined)
        return {
          x: one.left + (one.mark.shape === 'bar' ? one.fadeStart : one.width / 2),
          y: box.top + itemTop(box.height, lane.rows) + one.row * rowPitch,
        };
    }
    return undefined;
  };
  return (
    <div className="timeline-board" data-from={Math.round(view.from)} data-to={Math.round(view.to)}>
      <div className="timeline-top">
        <div className="timeline-corner" />
        <div className="timeline-axis-box" ref={axisRef}>
          <TimelineAxis scale={scale} now={now} />
        </div>
      </div>
      <div className="timeline-scroll" ref={scrollRef}>
        <div className="timeline-content" style={{ height }}>
          <div className="timeline-heads">
            {lanes.map((lane, index) => (
              <LaneHead
                key={lane.id}
                lane={lane}
                box={boxes[index] ?? { top: 0, height: 0 }}
                isSelected={current?.lane === index}
                isPart={lane.parent !== null && names.has(lane.parent)}
                last={lane.kind === 'rate' ? marks[index]?.findLast(({ shape }) => shape === 'step')?.label : undefined}
              />
            ))}
          </div>
          <div
            className="timeline-plot"
            ref={plot}
            role="group"
            aria-label={t('plot')}
            tabIndex={0}
            onKeyDown={onKeyDown}
            onClick={onClick}
            {...menu}
            {...pointer}
          >
            <TimelineGridLines scale={scale} now={now} />
            {current === undefined ? null : <SelectedLines mark={current.mark} x={scale.x} width={scale.width} />}
            {placed.map((lane, index) => {
              const box = boxes[index]!;
              const first = itemTop(box.height, lane.rows);
              return (
                <section
                  key={lanes[index]?.id}
                  className="timeline-lane"
                  aria-label={lanes[index]?.name}
                  data-selected={current?.lane === index ? '' : undefined}
                  style={{ top: box.top, height: box.height }}
                >
                  {lane.marks.map((one) => (
                    <TimelineItemButton
                      key={one.mark.id}
                      placed={one}
                      top={first}
                      name={nameOf(one.mark)}
                      isSelected={one.mark.id === current?.mark.id}
                      isTabStop={one.mark.id === tabStop}
                    />
                  ))}
                  <SeriesLane
                    levels={lane.levels}
                    top={Math.round((box.height - seriesHeight) / 2)}
                    selected={current?.mark.id}
                    tabStop={tabStop}
                    nameOf={(level) => nameOf(level.mark)}
                  />
                  {lane.clusters.map((cluster) => (
                    <Cluster
                      key={cluster.marks[0]?.id}
                      cluster={cluster}
                      top={first}
                      isTabStop={cluster.marks[0]?.id === tabStop}
                      selected={selected}
                      nameOf={nameOf}
                      onSelect={onSelect}
                      onZoom={zoomTo}
                    />
                  ))}
                </section>
              );
            })}
            {selected === undefined ? null : <CauseLines causes={causes} claimId={selected} spotOf={spotOf} height={height} />}
          </div>
        </div>
      </div>
      <div className="timeline-bottom">
        <div className="timeline-corner">
          <b>{t('whole', { from: yearOf(whole.from), to: yearOf(whole.to) })}</b>
          <span>{t('wholeHint')}</span>
        </div>
        <Minimap lanes={marks} whole={whole} view={view} now={now} onChange={(next) => change(() => next)} onKeyDown={onKeyDown} />
      </div>
    </div>
  );
}

function placeOfMark(lanes: readonly (readonly Mark[])[], id: string): ItemPlace | undefined {
  for (const [lane, marks] of lanes.entries()) {
    const mark = marks.find((one) => one.id === id);
    if (mark !== undefined) return { lane, mark };
  }
  return undefined;
}

function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

/** The selected item's days across all lanes, to see what else happened then. */
function SelectedLines({ mark, x, width }: { mark: Mark; x(day: number): number; width: number }) {
  const days = mark.start.earliest === mark.start.latest ? [mark.start.earliest] : [mark.start.earliest, mark.start.latest];
  return days.map((day) => {
    const left = x(day);
    return left < 0 || left > width ? null : <i key={day} className="timeline-cross" data-tone={mark.tone} style={{ left }} aria-hidden />;
  });
}
