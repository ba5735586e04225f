// What a cell shows: qualifier and digits in the row's scale. The exact value is in Evidence.
import type { Observation } from '../../../shared/features/ledger/model.ts';
import { quantityParts, shiftPoint, unitLabel } from '../../../shared/quantity/index.ts';
import { scalesOf } from '../../../shared/quantity/number-text.ts';

export interface CellText {
  readonly mark: string;
  readonly digits: string;
}

/** Two rivals show both, as in "963.8|978.2"; more of them the span that they cover. */
export function cellText(observation: Observation, power: number, locale: string): CellText {
  const one = (value: Stated) => stated(value, observation, { power, locale });
  if (observation.state !== 'disputed' || observation.rivals.length !== 2) return one(observation);
  const words = observation.rivals.map(one).map(({ mark, digits }) => mark + digits);
  return { mark: '', digits: words.join('|') };
}

type Stated = Pick<Observation, 'low' | 'high' | 'qualifier' | 'multiplier'>;

function stated(value: Stated, { unit, change }: Observation, { power, locale }: { power: number; locale: string }): CellText {
  const shift = (text: string | null) => (text === null || value.multiplier === power ? text : shiftPoint(text, value.multiplier - power));
  const { mark, number } = quantityParts(
    { low: shift(value.low), high: shift(value.high), qualifier: value.qualifier, unit, multiplier: 0, change },
    { locale, withUnit: false },
  );
  return { mark, digits: number };
}

/** "k", "USD bn", "%", "units"; nothing for factors, whose sign stands at each value. */
export function unitText(unit: string | null, power: number, locale: string): string {
  const word =
    scalesOf(locale)
      .find((scale) => scale.power === power)
      ?.word.trim() ?? '';
  const label = unit === 'TIMES' || (unit === 'UNITS' && power > 0) ? '' : unitLabel(unit, locale);
  return [label, word].filter((part) => part !== '').join(' ');
}

export function isUpcoming(status: string): boolean {
  return status === 'forecast' || status === 'target' || status === 'plan';
}
