// Marks of a lane in pixels: rows so that nothing covers another, labels where they fit, clusters where marks are dense.
import { textWidth } from '../../text-width.ts';
import { isLong, type Mark, type Moment } from './drawn-mark.ts';
import type { TimeScale } from './time-scale.ts';

export interface PlacedMark {
  readonly mark: Mark;
  readonly row: number;
  readonly left: number;
  readonly width: number;
  /** Pixels at either end over which the date is uncertain. */
  readonly fadeStart: number;
  readonly fadeEnd: number;
  readonly label: 'inside' | 'right' | 'left' | 'none';
  /** Left edge of a label inside, so that it stays in view when the bar begins before it. */
  readonly labelLeft: number;
  readonly labelWidth: number;
}

export interface PlacedCluster {
  readonly marks: readonly Mark[];
  readonly row: number;
  readonly left: number;
}

export interface PlacedLane {
  readonly marks: readonly PlacedMark[];
  readonly clusters: readonly PlacedCluster[];
  readonly rows: number;
}

export const glyph = 14;
/** Pixels of a letter of a label. */
export const labelSize = 11;
const longestLabel = 190;
const shortestLabel = 34;
const gap = 6;
const mostRows = 4;
/** Bars that meet within a pixel share a row. */
const touch = 1;

/** `now` ends what goes on. Tries with labels beside points, then without, then joins near marks. */
export function placeLane(marks: readonly Mark[], scale: TimeScale, now: number): PlacedLane {
  const shown = marks.filter((mark) => isInView(mark, scale, now));
  const full = pack(shown, scale, { now, withLabels: true });
  if (full.rows <= mostRows) return full;
  const bare = pack(shown, scale, { now, withLabels: false });
  if (bare.rows <= mostRows) return bare;
  return packClustered(shown, scale, now);
}

function isInView(mark: Mark, { view }: TimeScale, now: number): boolean {
  return endOf(mark, now).latest >= view.from && mark.start.earliest <= view.to;
}

/** A bar without an end goes on until now. */
function endOf(mark: Mark, now: number): Moment {
  if (mark.end !== undefined) return mark.end;
  if (mark.shape !== 'bar' && mark.shape !== 'step') return mark.start;
  const last = Math.max(now, mark.start.latest + 1);
  return { earliest: last, latest: last };
}

interface PackOptions {
  readonly now: number;
  readonly withLabels: boolean;
}

interface Spot extends Omit<PlacedMark, 'row'> {
  /** What the mark takes of its row. Bars may overlap in the days in which one passes into the other. */
  readonly from: number;
  readonly to: number;
}

function pack(marks: readonly Mark[], scale: TimeScale, options: PackOptions): PlacedLane {
  const rows: Spot[][] = [];
  for (const mark of [...marks].sort(barsFirst)) {
    const spot = spotOf(mark, scale, options);
    const row = rows.find((list) => (list.at(-1)?.to ?? Number.NEGATIVE_INFINITY) <= spot.from + touch);
    if (row === undefined) rows.push([spot]);
    else row.push(spot);
  }
  const placed = rows.flatMap((list, row) => {
    // Where the last mark of the row ends, with its label.
    let taken = 0;
    return list.map((spot, index): PlacedMark => {
      const mark = { ...labelled(spot, taken, list[index + 1], scale), row };
      taken = Math.max(taken, mark.left + mark.width + (mark.label === 'right' ? mark.labelWidth + gap : 0));
      return mark;
    });
  });
  return { marks: placed, clusters: [], rows: Math.max(1, rows.length) };
}

/** In time; a long bar before the marks that begin with it. */
function barsFirst(a: Mark, b: Mark): number {
  return a.start.earliest - b.start.earliest || Number(b.shape === 'bar') - Number(a.shape === 'bar');
}

function spotOf(mark: Mark, scale: TimeScale, { now, withLabels }: PackOptions): Spot {
  return isLong(mark) ? barSpot(mark, scale, now) : pointSpot(mark, scale, withLabels);
}

function barSpot(mark: Mark, scale: TimeScale, now: number): Spot {
  const end = endOf(mark, now);
  const left = scale.x(mark.start.earliest);
  const isSpan = mark.shape === 'span';
  const width = Math.max(6, scale.x(end.latest) - left);
  const fadeStart = isSpan ? 0 : Math.min(width * 0.7, scale.x(mark.start.latest) - left);
  const fadeEnd = isSpan ? 0 : Math.max(0, Math.min(width * 0.5, scale.x(end.latest) - scale.x(end.earliest)));
  return {
    mark,
    left,
    width,
    fadeStart,
    fadeEnd,
    label: 'none',
    labelLeft: 0,
    labelWidth: 0,
    from: left + fadeStart / 2,
    to: left + width - fadeEnd / 2,
  };
}

function pointSpot(mark: Mark, scale: TimeScale, withLabels: boolean): Spot {
  const startsAt = scale.x(mark.start.earliest);
  const isUncertain = mark.start.latest > mark.start.earliest;
  const width = isUncertain ? Math.max(glyph, scale.x(mark.start.latest + 1) - startsAt) : glyph;
  const left = isUncertain ? startsAt : startsAt - glyph / 2;
  const labelWidth = Math.min(longestLabel, widthOfLabel(mark));
  const to = left + width + (withLabels ? labelWidth + gap : 0) + gap / 2;
  return { mark, left, width, fadeStart: 0, fadeEnd: 0, label: withLabels ? 'right' : 'none', labelLeft: 0, labelWidth, from: left, to };
}

function widthOfLabel(mark: Mark): number {
  return textWidth(mark.label, labelSize) + (mark.n > 1 ? 20 : 0) + 6;
}

/**
 * A text that does not fit its bar stands beside it where there is room; it is cut only as a last resort. `taken`: up to where
 * the row is in use.
 */
function labelled(spot: Spot, taken: number, after: Spot | undefined, scale: TimeScale): Omit<PlacedMark, 'row'> {
  const { from: _from, to: _to, ...mark } = spot;
  const wanted = widthOfLabel(spot.mark);
  const right = Math.min(after?.left ?? scale.width, scale.width) - (spot.left + spot.width) - gap;
  if (!isLong(spot.mark)) {
    const labelWidth = Math.min(mark.labelWidth, right);
    return mark.label === 'none' || labelWidth < shortestLabel ? { ...mark, label: 'none', labelWidth: 0 } : { ...mark, labelWidth };
  }
  const fadeShown = Math.max(0, spot.fadeStart + Math.min(0, spot.left));
  const inset = 6 + Math.min(fadeShown * 0.6, 24);
  const labelLeft = Math.max(0, -spot.left) + inset;
  const room = Math.min(spot.left + spot.width, scale.width) - Math.max(0, spot.left) - inset - 4 - Math.min(spot.fadeEnd * 0.6, 24);
  if (room >= wanted) return { ...mark, label: 'inside', labelLeft, labelWidth: wanted };
  const left = spot.left - taken - gap;
  if (left >= wanted) return { ...mark, label: 'left', labelLeft: 0, labelWidth: wanted };
  if (right >= Math.min(wanted, Math.max(room, shortestLabel * 2)))
    return { ...mark, label: 'right', labelLeft: 0, labelWidth: Math.min(right, wanted) };
  if (room >= shortestLabel) return { ...mark, label: 'inside', labelLeft, labelWidth: room };
  return mark;
}

/** Near marks without a length become a disc with their number. */
function packClustered(marks: readonly Mark[], scale: TimeScale, now: number): PlacedLane {
  const bars = pack(
    marks.filter((mark) => isLong(mark)),
    scale,
    { now, withLabels: false },
  );
  const base = bars.marks.length > 0 ? bars.rows : 0;
  const groups: Mark[][] = [];
  let lastX = Number.NEGATIVE_INFINITY;
  for (const mark of marks.filter((one) => !isLong(one)).toSorted((a, b) => middle(a) - middle(b))) {
    const x = scale.x(middle(mark));
    if (x - lastX < glyph + 4) groups.at(-1)?.push(mark);
    else {
      groups.push([mark]);
      lastX = x;
    }
  }
  const single = groups.flatMap((group, index) => {
    const next = groups[index + 1]?.[0];
    const end = next === undefined ? scale.width : scale.x(middle(next));
    return group.length > 1 ? [] : [{ ...glyphOf(group[0]!, scale, end), row: base }];
  });
  const clusters = groups
    .filter((group) => group.length > 1)
    .map((group) => ({ marks: group, row: base, left: scale.x(middle(group[0]!)) - glyph / 2 }));
  return { marks: [...bars.marks, ...single], clusters, rows: base + (groups.length > 0 ? 1 : 0) };
}

/** Among dense marks a date that is not known well is a glyph in its middle; its label shows where the next mark is far. */
function glyphOf(mark: Mark, scale: TimeScale, end: number): Omit<PlacedMark, 'row'> {
  const left = scale.x(middle(mark)) - glyph / 2;
  const room = Math.min(longestLabel, end - left - glyph * 2 - gap);
  const label = room >= 2 * shortestLabel ? 'right' : 'none';
  return {
    mark,
    left,
    width: glyph,
    fadeStart: 0,
    fadeEnd: 0,
    label,
    labelLeft: 0,
    labelWidth: label === 'none' ? 0 : Math.min(room, widthOfLabel(mark)),
  };
}

function middle(mark: Mark): number {
  return (mark.start.earliest + mark.start.latest) / 2;
}
