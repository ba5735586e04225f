// From one item to another by arrow keys: along the lane in time, or to the nearest item of the next lane.
import type { Mark } from '../../../shared/features/timeline/drawn-mark.ts';

export type ItemKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

export interface ItemPlace {
  readonly lane: number;
  readonly mark: Mark;
}

export function stepItem(lanes: readonly (readonly Mark[])[], from: ItemPlace, key: ItemKey): ItemPlace | undefined {
  const own = lanes[from.lane] ?? [];
  const at = own.findIndex((mark) => mark.id === from.mark.id);
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const mark = own[at + (key === 'ArrowRight' ? 1 : -1)];
    return mark === undefined ? undefined : { lane: from.lane, mark };
  }
  const direction = key === 'ArrowDown' ? 1 : -1;
  for (let lane = from.lane + direction; lane >= 0 && lane < lanes.length; lane += direction) {
    const mark = nearest(lanes[lane] ?? [], from.mark.start.earliest);
    if (mark !== undefined) return { lane, mark };
  }
  return undefined;
}

export function nearest(marks: readonly Mark[], day: number): Mark | undefined {
  return marks.toSorted((a, b) => Math.abs(a.start.earliest - day) - Math.abs(b.start.earliest - day))[0];
}

export function placeOfClaim(lanes: readonly (readonly Mark[])[], claimId: string | undefined): ItemPlace | undefined {
  if (claimId === undefined) return undefined;
  for (const [lane, marks] of lanes.entries()) {
    const mark = marks.find((one) => one.source.claims.includes(claimId));
    if (mark !== undefined) return { lane, mark };
  }
  return undefined;
}
