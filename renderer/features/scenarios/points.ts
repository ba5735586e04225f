// The values of an input that a person may set: one, or one for each item.
import type { ListedModel, ShownInput } from '../../../shared/features/scenarios/contract.ts';

/** Of a long range only the points that are there, and those that the line between them turns at. */
export function codesOf({ code, by, points }: ShownInput, { indices }: ListedModel): { readonly key: string; readonly at: string | null }[] {
  const index = indices.find((one) => one.code === by);
  if (index === undefined) return [{ key: code, at: null }];
  const items =
    index.items.length > 0
      ? index.items
      : Array.from({ length: Math.max(0, Math.min(60, (index.last ?? 0) - (index.first ?? 0) + 1)) }, (_, place) =>
          String((index.first ?? 0) + place),
        );
  const more = points.flatMap(({ at }) => (at === null || items.includes(at) ? [] : [at]));
  return [...items, ...more].map((at) => ({ key: `${code}.${at}`, at }));
}
