// What a panel is drawn of, in pixels.
import type { PanelPoint } from './point-kinds.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PointShape {
  readonly entry: PanelPoint;
  readonly series: number;
  readonly x1: number;
  readonly x2: number;
  /** Where the value stands; undefined where it is open at both ends. */
  readonly y: number | undefined;
  readonly yLow: number | undefined;
  readonly yHigh: number | undefined;
  readonly band: { readonly top: number; readonly bottom: number } | undefined;
  /** A short period is a point, a long one a bar. */
  readonly isPoint: boolean;
}

export interface LinkShape {
  readonly series: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly isDashed: boolean;
}

export interface TextShape {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'center' | 'right';
  readonly tone: 'value' | 'rival' | 'upcoming' | 'selected';
}
