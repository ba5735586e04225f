// What of a panel is named: first the last values, then what findings rest on, notes, extremes and event lines, then every other value.
import { dayNumber } from '../../period/index.ts';
import { periodText } from '../ledger/rules.ts';
import type { TimeSpan, ValueAxis } from './axis.ts';
import type { EventLine } from './cycle-marks.ts';
import type { DrawnNote, DrawnStrand } from './drawing.ts';
import type { CheckedFinding } from './findings.ts';
import { type Box, type Labels, type PanelSize, type PlotArea, placeLabels, type WantedLabel, xOf, yOf } from './layout.ts';
import { middleOf, type PanelMark } from './marks.ts';
import { valueText } from './words.ts';

interface Parts {
  readonly strands: readonly DrawnStrand[];
  readonly lines: readonly EventLine[];
  readonly notes: readonly DrawnNote[];
  readonly findings: readonly CheckedFinding[];
  readonly figures: readonly { readonly at: string }[];
}

export interface LabelFrame {
  readonly y: ValueAxis;
  readonly second: ValueAxis | null;
  readonly span: TimeSpan;
  readonly area: PlotArea;
  readonly size: PanelSize;
}

export function labelsOf({ strands, lines, notes, findings, figures }: Parts, frame: LabelFrame): Labels {
  const { span, area, size } = frame;
  const isInView = ({ x }: WantedLabel) => x >= area.left - 1 && x <= area.right + 1;
  const named = (marks: readonly (readonly [PanelMark, DrawnStrand])[]) => marks.flatMap(([mark, strand]) => nameValue(mark, strand, frame) ?? []);
  const all = strands.flatMap((strand) => strand.marks.filter(isNamed).map((mark) => [mark, strand] as const));
  const lasts = strands.flatMap((strand) => lastOf(strand.marks).map((mark) => [mark, strand] as const));
  const rested = new Set(findings.flatMap(({ claims }) => claims));
  const times = new Set(figures.map(({ at }) => periodText(at)));
  const isRested = ([{ claims, period }]: readonly [PanelMark, DrawnStrand]) => times.has(periodText(period)) && claims.some((id) => rested.has(id));
  const extremes = strands.flatMap((strand) => extremesOf(strand.marks).map((mark) => [mark, strand] as const));
  const values = once([...lasts, ...all.filter(isRested)]);
  const rest = once([...values, ...extremes, ...all]).slice(values.length);
  const [least, others] = [
    rest.filter(([mark]) => extremes.some(([one]) => one === mark)),
    rest.filter(([mark]) => !extremes.some(([one]) => one === mark)),
  ];
  const wanted: WantedLabel[] = [
    ...strands.flatMap((strand) => nameStrand(strand, frame, strands.length) ?? []),
    ...named(values),
    ...notes.flatMap((note) => nameNote(note, strands, frame) ?? []),
    ...named(least),
    ...lines.flatMap((line) => nameLine(line, lines, { span, area }) ?? []),
    ...named(others),
  ].filter(isInView);
  return placeLabels(
    wanted,
    size,
    all.flatMap(([mark, strand]) => boxOf(mark, strand, frame) ?? []),
  );
}

function once(marks: readonly (readonly [PanelMark, DrawnStrand])[]): (readonly [PanelMark, DrawnStrand])[] {
  return [...new Map(marks.map((one) => [one[0], one])).values()];
}

function isNamed({ role }: PanelMark): boolean {
  return role === 'value' || role === 'rival' || role === 'reading';
}

function lastOf(marks: readonly PanelMark[]): PanelMark[] {
  const last = marks.findLast((mark) => isNamed(mark) && mark.class === 'outcome') ?? marks.findLast(isNamed);
  return last === undefined ? [] : [last];
}

function extremesOf(marks: readonly PanelMark[]): PanelMark[] {
  const named = marks.filter(isNamed);
  const [first] = named;
  if (first === undefined) return [];
  const of = (mark: PanelMark) => Number(mark.high ?? mark.low ?? 0);
  const lowest = named.reduce((least, mark) => (of(mark) < of(least) ? mark : least), first);
  const highest = named.reduce((most, mark) => (of(mark) > of(most) ? mark : most), first);
  return [lowest, highest];
}

export function spotOf(
  mark: PanelMark,
  strand: Pick<DrawnStrand, 'axis'>,
  { y, second, span, area }: Omit<LabelFrame, 'size'>,
): { x: number; y: number } | undefined {
  const day = middleOf(mark);
  const value = mark.stack?.to ?? mark.high ?? mark.low;
  if (day === undefined || value === null) return undefined;
  const axis = strand.axis === 'second' && second !== null ? second : y;
  return { x: xOf(day, span, area), y: yOf(Number(value), axis, area) };
}

/** Where a mark is drawn. */
function boxOf(mark: PanelMark, strand: DrawnStrand, frame: LabelFrame): Box | undefined {
  const spot = spotOf(mark, strand, frame);
  if (spot === undefined) return undefined;
  const left = mark.from === null ? spot.x : xOf(dayNumber(mark.from), frame.span, frame.area);
  const half = mark.role === 'value' ? Math.max(3, spot.x - left) : 5;
  return { x: spot.x - half, y: spot.y - 4, w: half * 2, h: 8 };
}

function nameValue(mark: PanelMark, strand: DrawnStrand, frame: LabelFrame): WantedLabel | undefined {
  const spot = spotOf(mark, strand, frame);
  if (spot === undefined) return undefined;
  const issuer = mark.issuer === null ? '' : ` · ${mark.issuer}`;
  return { ...spot, text: `${valueText(mark, strand.unit)}${issuer}`, of: 'value', claims: mark.claims };
}

/** A strand is named where it ends. */
function nameStrand(strand: DrawnStrand, frame: LabelFrame, count: number): WantedLabel | undefined {
  const [last] = lastOf(strand.marks);
  const spot = count < 2 || last === undefined ? undefined : spotOf(last, strand, frame);
  return spot === undefined || strand.name === '' ? undefined : { ...spot, text: strand.name, of: 'strand', claims: last!.claims };
}

function nameNote({ text, at, state, claims }: DrawnNote, strands: readonly DrawnStrand[], frame: LabelFrame): WantedLabel | undefined {
  if (at === null || at.from === null || state === 'lost' || state === 'elsewhere') return undefined;
  const own = strands.find(({ marks }) => marks.some((mark) => mark.claims.some((id) => claims.includes(id))));
  const middle = at.to === null ? dayNumber(at.from) : (dayNumber(at.from) + dayNumber(at.to)) / 2;
  const value = at.high ?? at.low;
  const axis = own?.axis === 'second' && frame.second !== null ? frame.second : frame.y;
  const y = value === null ? frame.area.bottom - 20 : yOf(Number(value), axis, frame.area);
  return { x: xOf(middle, frame.span, frame.area), y, text, of: 'note', claims };
}

/** Where all lines are of one thing, its name stands in the legend. */
function nameLine(
  { thing, at, stage, step, claims }: EventLine,
  lines: readonly EventLine[],
  { span, area }: Pick<LabelFrame, 'span' | 'area'>,
): WantedLabel | undefined {
  const day = at.earliest ?? at.latest;
  if (day === null) return undefined;
  const does = step !== null && step > 1 ? `step ${step}` : (stage ?? 'ends').replaceAll('_', ' ');
  const words = lines.every((line) => line.thing === thing) ? does : `${thing}: ${does}`;
  return { x: xOf(dayNumber(day), span, area), y: 1, text: words, of: 'line', claims };
}
