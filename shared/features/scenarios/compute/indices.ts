// Indices of a model with their items, and over which of them each name reaches.
import type { Tree } from '../../../formula/tree.ts';
import { reducingFunctions } from '../language/functions.ts';
import { most } from '../limits.ts';
import type { ModelIndex } from '../model.ts';

export interface Index {
  readonly code: string;
  readonly label: string;
  /** As they are written behind a dot. */
  readonly items: readonly string[];
  /** Of a range the number of its first item. */
  readonly first: number | null;
  readonly placeOf: ReadonlyMap<string, number>;
}

/** Undefined where a range is turned round or has more items than a model may. */
export function openIndex({ code, label, first, last, items }: ModelIndex): Index | undefined {
  const isRange = first !== null && last !== null;
  if (isRange && (last < first || last - first + 1 > most.items)) return undefined;
  const named = isRange ? Array.from({ length: last - first + 1 }, (_, at) => String(first + at)) : [...new Set(items)];
  if (named.length === 0) return undefined;
  return { code, label, items: named, first: isRange ? first : null, placeOf: new Map(named.map((item, at) => [item, at])) };
}

/** Position in each index that counts at a place. */
export type Places = ReadonlyMap<string, number>;

export type Indices = ReadonlyMap<string, Index>;

/** The index that a place names: one whose code stands in it, else one with such an item, those of `reach` first. */
export function indexOfPlace(item: Tree, isName: boolean, reach: ReadonlySet<string>, indices: Indices): Index | undefined {
  if (!isName) {
    const named = codesIn(item, indices);
    if (named.length > 0) return named.find(({ code }) => reach.has(code)) ?? named[0];
  }
  const text = item.type === 'name' ? item.name : item.type === 'text' ? item.value : item.type === 'number' ? item.text : undefined;
  if (text === undefined) return undefined;
  const having = [...indices.values()].filter((index) => index.placeOf.has(text));
  return having.find(({ code }) => reach.has(code)) ?? having[0];
}

function codesIn(tree: Tree, indices: Indices): Index[] {
  switch (tree.type) {
    case 'name': {
      const index = indices.get(tree.name);
      return index === undefined ? [] : [index];
    }
    case 'sign':
      return codesIn(tree.of, indices);
    case 'operation':
      return [...codesIn(tree.left, indices), ...codesIn(tree.right, indices)];
    case 'call':
      return tree.given.flatMap((one) => codesIn(one, indices));
    default:
      return [];
  }
}

export type Reach = ReadonlySet<string>;

/** Over which indices the value of a tree goes, where those of names are known so far. */
export function reachOf(tree: Tree, reachOfName: (name: string) => Reach, indices: Indices): Reach {
  const of = (one: Tree) => reachOf(one, reachOfName, indices);
  switch (tree.type) {
    case 'number':
    case 'text':
      return none;
    case 'name':
      return indices.has(tree.name) ? new Set([tree.name]) : reachOfName(tree.name);
    case 'sign':
      return of(tree.of);
    case 'operation':
      return union([of(tree.left), of(tree.right)]);
    case 'item': {
      const whole = of(tree.of);
      const index = indexOfPlace(tree.item, tree.isName, whole, indices);
      const rest = new Set([...whole].filter((code) => code !== index?.code));
      return tree.isName ? rest : union([rest, of(tree.item)]);
    }
    case 'call': {
      const [first, second] = tree.given;
      if (!reducingFunctions.has(tree.name)) return union(tree.given.map(of));
      return new Set([...of(first!)].filter((code) => second?.type !== 'name' || code !== second.name));
    }
  }
}

const none: Reach = new Set();

function union(sets: readonly Reach[]): Reach {
  return new Set(sets.flatMap((one) => [...one]));
}

/** Grows until nothing is added: a formula may look at itself a year before. */
export function reachOfAll(trees: ReadonlyMap<string, Tree>, inputs: ReadonlyMap<string, Reach>, indices: Indices): ReadonlyMap<string, Reach> {
  const known = new Map<string, Reach>(inputs);
  for (const code of trees.keys()) known.set(code, none);
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    for (const [code, tree] of trees) {
      const before = known.get(code)!;
      const reach = union([before, reachOf(tree, (name) => known.get(name) ?? none, indices)]);
      if (reach.size === before.size) continue;
      known.set(code, reach);
      isGrowing = true;
    }
  }
  // In the order of the model's indices, whatever formula named them first.
  return new Map([...known].map(([code, reach]) => [code, new Set([...indices.keys()].filter((one) => reach.has(one)))]));
}
