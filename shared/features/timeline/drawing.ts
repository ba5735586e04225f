// The time line in a window of pixels: which marks join into clusters, and where labels stand. What has no room is counted.
import { dayNumber } from '../../period/index.ts';
import { cutToWidth } from '../../text-width.ts';
import type { Lane, TimelineMark } from './contract.ts';
import { drawnMark, type Mark } from './drawn-mark.ts';
import { laneBoxes, rowPitch } from './lane-heights.ts';
import { labelSize, type PlacedLane, type PlacedMark, placeLane } from './place-marks.ts';
import { type PlacedLevel, placeSeries, seriesHeight } from './place-series.ts';
import { type TimeScale, timeScale, wholeTime } from './time-scale.ts';

export interface DrawnLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface LabelCount {
  readonly wanted: number;
  readonly placed: readonly DrawnLabel[];
  readonly counted: readonly { readonly x: number; readonly n: number; readonly claims: readonly string[] }[];
}

export interface Drawing {
  readonly lanes: readonly Lane[];
  readonly labels: LabelCount;
}

export interface DrawingWindow {
  readonly width: number;
  readonly height: number;
  /** Days; left out: from the first to the last of anything, and today. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly today: string;
  /** Days that are reckoned already, such as those of all pages. */
  readonly view?: { readonly from: number; readonly to: number } | undefined;
}

const labelHeight = 14;

export interface DrawnLane extends PlacedLane {
  /** Of a lane of rates, which has nothing else. */
  readonly levels: readonly PlacedLevel[];
}

/** `marks` of each lane. */
export function placeLanes(
  lanes: readonly Lane[],
  marks: readonly (readonly Mark[])[],
  { scale, now }: { readonly scale: TimeScale; readonly now: number },
): DrawnLane[] {
  return lanes.map(({ kind }, index) => {
    const own = marks[index] ?? [];
    return kind === 'rate'
      ? { marks: [], clusters: [], rows: seriesRows, levels: placeSeries(own, scale, now) }
      : { ...placeLane(own, scale, now), levels: [] };
  });
}

const seriesRows = Math.ceil(seriesHeight / rowPitch);

export function drawTimeline(lanes: readonly Lane[], { width, height, from, to, today, view }: DrawingWindow): Drawing {
  const now = dayNumber(today);
  const marks = lanes.map((lane) => lane.marks.flatMap((mark) => drawnMark(mark, lane, mark.label) ?? []));
  const whole = wholeTime(marks, now);
  const asked = { from: from === undefined ? whole.from : dayNumber(from), to: to === undefined ? whole.to : dayNumber(to) + 1 };
  const scale = timeScale(view ?? asked, width);
  const placed = placeLanes(lanes, marks, { scale, now });
  const boxes = laneBoxes(placed, height);
  const labels = { placed: [] as DrawnLabel[], counted: [] as { x: number; n: number; claims: readonly string[] }[] };
  const put = (text: string, mark: Mark, box: Omit<DrawnLabel, 'text'>) => {
    const shown = cutToWidth(text, box.w, labelSize);
    const isInside = box.x >= 0 && box.x + box.w <= width && box.y >= 0 && box.y + box.h <= height;
    if (shown !== '' && isInside) labels.placed.push({ ...box, text: shown });
    else labels.counted.push({ x: Math.round(Math.min(width, Math.max(0, box.x))), n: 1, claims: mark.source.claims });
  };
  const drawn = lanes.map((lane, index) => {
    const box = boxes[index]!;
    if (lane.kind === 'rate') {
      for (const { mark, left, label, labelWidth, top } of placed[index]!.levels)
        put(label ? mark.label : '', mark, { x: Math.max(0, left), y: box.top + Math.round(top) - labelHeight - 1, w: labelWidth, h: labelHeight });
      return lane;
    }
    const own = placed[index]!;
    const first = box.top + itemTop(box.height, own.rows);
    for (const one of own.marks) {
      const { x, w } = labelBox(one);
      put(one.label === 'none' ? '' : one.mark.label, one.mark, { x, y: first + one.row * rowPitch + 3, w, h: labelHeight });
    }
    for (const { marks: near, left } of own.clusters)
      labels.counted.push({ x: Math.round(left), n: near.length, claims: near.flatMap((one) => one.source.claims) });
    return { ...lane, marks: clustered(lane, own) };
  });
  return { lanes: drawn, labels: { wanted: labels.placed.length + labels.counted.reduce((sum, { n }) => sum + n, 0), ...labels } };
}

/** Where the first row of a lane begins. */
export function itemTop(height: number, rows: number): number {
  return Math.round((height - rows * rowPitch) / 2) + 2;
}

function labelBox({ label, left, width, labelLeft, labelWidth }: PlacedMark): { readonly x: number; readonly w: number } {
  if (label === 'inside') return { x: left + labelLeft, w: labelWidth };
  return label === 'left' ? { x: left - labelWidth, w: labelWidth } : { x: left + width, w: labelWidth };
}

/** Marks that stand too close are one, with all their claims. */
function clustered(lane: Lane, { clusters }: PlacedLane): TimelineMark[] {
  const inCluster = new Set(clusters.flatMap(({ marks }) => marks.map(({ id }) => id)));
  const joined = clusters.map(({ marks }): TimelineMark => {
    const [first, last] = [marks[0]!.source, marks.at(-1)!.source];
    const claims = marks.flatMap(({ source }) => source.claims);
    return {
      ...first,
      id: `cluster ${first.id}`,
      shape: 'cluster',
      label: '',
      from: { earliest: first.from.earliest, latest: last.from.latest },
      to: null,
      n: marks.length,
      claims,
    };
  });
  return [...lane.marks.filter(({ id }) => !inCluster.has(id)), ...joined];
}
