// Inputs that a chart may go along: those with a number, from one end of their range to the other.
import type { ShownInput } from '../../../../shared/features/scenarios/contract.ts';

export interface Axis {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly now: number;
}

/** Without a range of its own an input goes from half its value to twice. Of an input by items the one of `item` counts. */
export function axesOf(inputs: readonly ShownInput[], item: string | undefined): Axis[] {
  return inputs.flatMap((input): Axis[] => {
    const point = input.points.find(({ at }) => at === item) ?? input.points[0];
    if (point === undefined || input.distribution.kind === 'event') return [];
    const now = input.points.length === 1 && input.value !== null ? input.value : Number(point.value);
    if (now === 0 && input.low === null && input.high === null) return [];
    const told = [input.low, input.high, input.spans.text?.low, input.spans.text?.high, input.spans.sources?.low, input.spans.sources?.high];
    const ends = told.flatMap((end) => (end == null ? [] : [Number(end)]));
    const [low, high] =
      ends.length > 0 && input.points.length === 1
        ? [Math.min(now, ...ends), Math.max(now, ...ends)]
        : [Math.min(now / 2, now * 2), Math.max(now / 2, now * 2)];
    if (low === high) return [];
    const key = point.at === null ? input.code : `${input.code}.${point.at}`;
    return [{ key, label: `${input.label || input.code}${point.at === null ? '' : `, ${point.at}`}`, unit: input.unit, low, high, now }];
  });
}
