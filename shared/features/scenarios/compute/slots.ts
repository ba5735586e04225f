// What a trial draws, in its order: one number for each input that is drawn, then, year by year, one for each event. An input that a
// scenario fixes keeps its place, so that the draws of all others stay what they were.
import type { Changes, DefinedInput, Definition } from '../model.ts';
import type { Indices } from './indices.ts';

export type Slot =
  | { readonly kind: 'input'; readonly input: DefinedInput; readonly isFixed: boolean }
  | { readonly kind: 'event'; readonly code: string; readonly item: string };

export interface Slots {
  readonly all: readonly Slot[];
  /** Number of the draw of an event at a place; undefined before its first. */
  ofEvent(code: string, place: number): number | undefined;
}

export function createSlots({ inputs }: Definition, indices: Indices, changes: Changes): Slots {
  const all: Slot[] = [];
  const ofEvent = new Map<string, number>();
  for (const input of inputs) if (isDrawn(input)) all.push({ kind: 'input', input, isFixed: changes[input.code] !== undefined });
  const events = inputs.filter((input) => input.distribution.kind === 'event' && indices.has(input.by ?? ''));
  for (const index of indices.values())
    for (const [place, item] of index.items.entries())
      for (const { code, by, distribution } of events) {
        const from = distribution.from === null ? 0 : (index.placeOf.get(distribution.from) ?? 0);
        if (by !== index.code || place < from) continue;
        ofEvent.set(`${code}|${place}`, all.push({ kind: 'event', code, item }) - 1);
      }
  return { all, ofEvent: (code, place) => ofEvent.get(`${code}|${place}`) };
}

export function isDrawn({ by, distribution }: DefinedInput): boolean {
  return by === null && distribution.kind !== 'fixed' && distribution.kind !== 'event';
}
