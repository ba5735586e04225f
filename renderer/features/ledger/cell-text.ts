// What a cell shows: qualifier and digits in the row's scale. The exact value is in Evidence.
import type { Observation } from '../../../shared/features/ledger/model.ts';
import { changeKinds, quantityParts, shiftPoint, unitLabel } from '../../../shared/quantity/index.ts';
import { scalesOf } from '../../../shared/quantity/number-text.ts';

export interface CellText {
  readonly mark: string;
  readonly digits: string;
}

export function cellText(observation: Observation, power: number, locale: string): CellText {
  const { low, high, qualifier, unit, multiplier, change } = observation;
  const shift = (text: string | null) => (text === null || multiplier === power ? text : shiftPoint(text, multiplier - power));
  const kind = changeKinds.find((known) => known === change) ?? null;
  const { mark, number } = quantityParts(
    { low: shift(low), high: shift(high), qualifier, unit, multiplier: 0, change: kind },
    { locale, withUnit: false },
  );
  return { mark, digits: number };
}

/** "k", "USD bn", "%", "units" */
export function unitText(unit: string | null, power: number, locale: string): string {
  const word =
    scalesOf(locale)
      .find((scale) => scale.power === power)
      ?.word.trim() ?? '';
  const label = unit === 'UNITS' && power > 0 ? '' : unitLabel(unit, locale);
  return [label, word].filter((part) => part !== '').join(' ');
}

export function isUpcoming(status: string): boolean {
  return status === 'forecast' || status === 'target' || status === 'plan';
}
