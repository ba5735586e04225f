// Two series against each other: pairs of one period, class and issuer. What has no partner is counted.
import type { Bounds, Placed } from './parts.ts';
import { spanIn } from './parts.ts';

export interface Pair {
  readonly period: string;
  readonly x: Bounds;
  readonly y: Bounds;
  readonly claims: readonly string[];
}

export function pairsOf([across = [], up = []]: readonly (readonly Placed[])[]): { readonly pairs: Pair[]; readonly unpaired: string[] } {
  const key = ({ class: kind, issuer, from, to }: Placed) => JSON.stringify([kind, issuer, from, to]);
  const partners = new Map(up.map((one) => [key(one), one]));
  const paired = new Set<Placed>();
  const pairs = across.flatMap((one): Pair[] => {
    const other = partners.get(key(one));
    const [x, y] = [spanIn(one), other === undefined ? undefined : spanIn(other)];
    if (other === undefined || x === undefined || y === undefined) return [];
    paired.add(one).add(other);
    return [{ period: one.period, x: x.raw, y: y.raw, claims: [...x.claims, ...y.claims] }];
  });
  const left = [...across, ...up].filter((one) => !paired.has(one));
  return { pairs, unpaired: [...new Set(left.flatMap(({ parts }) => parts.flatMap(({ claims }) => claims)))] };
}
