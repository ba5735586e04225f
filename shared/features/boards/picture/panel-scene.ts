// A panel as shapes: shades and event lines behind, then spans, marks and labels. A figure is drawn over the days that it is of, so
// that a month among years is short; what is estimated is dashed, what was foreseen has an ink of its own.
import { dayNumber } from '../../../period/index.ts';
import { cutToWidth } from '../../../text-width.ts';
import { ticksOf, type ValueAxis } from '../axis.ts';
import type { DrawnStrand, PanelDrawing } from '../drawing.ts';
import { labelSize, type PlotArea, plotArea, xOf, yOf } from '../layout.ts';
import { middleOf, type PanelMark } from '../marks.ts';
import { shortNumber, unitText } from '../words.ts';
import { dayTicks } from './day-ticks.ts';
import { type Ink, moved, type Shape } from './scene.ts';

export const seriesInks = ['series-1', 'series-2', 'series-4', 'series-5', 'series-3'] as const satisfies readonly Ink[];

interface Frame {
  readonly drawing: PanelDrawing;
  readonly area: PlotArea;
  x(day: string): number;
  y(value: string, strand: Pick<DrawnStrand, 'axis'>): number;
}

export function panelScene(drawing: PanelDrawing): Shape[] {
  if (drawing.form === 'scatter') return scatterScene(drawing);
  if (drawing.form === 'multiples') return multiplesScene(drawing);
  const area = plotArea(drawing.size, { hasSecond: drawing.second !== null, hasLines: drawing.lines.length > 0 });
  const frame: Frame = {
    drawing,
    area,
    x: (day) => clamp(xOf(dayNumber(day), drawing.span, area), area),
    y: (value, strand) => {
      const axis = strand.axis === 'second' && drawing.second !== null ? drawing.second : drawing.y;
      return Math.min(area.bottom, Math.max(area.top, yOf(Number(value), axis, area)));
    },
  };
  return [
    ...shadesOf(frame),
    ...gridOf(drawing.y, area),
    ...daysOf(drawing, area),
    ...(drawing.second === null ? [] : secondAxis(drawing.second, area)),
    ...linesOf(frame),
    ...drawing.strands.flatMap((strand, index) => strandShapes(strand, index, frame)),
    ...notesOf(frame),
    ...labelsOf(drawing),
  ];
}

function clamp(x: number, { left, right }: PlotArea): number {
  return round(Math.min(right, Math.max(left, x)));
}

/** Tenths of a pixel: the same text on every machine. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function shadesOf({ drawing, area, x }: Frame): Shape[] {
  return drawing.shades.flatMap(({ track, possible, core, step, claims }): Shape[] => {
    const ink = track === 'force' ? (`chart-inforce-${Math.min(3, Math.max(1, step))}` as Ink) : track === 'draft' ? 'line' : 'chart-grid';
    const box = (from: string | null, to: string | null, opacity: number, hatch: boolean): Shape[] => {
      const left = from === null ? area.left : x(from);
      const right = to === null ? area.right : x(to);
      const shape = { kind: 'rect', x: left, y: area.top, w: round(right - left), h: area.bottom - area.top, claims } as const;
      return right - left < 0.5 ? [] : [hatch ? { ...shape, fill: 'chart-axis', hatch: true, opacity } : { ...shape, fill: ink, opacity }];
    };
    const isHatched = track === 'pause' || track === 'if';
    return [...box(possible.from, possible.to, 0.45, isHatched), ...(core === null ? [] : box(core.from, core.to, 0.7, isHatched))];
  });
}

function gridOf(axis: ValueAxis, area: PlotArea): Shape[] {
  return ticksOf(axis).flatMap((value): Shape[] => {
    const y = round(yOf(value, axis, area));
    if (y < area.top - 1 || y > area.bottom + 1) return [];
    return [
      {
        kind: 'path',
        points: [
          [area.left, y],
          [area.right, y],
        ],
        stroke: value === 0 ? 'chart-axis' : 'chart-grid',
        width: 1,
      },
      { kind: 'text', x: area.left - 6, y: y + 4, text: shortNumber(value), size: labelSize, ink: 'text-3', anchor: 'end' },
    ];
  });
}

function secondAxis(axis: ValueAxis, area: PlotArea): Shape[] {
  return ticksOf(axis).map((value) => ({
    kind: 'text',
    x: area.right + 6,
    y: round(yOf(value, axis, area)) + 4,
    text: `${shortNumber(value)}${unitText(axis.unit)}`,
    size: labelSize,
    ink: 'text-3',
  }));
}

function daysOf(drawing: PanelDrawing, area: PlotArea): Shape[] {
  const base: Shape = {
    kind: 'path',
    points: [
      [area.left, area.bottom],
      [area.right, area.bottom],
    ],
    stroke: 'chart-axis',
    width: 1,
  };
  const most = Math.floor((area.right - area.left) / 64);
  const ticks = dayTicks(drawing.span, most).flatMap(({ day, text }): Shape[] => {
    const x = round(xOf(day, drawing.span, area));
    return [
      {
        kind: 'path',
        points: [
          [x, area.bottom],
          [x, area.bottom + 4],
        ],
        stroke: 'chart-axis',
        width: 1,
      },
      { kind: 'text', x: x + 3, y: area.bottom + 15, text, size: labelSize, ink: 'text-3' },
    ];
  });
  return [base, ...ticks];
}

/** A date that is not known well is a band as wide as it may lie. */
function linesOf({ drawing, area, x }: Frame): Shape[] {
  return drawing.lines.flatMap(({ at, claims, begins }): Shape[] => {
    const [first, last] = [at.earliest ?? at.latest, at.latest ?? at.earliest];
    if (first === null || last === null) return [];
    const [left, right] = [x(first), x(last)];
    const band: Shape[] =
      right - left < 1.5
        ? []
        : [{ kind: 'rect', x: left, y: area.top, w: round(right - left), h: area.bottom - area.top, fill: 'kind-event', opacity: 0.12, claims }];
    return [
      ...band,
      {
        kind: 'path',
        points: [
          [left, 16],
          [left, area.bottom],
        ],
        stroke: 'kind-event',
        width: 1,
        dash: !begins,
        opacity: 0.8,
        claims,
      },
    ];
  });
}

export function inkOf({ class: kind, role }: Pick<PanelMark, 'class' | 'role'>, index: number): Ink {
  if (kind !== 'outcome') return 'forecast';
  return role === 'rival' ? 'disputed' : seriesInks[index % seriesInks.length]!;
}

function strandShapes(strand: DrawnStrand, index: number, frame: Frame): Shape[] {
  const isBars = ['bars', 'stacked', 'share'].includes(frame.drawing.form);
  const bands = strand.marks.filter(({ role }) => role === 'hull').flatMap((mark) => hullShape(mark, strand, index, frame));
  const joins = frame.drawing.form === 'step' ? stepJoins(strand, index, frame) : joinShapes(strand, index, frame);
  const marks = strand.marks
    .filter(({ role }) => role !== 'hull')
    .flatMap((mark) => (isBars ? barShape(mark, { strand, index, frame }) : markShape(mark, { strand, index, frame })));
  return [...bands, ...bridges(strand, index, frame), ...(isBars ? [] : joins), ...marks];
}

function spanX({ from, to, open }: PanelMark, { x, area }: Frame): [number, number] {
  const left = from === null ? area.left : x(from);
  const right = to === null || open ? area.right : x(to);
  return right - left < 3 ? [round((left + right) / 2 - 1.5), round((left + right) / 2 + 1.5)] : [left, right];
}

interface BoxPlace {
  readonly left: number;
  readonly right: number;
  readonly ink: Ink;
  readonly opacity: number;
  readonly frame: Frame;
}

/** From the lower bound of a mark to the upper, or to where it can reach. */
function spanBox(mark: PanelMark, strand: DrawnStrand, { left, right, ink, opacity, frame }: BoxPlace): Shape {
  const [low, high] = [mark.low ?? mark.cap, mark.high ?? mark.cap];
  const top = high === null ? frame.area.top : frame.y(high, strand);
  const bottom = low === null ? frame.area.bottom : frame.y(low, strand);
  return {
    kind: 'rect',
    x: left,
    y: round(top),
    w: round(right - left),
    h: round(Math.max(1, bottom - top)),
    fill: ink,
    opacity,
    claims: mark.claims,
  };
}

function hullShape(mark: PanelMark, strand: DrawnStrand, index: number, frame: Frame): Shape[] {
  const [left, right] = spanX(mark, frame);
  return [spanBox(mark, strand, { left, right, ink: inkOf({ ...mark, role: 'value' }, index), opacity: 0.18, frame })];
}

interface MarkPlace {
  readonly strand: DrawnStrand;
  readonly index: number;
  readonly frame: Frame;
}

function markShape(mark: PanelMark, { strand, index, frame }: MarkPlace): Shape[] {
  const value = mark.high ?? mark.low;
  if (value === null) return [];
  const [left, right] = spanX(mark, frame);
  const ink = inkOf(mark, index);
  const y = round(frame.y(value, strand));
  const middle = round((left + right) / 2);
  const { claims } = mark;
  if (mark.role === 'rival' || mark.role === 'aside' || mark.role === 'reading')
    return [{ kind: 'circle', x: middle, y, r: 4, fill: 'panel', stroke: mark.role === 'aside' ? 'text-3' : ink, claims }];
  if (mark.role === 'was')
    return [
      {
        kind: 'path',
        points: [
          [left, y],
          [right, y],
        ],
        stroke: ink,
        width: 1.5,
        dash: true,
        opacity: 0.6,
        claims,
      },
    ];
  const isFirm = mark.class === 'outcome' && mark.status !== 'estimate' && mark.status !== 'provisional';
  const bar: Shape = {
    kind: 'path',
    points: [
      [left, y],
      [right, y],
    ],
    stroke: ink,
    width: 3,
    dash: !isFirm,
    opacity: mark.unsure ? 0.55 : 1,
    claims,
  };
  return [
    ...reachShape(mark, strand, { left, right, ink, frame }),
    bar,
    ...(right - left < 5 ? [{ kind: 'circle', x: middle, y, r: 3, fill: ink, stroke: ink, claims } as const] : []),
  ];
}

/** Between two bounds, and from a bound to where it can reach. */
function reachShape(
  mark: PanelMark,
  strand: DrawnStrand,
  { left, right, ink, frame }: { left: number; right: number; ink: Ink; frame: Frame },
): Shape[] {
  if (mark.low !== null && mark.high !== null && mark.low === mark.high) return [];
  return [spanBox(mark, strand, { left, right, ink, opacity: 0.14, frame })];
}

function barShape(mark: PanelMark, { strand, index, frame }: MarkPlace): Shape[] {
  const value = mark.stack?.to ?? mark.low ?? mark.high;
  if (value === null || mark.role === 'was' || mark.role === 'aside') return [];
  const isSummed = frame.drawing.form !== 'bars';
  const count = isSummed ? 1 : Math.max(1, frame.drawing.strands.length);
  const [start, end] = spanX(mark, frame);
  const room = Math.min(end - start, 120) * 0.84;
  const left = (start + end) / 2 - room / 2 + (isSummed ? 0 : (room / count) * index);
  const [y, zero] = [frame.y(value, strand), frame.y(mark.stack?.from ?? '0', strand)];
  const isFirm = mark.class === 'outcome' && mark.status !== 'estimate' && mark.status !== 'provisional';
  const box = {
    kind: 'rect',
    x: round(left),
    y: round(Math.min(y, zero)),
    w: round(Math.max(2, room / count - 1)),
    h: round(Math.max(1, Math.abs(zero - y))),
    claims: mark.claims,
  } as const;
  const ink = inkOf({ ...mark, role: 'value' }, index);
  const bar: Shape = isFirm && mark.role === 'value' ? { ...box, fill: ink } : { ...box, fill: ink, opacity: 0.35, stroke: ink, dash: true };
  const reach =
    mark.low !== mark.high && mark.stack === null
      ? [
          {
            ...box,
            y: round(frame.y(mark.high ?? mark.cap ?? value, strand)),
            h: round(Math.abs(y - frame.y(mark.high ?? mark.cap ?? value, strand))),
            fill: ink,
            opacity: 0.18,
          } as const,
        ]
      : [];
  return [bar, ...reach];
}

function joinShapes(strand: DrawnStrand, index: number, frame: Frame): Shape[] {
  const values = strand.marks.filter(({ role }) => role === 'value');
  return values.flatMap((mark): Shape[] => {
    const next = mark.joined
      ? values.find((one) => one.from === mark.to && one.class === mark.class && one.issuer === mark.issuer && !one.partial)
      : undefined;
    return next === undefined ? [] : [lineBetween(mark, next, { strand, index, frame }, false)];
  });
}

function lineBetween(mark: PanelMark, next: PanelMark, { strand, index, frame }: MarkPlace, dash: boolean): Shape {
  const point = (one: PanelMark): [number, number] => {
    const day = middleOf(one) ?? 0;
    return [round(clamp(xOf(day, frame.drawing.span, frame.area), frame.area)), round(frame.y(one.high ?? one.low ?? '0', strand))];
  };
  return { kind: 'path', points: [point(mark), point(next)], stroke: inkOf(mark, index), width: 1.5, dash, opacity: 0.7 };
}

/** Dashes over what nobody told. */
function bridges(strand: DrawnStrand, index: number, frame: Frame): Shape[] {
  const values = strand.marks.filter(({ role }) => role === 'value');
  return strand.gaps.flatMap((gap): Shape[] => {
    if (!gap.bridged) return [];
    const [before, after] = [values.find(({ to }) => to === gap.from), values.find(({ from }) => from === gap.to)];
    return before === undefined || after === undefined ? [] : [lineBetween(before, after, { strand, index, frame }, true)];
  });
}

function stepJoins(strand: DrawnStrand, index: number, frame: Frame): Shape[] {
  const values = strand.marks.filter(({ role }) => role === 'value');
  return values.flatMap((mark): Shape[] => {
    const next = values.find((one) => one.from === mark.to && one.class === mark.class && one.issuer === mark.issuer);
    if (next === undefined || mark.to === null) return [];
    const x = frame.x(mark.to);
    const y = (one: PanelMark) => round(frame.y(one.high ?? one.low ?? '0', strand));
    return [
      {
        kind: 'path',
        points: [
          [x, y(mark)],
          [x, y(next)],
        ],
        stroke: inkOf(mark, index),
        width: 1.5,
      },
    ];
  });
}

function notesOf({ drawing, area, x, y }: Frame): Shape[] {
  return drawing.notes.flatMap(({ at, state, claims }): Shape[] => {
    if (at?.from == null || state === 'lost' || state === 'elsewhere') return [];
    const [left, right] = [x(at.from), at.to === null ? area.right : x(at.to)];
    const value = at.high ?? at.low;
    const strand = drawing.strands.find(({ marks }) => marks.some((mark) => mark.claims.some((id) => claims.includes(id)))) ?? {
      axis: 'first' as const,
    };
    if (value === null) return [{ kind: 'rect', x: left, y: area.bottom - 4, w: round(Math.max(3, right - left)), h: 4, fill: 'stale', claims }];
    return [{ kind: 'circle', x: round((left + right) / 2), y: round(y(value, strand)), r: 6, fill: 'panel', stroke: 'stale', opacity: 0.9, claims }];
  });
}

const labelInks: Readonly<Record<string, Ink>> = { value: 'text', strand: 'text-2', note: 'stale', line: 'kind-event' };

function labelsOf({ labels }: PanelDrawing): Shape[] {
  return labels.placed.map(({ text, of, x, y, h }) => ({
    kind: 'text',
    x: x + 1,
    y: y + h - 3,
    text,
    size: labelSize,
    ink: labelInks[of]!,
    isStrong: of !== 'line' && of !== 'note',
  }));
}

/** One axis for each of two series; what has no partner is counted, not drawn. */
function scatterScene(drawing: PanelDrawing): Shape[] {
  const area = plotArea(drawing.size, { hasSecond: false, hasLines: false });
  const axisOf = (texts: readonly (string | null)[]): ValueAxis => {
    const values = texts.flatMap((text) => (text === null ? [] : [Number(text)]));
    const most = Math.max(1, ...values);
    const step = 10 ** Math.floor(Math.log10(most));
    return { from: Math.min(0, ...values), to: Math.ceil(most / step) * step, step: step / 2, unit: null, log: false, cut: false };
  };
  const across = axisOf(drawing.pairs.flatMap(({ x }) => [x.low, x.high]));
  const up = axisOf(drawing.pairs.flatMap(({ y }) => [y.low, y.high]));
  const xAt = (text: string) => round(area.left + ((Number(text) - across.from) / (across.to - across.from)) * (area.right - area.left));
  const points = drawing.pairs.flatMap(({ period, x, y, claims }): Shape[] => {
    const [cx, cy] = [x.high ?? x.low, y.high ?? y.low];
    if (cx === null || cy === null) return [];
    const [left, top] = [xAt(cx), round(yOf(Number(cy), up, area))];
    return [
      { kind: 'circle', x: left, y: top, r: 4, fill: 'series-1', stroke: 'series-1', claims },
      { kind: 'text', x: left + 7, y: top + 4, text: period, size: labelSize, ink: 'text' },
    ];
  });
  const ticks = ticksOf(across).map(
    (value): Shape => ({
      kind: 'text',
      x: xAt(String(value)),
      y: area.bottom + 15,
      text: shortNumber(value),
      size: labelSize,
      ink: 'text-3',
      anchor: 'middle',
    }),
  );
  return [...gridOf(up, area), ...ticks, ...points];
}

/** Each strand in a small panel of its own, with an axis of its own, on the same days. */
function multiplesScene(drawing: PanelDrawing): Shape[] {
  const count = Math.max(1, drawing.strands.length);
  const columns = Math.min(count, Math.max(1, Math.floor(drawing.size.width / 220)));
  const size = { width: Math.floor(drawing.size.width / columns), height: Math.floor(drawing.size.height / Math.ceil(count / columns)) };
  return drawing.strands.flatMap((strand, index): Shape[] => {
    const [dx, dy] = [(index % columns) * size.width, Math.floor(index / columns) * size.height];
    const own: PanelDrawing = {
      ...drawing,
      form: 'line',
      size: { width: size.width, height: size.height - 18 },
      y: drawing.multiples[index] ?? drawing.y,
      strands: [{ ...strand, axis: 'first' }],
      second: null,
      lines: [],
      labels: { wanted: 0, placed: [], counted: [] },
      notes: [],
    };
    const head: Shape = {
      kind: 'text',
      x: 4,
      y: 13,
      text: cutToWidth(strand.name, size.width * 0.86, labelSize),
      size: labelSize,
      ink: 'text-2',
      isStrong: true,
    };
    return [head, ...panelScene(own).map((shape) => moved(shape, 0, 18))].map((shape) => moved(shape, dx, dy));
  });
}
