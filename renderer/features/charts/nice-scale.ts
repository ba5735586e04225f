// A value axis in round steps. It always holds 0: a bar whose axis is cut off lies.

export interface NiceScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const wantedSteps = 5;

export function niceScale(values: readonly number[], room: { readonly steps?: number; readonly most?: number } = {}): NiceScale {
  const least = Math.min(0, ...values);
  const greatest = Math.max(0, ...values);
  const span = greatest - least || 1;
  const step = niceStep(span / (room.steps ?? wantedSteps));
  const max = Math.ceil((greatest + span * 0.04) / step) * step;
  const min = least < 0 ? Math.floor((least - span * 0.04) / step) * step : 0;
  return {
    min: clean(min),
    max: clean(Math.min(max || step, room.most === undefined || greatest > room.most ? Number.POSITIVE_INFINITY : Math.max(room.most, step))),
    step: clean(step),
  };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
}

function clean(value: number): number {
  return Number(value.toPrecision(12));
}
