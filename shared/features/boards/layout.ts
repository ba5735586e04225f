// Where a panel lies in pixels, and where its labels stand: none overlaps another or leaves the panel, and what has no room is
// counted at its place. Widths come from a table, never from a screen.
import { textWidth } from '../../text-width.ts';
import type { DrawnLabel, LabelCount } from '../timeline/drawing.ts';
import type { TimeSpan, ValueAxis } from './axis.ts';

export interface PanelSize {
  readonly width: number;
  readonly height: number;
}

/** What a label names. */
export type LabelOf = 'value' | 'strand' | 'note' | 'line';

export interface Label extends DrawnLabel {
  readonly of: LabelOf;
}

export interface Labels extends LabelCount {
  readonly placed: readonly Label[];
}

export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Room for the numbers of the axes, for the labels of event lines above and of days below. */
export function plotArea(
  { width, height }: PanelSize,
  { hasSecond, hasLines }: { readonly hasSecond: boolean; readonly hasLines: boolean },
): PlotArea {
  const left = Math.min(56, Math.floor(width / 6));
  const right = width - (hasSecond ? Math.min(56, Math.floor(width / 6)) : 16);
  const top = hasLines ? Math.min(64, Math.floor(height / 4)) : Math.min(24, Math.floor(height / 8));
  return { left, top, right: Math.max(right, left + 10), bottom: Math.max(height - 28, top + 10) };
}

export function xOf(day: number, span: TimeSpan, { left, right }: PlotArea): number {
  return left + ((day - span.from) / (span.to - span.from)) * (right - left);
}

export function yOf(value: number, { from, to, log }: ValueAxis, { top, bottom }: PlotArea): number {
  const share = log
    ? (Math.log10(Math.max(value, from / 10)) - Math.log10(from)) / (Math.log10(to) - Math.log10(from))
    : (value - from) / (to - from);
  return bottom - share * (bottom - top);
}

export const labelSize = 11;
export const labelHeight = 14;
const gap = 4;
const longest = 220;
/** How much wider letters in bold are. */
const strongShare = 1.1;

export interface WantedLabel {
  readonly text: string;
  /** What it names. */
  readonly x: number;
  readonly y: number;
  readonly of: LabelOf;
  readonly claims: readonly string[];
}

/** Those that come first are placed first, clear of `marks` where there is room for that. */
export function placeLabels(wanted: readonly WantedLabel[], size: PanelSize, marks: readonly Box[] = []): Labels {
  const taken = new Taken(size);
  const drawn = new Taken(size);
  for (const mark of marks) drawn.add(mark);
  const left: WantedLabel[] = [];
  const placed: Label[] = [];
  for (const label of wanted) {
    const free = spotsFor(label, size).filter((spot) => taken.isFree(spot));
    const box = free.find((spot) => drawn.isFree(spot)) ?? free[0];
    if (box === undefined) left.push(label);
    else {
      taken.add(box);
      placed.push({ ...box, text: cut(label.text), of: label.of });
    }
  }
  return { wanted: wanted.length, placed, counted: countedByColumn(left, size) };
}

export type Box = Omit<Label, 'text' | 'of'>;

function spotsFor({ text, x, y, of }: WantedLabel, { width }: PanelSize): Box[] {
  const isStrong = of === 'value' || of === 'strand';
  const w = Math.ceil(textWidth(cut(text), labelSize) * (isStrong ? strongShare : 1)) + 2;
  const h = labelHeight;
  if (of === 'line') {
    const rows = [0, 1, 2, 3].map((row) => y + row * (h + 1));
    return rows.flatMap((top) => [x + gap, x - w - gap].map((left) => ({ x: Math.round(left), y: Math.round(top), w, h })));
  }
  const centred = Math.min(Math.max(0, x - w / 2), Math.max(0, width - w));
  const beside = [x + 7, y - h / 2] as const;
  const offsets = [
    ...(of === 'strand' ? [beside] : []),
    [centred, y - h - 5],
    [centred, y + 6],
    beside,
    [x - w - 7, y - h / 2],
    [x + 7, y - h - 5],
    [x + 7, y + 6],
    [x - w - 7, y - h - 5],
    [x - w - 7, y + 6],
  ] as const;
  return offsets.map(([left, top]) => ({ x: Math.round(left), y: Math.round(top), w, h }));
}

function cut(text: string): string {
  if (textWidth(text, labelSize) <= longest) return text;
  const signs = [...text.slice(0, 200)];
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, labelSize) > longest) signs.length -= Math.max(1, Math.floor(signs.length / 20));
  return `${signs.join('').trimEnd()}…`;
}

/** Boxes by rows of the height of a label: only near ones are compared. */
class Taken {
  private readonly rows = new Map<number, Box[]>();
  private readonly size: PanelSize;

  constructor(size: PanelSize) {
    this.size = size;
  }

  isFree(box: Box): boolean {
    const { width, height } = this.size;
    if (box.x < 0 || box.y < 0 || box.x + box.w > width || box.y + box.h > height) return false;
    return this.rowsOf(box).every((row) => (this.rows.get(row) ?? []).every((other) => !overlap(box, other)));
  }

  add(box: Box): void {
    for (const row of this.rowsOf(box)) {
      const list = this.rows.get(row);
      if (list === undefined) this.rows.set(row, [box]);
      else list.push(box);
    }
  }

  private rowsOf({ y, h }: Box): number[] {
    const [first, last] = [Math.floor(y / labelHeight), Math.floor((y + h) / labelHeight)];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

const column = 48;

function countedByColumn(left: readonly WantedLabel[], { width }: PanelSize): Labels['counted'] {
  const columns = Map.groupBy(left, ({ x }) => Math.floor(Math.min(width, Math.max(0, x)) / column));
  return [...columns]
    .toSorted(([a], [b]) => a - b)
    .map(([, own]) => ({
      x: Math.round(own.reduce((sum, { x }) => sum + Math.min(width, Math.max(0, x)), 0) / own.length),
      n: own.length,
      claims: [...new Set(own.flatMap(({ claims }) => claims))],
    }));
}
