// A finding as it is described becomes one with whole series. Undefined where its words or numbers are none that can be checked.
import type { z } from 'zod';
import { seriesAskedSchema } from './described.ts';
import { type Finding, findingSchema, type SeriesName } from './model.ts';
import type { SeriesAsked } from './strands.ts';

/** `whole` finds the one series that is meant. @throws AppError from `whole`. */
export function readFinding(described: unknown, whole: (asked: SeriesAsked) => SeriesName): Finding | undefined {
  const read = findingSchema.safeParse(wholeIn(described, whole));
  return read.success ? read.data : undefined;
}

/** Every `of` that is a series, wherever it stands. */
function wholeIn(value: unknown, whole: (asked: SeriesAsked) => SeriesName): unknown {
  if (Array.isArray(value)) return value.map((one) => wholeIn(one, whole));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const asked = key === 'of' ? seriesAskedSchema.safeParse(one) : undefined;
      return [key, asked?.success ? whole(withoutPartedness(asked.data)) : wholeIn(one, whole)];
    }),
  );
}

export function withoutPartedness({ isParted: _isParted, ...asked }: z.output<typeof seriesAskedSchema>): SeriesAsked {
  return asked;
}
