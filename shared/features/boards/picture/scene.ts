// Shapes of a picture, in pixels and by the names of their inks. The window makes elements of them, an export a file.

export const inks = [
  'panel',
  'text',
  'text-2',
  'text-3',
  'line',
  'chart-grid',
  'chart-axis',
  'chart-inforce-1',
  'chart-inforce-2',
  'chart-inforce-3',
  'series-1',
  'series-2',
  'series-3',
  'series-4',
  'series-5',
  'forecast',
  'disputed',
  'stale',
  'ok',
  'kind-event',
  'kind-statement',
  'tension',
] as const;
export type Ink = (typeof inks)[number];

interface Named {
  /** What it shows, and leads to. */
  readonly claims?: readonly string[];
  readonly opacity?: number;
}

export interface RectShape extends Named {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly fill?: Ink;
  readonly stroke?: Ink;
  readonly dash?: boolean;
  /** Lines aslant instead of a plain fill. */
  readonly hatch?: boolean;
}

export interface PathShape extends Named {
  readonly kind: 'path';
  readonly points: readonly (readonly [number, number])[];
  readonly stroke: Ink;
  readonly width: number;
  readonly dash?: boolean;
}

export interface CircleShape extends Named {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly fill: Ink;
  readonly stroke: Ink;
}

export interface TextShape extends Named {
  readonly kind: 'text';
  readonly x: number;
  /** Of the line on which the letters stand. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly ink: Ink;
  readonly isStrong?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

export type Shape = RectShape | PathShape | CircleShape | TextShape;

export function moved(shape: Shape, dx: number, dy: number): Shape {
  if (shape.kind === 'path') return { ...shape, points: shape.points.map(([x, y]) => [x + dx, y + dy]) };
  return { ...shape, x: shape.x + dx, y: shape.y + dy };
}
