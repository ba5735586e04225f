// Heights of the lanes: enough for their rows, and stretched evenly where there is room left.
import type { PlacedLane } from './place-marks.ts';

export const rowPitch = 24;
const padding = 14;
const least = 58;
const most = 84;

export interface LaneBox {
  readonly top: number;
  readonly height: number;
}

export function laneBoxes(lanes: readonly PlacedLane[], room: number): readonly LaneBox[] {
  const needed = lanes.map((lane) => Math.max(least, lane.rows * rowPitch + padding));
  const total = needed.reduce((sum, height) => sum + height, 0);
  const stretch = total === 0 ? 1 : Math.max(1, room / total);
  let top = 0;
  return needed.map((height) => {
    const box = { top, height: Math.floor(Math.max(height, Math.min(most, height * stretch))) };
    top += box.height;
    return box;
  });
}
