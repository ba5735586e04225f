// A lane of rates in pixels: levels as steps, the readings of a path as bands, each with its number where there is room.
import { textWidth } from '../../text-width.ts';
import type { Mark } from './drawn-mark.ts';
import { labelSize } from './place-marks.ts';
import type { TimeScale } from './time-scale.ts';

export interface PlacedLevel {
  readonly mark: Mark;
  readonly left: number;
  readonly width: number;
  /** From the top of the lane: the highest and the lowest value that it may have. */
  readonly top: number;
  readonly bottom: number;
  readonly label: boolean;
  readonly labelWidth: number;
}

export const seriesHeight = 58;
const labelRoom = 18;
const padding = 6;

/** A level of which nobody says since when is drawn from the day by which it held. */
function beginOf({ start, isOpenStart }: Mark): number {
  return isOpenStart ? start.latest : start.earliest;
}

/** Values stand on one axis from zero, or from the lowest where some are below it. `now` ends what goes on. */
export function placeSeries(marks: readonly Mark[], scale: TimeScale, now: number): readonly PlacedLevel[] {
  const bounds = marks.map(({ source: { low, high } }) => ({ low: Number(low ?? high ?? 0), high: Number(high ?? low ?? 0) }));
  const most = Math.max(0, ...bounds.map(({ high }) => high));
  const least = Math.min(0, ...bounds.map(({ low }) => low));
  const room = seriesHeight - labelRoom - padding;
  const y = (value: number) => labelRoom + (most === least ? room : ((most - value) / (most - least)) * room);
  let taken = Number.NEGATIVE_INFINITY;
  return marks.flatMap((mark, index): PlacedLevel[] => {
    const { low, high } = bounds[index]!;
    const next = marks[index + 1];
    const last = mark.end?.latest ?? Math.max(now, mark.start.latest + 1);
    const until = mark.shape === 'step' && next !== undefined ? Math.min(last, beginOf(next)) : last;
    const left = scale.x(beginOf(mark));
    const width = Math.max(2, scale.x(until) - left);
    if (left + width < 0 || left > scale.width) return [];
    const labelWidth = textWidth(mark.label, labelSize) + 6;
    const at = Math.max(0, left);
    const hasLabel = at >= taken && at + labelWidth <= scale.width;
    if (hasLabel) taken = at + labelWidth + 4;
    return [{ mark, left, width, top: y(high), bottom: y(low), label: hasLabel, labelWidth }];
  });
}
