// Judgements on names that cannot stand together.
import { normalName } from '../../../shared/features/claims/origin.ts';
import type { Stored } from '../../../shared/records/index.ts';

export interface Contradiction {
  /** The judgement that two names are not the same. */
  readonly record: string;
  /** It and the judgements by which they are the same. */
  readonly judgements: readonly string[];
}

export function contradictions(judgements: readonly Stored<'judgement'>[]): Contradiction[] {
  const joins = new Map<string, { readonly to: string; readonly by: string }[]>();
  for (const { id, one, other, outcome } of judgements) {
    if (outcome !== 'same') continue;
    const [a, b] = [normalName(one), normalName(other)];
    joins.set(a, [...(joins.get(a) ?? []), { to: b, by: id }]);
    joins.set(b, [...(joins.get(b) ?? []), { to: a, by: id }]);
  }
  return judgements.flatMap(({ id, one, other, outcome }) => {
    const path = outcome === 'not_same' ? pathBetween(joins, normalName(one), normalName(other)) : undefined;
    return path === undefined ? [] : [{ record: id, judgements: [id, ...path] }];
  });
}

/** The shortest chain of judgements from one name to another. */
function pathBetween(
  joins: ReadonlyMap<string, readonly { readonly to: string; readonly by: string }[]>,
  from: string,
  to: string,
): string[] | undefined {
  const reached = new Map<string, string[]>([[from, []]]);
  for (const [name, path] of reached) {
    if (name === to) return path;
    for (const next of joins.get(name) ?? []) if (!reached.has(next.to)) reached.set(next.to, [...path, next.by]);
  }
  return undefined;
}
