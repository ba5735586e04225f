// Which observations the ledger shows.

import { codeWords } from '../../../shared/code-words.ts';
import type { Observation } from '../../../shared/features/ledger/model.ts';
import { dayNumber, findPeriod } from '../../../shared/period/index.ts';

export interface LedgerFilter {
  readonly text: string;
  /** EDTF text; the filter keeps periods that touch the span. */
  readonly from: string;
  readonly to: string;
  readonly state: Observation['state'] | '';
  /** Only periods of a year or more. */
  readonly isYearly: boolean;
}

export const noFilter: LedgerFilter = { text: '', from: '', to: '', state: '', isYearly: false };

export function filterObservations(observations: readonly Observation[], filter: LedgerFilter): readonly Observation[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const from = findPeriod(filter.from.trim())?.earliest ?? undefined;
  const to = findPeriod(filter.to.trim())?.latest ?? undefined;
  return observations.filter(
    (observation) =>
      (!filter.isYearly || isYearOrMore(observation.period)) &&
      (filter.state === '' || observation.state === filter.state) &&
      (words.length === 0 || hasWords(observation, words)) &&
      touches(observation.period, from, to),
  );
}

function hasWords({ series }: Observation, words: readonly string[]): boolean {
  const { measure, subject, area, counterpart, basis, unit } = series;
  const text = [measure, codeWords(measure), subject, ...area, counterpart, ...basis, unit].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

function touches(period: string | null, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  const parsed = findPeriod(period);
  if (parsed === undefined) return false;
  return (from === undefined || (parsed.latest ?? '9999') >= from) && (to === undefined || (parsed.earliest ?? '0000') <= to);
}

function isYearOrMore(period: string | null): boolean {
  const parsed = findPeriod(period);
  if (parsed === undefined) return false;
  if (parsed.earliest === null || parsed.latest === null) return true;
  return dayNumber(parsed.latest) - dayNumber(parsed.earliest) >= shortestYear;
}

const shortestYear = 360;

export function isFiltering(filter: LedgerFilter): boolean {
  return filter.text.trim() !== '' || filter.from.trim() !== '' || filter.to.trim() !== '' || filter.state !== '' || filter.isYearly;
}
