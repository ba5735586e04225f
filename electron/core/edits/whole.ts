// An index of a damaged file can hide a row without a word. What was asked for by id must come back whole, or nothing is
// shown.
import { AppError } from '../../../shared/errors.ts';

/** @throws AppError `damaged` when fewer records came than were asked for. */
export function whole<T>(found: T[], wanted: number, what: string): T[] {
  if (found.length === wanted) return found;
  throw new AppError('damaged', 'edits.recordsMissing', { what, count: wanted - found.length });
}
