// Which series the figure in the form would join, asked as its fields change.
import { useDeferredValue } from 'react';
import type { Output } from '../../../../shared/contract.ts';
import { findPeriod, typedPeriod } from '../../../../shared/period/index.ts';
import { changeKinds } from '../../../../shared/quantity/index.ts';
import { useCall } from '../../../bridge/index.ts';
import { periodProblem, unitCode } from './claim-of-values.ts';
import type { FormValues } from './form-values.ts';

export type SeriesStanding = Output<'ledger.seriesFor'>;
export type NearSeries = SeriesStanding['near'][number];

/** Alt and this digit take the first of the near series; those before choose the kind of claim. */
export const firstNearKey = 4;

const nothing = { measure: '-', subject: '-' };

/** Undefined while the figure has no measure or subject, for other kinds, and until it is known. */
export function useSeriesFor(values: FormValues | undefined): SeriesStanding | undefined {
  const asked = useDeferredValue(values === undefined ? undefined : questionOf(values));
  const answer = useCall('ledger.seriesFor', asked ?? nothing, { enabled: asked !== undefined });
  return asked === undefined ? undefined : answer.data;
}

function questionOf({ kind, measure, subject, area, counterpart, basis, unit, change, period }: FormValues) {
  if (kind !== 'figure' || measure.trim() === '' || subject.trim() === '') return undefined;
  const code = unit.trim() === '' ? null : unitCode(unit);
  const isPeriod = period.trim() !== '' && periodProblem(period) === undefined && findPeriod(typedPeriod(period)) !== undefined;
  return {
    measure: measure.trim(),
    subject: subject.trim(),
    area: [...area],
    counterpart: counterpart.trim() === '' ? null : counterpart.trim(),
    basis: [...basis],
    unit: code !== null && /^[A-Z][A-Z0-9_]{0,31}$/.test(code) ? code : null,
    change: changeKinds.find((one) => one === change) ?? null,
    period: isPeriod ? typedPeriod(period) : null,
  };
}

/** The fields that make a figure stand in a series. */
export function partsOf({ measure, subject, area, counterpart, basis, unit }: NearSeries): Partial<FormValues> {
  return { measure, subject, area, counterpart: counterpart ?? '', basis, unit: unit ?? '' };
}
