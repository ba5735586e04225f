// The whole time line as pictures: every lane with all of its marks, soft ends as steps of paler bars, the days above each page.
import { dayNumber } from '../../period/index.ts';
import { cutToWidth } from '../../text-width.ts';
import { dayTicks } from '../boards/picture/day-ticks.ts';
import type { Ink, Shape } from '../boards/picture/scene.ts';
import type { PictureSize } from '../boards/picture/svg.ts';
import type { Lane } from './contract.ts';
import { type DrawnLane, drawTimeline, itemTop, placeLanes } from './drawing.ts';
import { drawnMark, isLong, type Mark } from './drawn-mark.ts';
import { type LaneBox, laneBoxes, rowPitch } from './lane-heights.ts';
import type { PlacedMark } from './place-marks.ts';
import type { PlacedLevel } from './place-series.ts';
import { type TimeScale, timeScale, wholeTime } from './time-scale.ts';

export interface TimelinePage {
  readonly shapes: readonly Shape[];
  readonly size: PictureSize;
}

export interface TimelinePictureOptions {
  readonly width: number;
  /** Pixels of a page; all lanes on one where it is left out. */
  readonly pageHeight?: number | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** What a lane is called. */
  nameOf(lane: Lane): string;
}

const headWidth = 180;
const axisHeight = 30;
const size = 11;

/** Lanes as they are answered without a size. */
export function timelinePages(lanes: readonly Lane[], options: TimelinePictureOptions): TimelinePage[] {
  const now = dayNumber(options.today);
  const marks = lanes.map((lane) => lane.marks.flatMap((mark) => drawnMark(mark, lane, mark.label) ?? []));
  const whole = wholeTime(marks, now);
  const from = options.from === undefined ? whole.from : dayNumber(options.from);
  const to = options.to === undefined ? whole.to : dayNumber(options.to) + 1;
  const scale = timeScale({ from, to }, options.width - headWidth);
  const placed = placeLanes(lanes, marks, { scale, now });
  const pages = pagesOf(laneBoxes(placed, 0), options.pageHeight);
  return pages.map(({ first, last }) =>
    pageOf({ lanes: lanes.slice(first, last), placed: placed.slice(first, last), scale, options, view: { from, to } }),
  );
}

interface Run {
  readonly first: number;
  readonly last: number;
}

/** Lanes that stand on one page; one lane at least on each. */
function pagesOf(boxes: readonly LaneBox[], pageHeight: number | undefined): Run[] {
  const runs: Run[] = [];
  let first = 0;
  let height = axisHeight;
  for (const [index, box] of boxes.entries()) {
    if (pageHeight !== undefined && index > first && height + box.height > pageHeight) {
      runs.push({ first, last: index });
      first = index;
      height = axisHeight;
    }
    height += box.height;
  }
  return [...runs, { first, last: boxes.length }];
}

interface Page {
  readonly lanes: readonly Lane[];
  readonly placed: readonly DrawnLane[];
  readonly scale: TimeScale;
  readonly options: TimelinePictureOptions;
  readonly view: { readonly from: number; readonly to: number };
}

function pageOf({ lanes, placed, scale, options, view }: Page): TimelinePage {
  const boxes = laneBoxes(placed, 0);
  const room = boxes.reduce((sum, { height }) => sum + height, 0);
  const height = room + axisHeight;
  const { labels } = drawTimeline(lanes, { width: scale.width, height: room, from: options.from, to: options.to, today: options.today, view });
  const drawn = lanes.flatMap((lane, index) => laneShapes(lane, { placed: placed[index]!, box: boxes[index]!, options, scale }));
  const texts = labels.placed.map(
    (label): Shape => ({ kind: 'text', x: headWidth + label.x, y: axisHeight + label.y + label.h - 3, text: label.text, size, ink: 'text' }),
  );
  return { shapes: [...daysOf(scale, height), ...drawn, ...texts], size: { width: options.width, height } };
}

function daysOf({ view, width, x }: TimeScale, height: number): Shape[] {
  return dayTicks(view, Math.floor(width / 64)).flatMap(({ day, text }): Shape[] => {
    const at = round(headWidth + x(day));
    return [
      {
        kind: 'path',
        points: [
          [at, axisHeight - 8],
          [at, height],
        ],
        stroke: 'chart-grid',
        width: 1,
      },
      { kind: 'text', x: at + 3, y: axisHeight - 10, text, size, ink: 'text-3' },
    ];
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

interface LanePlace {
  readonly placed: DrawnLane;
  readonly box: LaneBox;
  readonly options: TimelinePictureOptions;
  readonly scale: TimeScale;
}

function laneShapes(lane: Lane, { placed, box, options, scale }: LanePlace): Shape[] {
  const top = axisHeight + box.top;
  const indent = lane.parent === null ? 8 : 22;
  const name = cutToWidth(options.nameOf(lane), headWidth - indent - 8, size);
  const first = top + itemTop(box.height, placed.rows);
  return [
    {
      kind: 'path',
      points: [
        [0, top],
        [options.width, top],
      ],
      stroke: 'line',
      width: 1,
    },
    { kind: 'text', x: indent, y: top + box.height / 2 + 4, text: name, size, ink: 'text', isStrong: lane.parent === null },
    ...placed.levels.flatMap((level) => levelShapes(level, top, scale)),
    ...placed.marks.flatMap((mark) => markShapes(mark, first, scale)),
    ...placed.clusters.flatMap(({ marks, left, row }): Shape[] => {
      const y = first + row * rowPitch + 10;
      return [
        { kind: 'circle', x: round(headWidth + left + 8), y, r: 9, fill: 'panel', stroke: 'kind-event' },
        { kind: 'text', x: round(headWidth + left + 8), y: y + 4, text: String(marks.length), size, ink: 'text', anchor: 'middle' },
      ];
    }),
  ];
}

const tones: Readonly<Record<Mark['tone'], Ink>> = {
  policy: 'stale',
  plant: 'ok',
  listing: 'kind-event',
  plain: 'tension',
  statement: 'kind-statement',
  plan: 'forecast',
  rate: 'series-1',
  note: 'stale',
};

function within(left: number, right: number, { width }: TimeScale): { readonly x: number; readonly w: number } | undefined {
  const [from, to] = [Math.max(0, left), Math.min(width, right)];
  return to - from < 0.5 ? undefined : { x: round(headWidth + from), w: round(to - from) };
}

function markShapes({ mark, left, width, fadeStart, fadeEnd, row }: PlacedMark, first: number, scale: TimeScale): Shape[] {
  const y = first + row * rowPitch;
  const ink = tones[mark.tone];
  const claims = mark.source.claims;
  if (!isLong(mark)) {
    const x = round(headWidth + left + width / 2);
    if (left + width / 2 < 0 || left + width / 2 > scale.width) return [];
    const spread = within(left, left + width, scale);
    const soft: Shape[] = width > 20 && spread !== undefined ? [{ kind: 'rect', ...spread, y: y + 6, h: 8, fill: ink, opacity: 0.18, claims }] : [];
    return [
      ...soft,
      { kind: 'circle', x, y: y + 10, r: 4.5, fill: mark.phase === undefined && mark.shape !== 'plan' ? ink : 'panel', stroke: ink, claims },
    ];
  }
  const isHatched = mark.phase === 'halted' || mark.phase === 'hypothetical';
  const isDashed = mark.phase === 'proposed' || mark.phase === 'planned';
  const core = within(left + fadeStart, left + width - fadeEnd, scale);
  const edges = [within(left, left + fadeStart, scale), within(left + width - fadeEnd, left + width, scale)].flatMap((one) => one ?? []);
  const bar = (box: { x: number; w: number }, opacity: number): Shape => ({
    kind: 'rect',
    ...box,
    y,
    h: 20,
    ...(isHatched ? { hatch: true, fill: ink } : { fill: ink }),
    ...(isDashed || isHatched ? { stroke: ink, dash: true } : {}),
    opacity,
    claims,
  });
  return [...edges.map((box) => bar(box, 0.12)), ...(core === undefined ? [] : [bar(core, 0.3)])];
}

function levelShapes({ mark, left, width, top, bottom }: PlacedLevel, laneTop: number, scale: TimeScale): Shape[] {
  const box = within(left, left + width, scale);
  if (box === undefined) return [];
  const claims = mark.source.claims;
  const line: Shape = {
    kind: 'path',
    points: [
      [box.x, round(laneTop + top)],
      [round(box.x + box.w), round(laneTop + top)],
    ],
    stroke: 'series-1',
    width: 2,
    claims,
  };
  return bottom - top < 1
    ? [line]
    : [line, { kind: 'rect', ...box, y: round(laneTop + top), h: round(bottom - top), fill: 'series-1', opacity: 0.18, claims }];
}
