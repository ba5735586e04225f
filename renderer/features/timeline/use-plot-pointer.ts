// Wheel and drag over the plot. The wheel looks closer or wider around the pointer; with Shift, or sideways, it moves in time.
import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';

export interface PlotPointer {
  readonly plot: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Days a pixel. */
  readonly daysPerPixel: number;
  pan(days: number): void;
  zoomAt(factor: number, x: number): void;
}

const dragFrom = 4;

export function usePlotPointer(pointer: PlotPointer) {
  const latest = useRef(pointer);
  latest.current = pointer;
  const { plot } = pointer;
  const drag = useRef<{ x: number; y: number; top: number; isMoving: boolean }>(undefined);

  useEffect(() => {
    const host = plot.current;
    if (host === null) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { daysPerPixel, pan, zoomAt } = latest.current;
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return pan((event.deltaX || event.deltaY) * daysPerPixel);
      zoomAt(1.0015 ** event.deltaY, event.clientX - host.getBoundingClientRect().left);
    };
    host.addEventListener('wheel', onWheel, { passive: false });
    return () => host.removeEventListener('wheel', onWheel);
  }, [plot]);

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || (event.target as HTMLElement).closest('.timeline-cluster') !== null) return;
      drag.current = { x: event.clientX, y: event.clientY, top: pointer.scroller.current?.scrollTop ?? 0, isMoving: false };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const from = drag.current;
      if (from === undefined) return;
      const dx = event.clientX - from.x;
      if (!from.isMoving && Math.hypot(dx, event.clientY - from.y) < dragFrom) return;
      if (!from.isMoving) event.currentTarget.setPointerCapture(event.pointerId);
      from.isMoving = true;
      latest.current.pan(-dx * latest.current.daysPerPixel);
      from.x = event.clientX;
      if (pointer.scroller.current !== null) pointer.scroller.current.scrollTop = from.top - (event.clientY - from.y);
    },
    /** Ends a drag; the click that follows it selects nothing. */
    onPointerUp() {
      const wasMoving = drag.current?.isMoving === true;
      drag.current = undefined;
      if (wasMoving) window.addEventListener('click', (event) => event.stopPropagation(), { capture: true, once: true });
    },
  };
}
