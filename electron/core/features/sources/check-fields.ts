// What the fields of a source must keep to, beyond their form.
import { AppError } from '../../../../shared/errors.ts';
import { PeriodError, parsePeriod } from '../../../../shared/period/index.ts';
import type { SourceRepository } from './repository.ts';

export function checkDates(meta: { publishedOn?: string | null | undefined; retrievedOn?: string | null | undefined }): void {
  for (const [field, value] of [
    ['publishedOn', meta.publishedOn],
    ['retrievedOn', meta.retrievedOn],
  ] as const) {
    if (value !== undefined && value !== null) checkPeriod(field, value);
  }
}

/** @throws AppError `invalid-input` naming the field. */
function checkPeriod(field: string, value: string): void {
  try {
    parsePeriod(value);
  } catch (error) {
    if (!(error instanceof PeriodError)) throw error;
    throw new AppError('invalid-input', 'sources.badDate', { field, value, cause: error.words });
  }
}

/** A copy of a copy of itself would never end. */
export function checkCopy(repository: SourceRepository, id: string, copyOf: string): void {
  for (let at: string | null = copyOf, steps = 0; at !== null && steps < 1000; steps += 1) {
    if (at === id) throw new AppError('invalid-input', 'sources.copyOfItself', { field: 'copyOf' });
    at = repository.find(at)?.copyOf ?? null;
  }
}
