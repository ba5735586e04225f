import { lowerTicks } from '../../../../renderer/features/timeline/axis-ticks.ts';
import { timeScale } from '../../../../shared/features/timeline/time-scale.ts';
import { dayNumber } from '../../../../shared/period/index.ts';

/** Labels of the lower row over so many days from 2022, 1000 pixels wide. */
export function axisTicksOf(days: number): readonly string[] {
  const from = dayNumber('2022-01-01');
  return lowerTicks(timeScale({ from, to: from + days }, 1000), 'en').map((tick) => tick.label);
}
