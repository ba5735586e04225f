// The pointer on a page: a click points at a word, drawing over words selects them.
import { type PointerEvent, useRef, useState } from 'react';
import type { Span } from './page-text.ts';
import { type PlacedLine, unitAt } from './page-text.ts';

/** Pixels that a click may move. */
const slackPx = 4;

export interface PaperPointer {
  readonly lines: readonly PlacedLine[];
  /** Pixels of a point. */
  readonly scale: number;
  onPoint(unit: number): void;
  onSelect(span: Span): void;
}

export function usePaperPointer({ lines, scale, onPoint, onSelect }: PaperPointer) {
  const from = useRef<{ readonly unit: number; readonly x: number; readonly y: number }>(undefined);
  const [dragged, setDragged] = useState<Span>();
  const unitUnder = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return unitAt(lines, { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale });
  };
  return {
    dragged,
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const unit = event.button === 0 ? unitUnder(event) : undefined;
      from.current = unit === undefined ? undefined : { unit, x: event.clientX, y: event.clientY };
      if (unit !== undefined) event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const start = from.current;
      if (start === undefined || (dragged === undefined && Math.hypot(event.clientX - start.x, event.clientY - start.y) < slackPx)) return;
      const unit = unitUnder(event) ?? start.unit;
      setDragged({ start: Math.min(start.unit, unit), end: Math.max(start.unit, unit) + 1 });
    },
    onPointerUp() {
      const start = from.current;
      from.current = undefined;
      setDragged(undefined);
      if (dragged !== undefined) onSelect(dragged);
      else if (start !== undefined) onPoint(start.unit);
    },
    onPointerCancel() {
      from.current = undefined;
      setDragged(undefined);
    },
  };
}
