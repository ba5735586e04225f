// Passages and sources that were visited, one after the other, and where among them one is: the way back and forth.
import type { ViewParams } from './workspace.ts';

export interface Visit {
  readonly instance: string;
  readonly params: ViewParams;
}

export interface Visits {
  readonly places: readonly Visit[];
  /** Index of the place where one is; -1 before the first. */
  readonly at: number;
}

export const noVisits: Visits = { places: [], at: -1 };
const mostKept = 100;

/** Going to a new place forgets those that one had come back from; the place where one is already is none. */
export function withVisit({ places, at }: Visits, visit: Visit): Visits {
  const here = places[at];
  if (here !== undefined && isSame(here, visit)) return { places, at };
  const kept = [...places.slice(0, at + 1), visit].slice(-mostKept);
  return { places: kept, at: kept.length - 1 };
}

function isSame(a: Visit, b: Visit): boolean {
  return a.instance === b.instance && (['sourceId', 'start', 'end'] as const).every((key) => a.params[key] === b.params[key]);
}

/** Undefined at either end. */
export function stepped({ places, at }: Visits, by: 1 | -1): { readonly visits: Visits; readonly visit: Visit } | undefined {
  const visit = places[at + by];
  return visit === undefined ? undefined : { visits: { places, at: at + by }, visit };
}
