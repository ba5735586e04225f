// The time that views one above the other share: the time line says what it shows and where its days stand, and a chart above or
// below it draws its years at the same places.
import { useMemo } from 'react';
import { create } from 'zustand';

/** In days, end exclusive. */
export interface SharedSpan {
  readonly from: number;
  readonly to: number;
}

export interface TimeAxis {
  readonly span: SharedSpan;
  /** Of the days, in px of the window. */
  readonly left: number;
  readonly right: number;
  change(next: (span: SharedSpan) => SharedSpan): void;
}

export const useTimeAxis = create<{ readonly axis: TimeAxis | undefined }>()(() => ({ axis: undefined }));

/** Days of an axis may stand this far from a view's own edges, in px. */
const tolerance = 400;

/** The shared time as a view of this place and width draws it; undefined where the axis does not stand above or below it. */
export function useSharedAxis(box: {
  readonly left: number;
  readonly width: number;
}): (TimeAxis & { readonly inset: number; readonly end: number }) | undefined {
  const axis = useTimeAxis((state) => state.axis);
  return useMemo(() => {
    if (axis === undefined || box.width === 0) return undefined;
    const [inset, end] = [axis.left - box.left, axis.right - box.left];
    return inset < 0 || inset > tolerance || end > box.width + 1 || end < box.width - tolerance || end - inset < 120
      ? undefined
      : { ...axis, inset, end };
  }, [axis, box.left, box.width]);
}
