// Which names stand for one actor: the names of an actor's record belong together, and so do names that were judged the
// same, step by step. Two names judged not the same can never end up together; whatever would do that is refused.
import type { ErrorDetails } from '../../errors.ts';
import { normalName } from '../claims/origin.ts';
import type { Judgement } from './model.ts';

export type JudgedPair = Pick<Judgement, 'one' | 'other' | 'outcome'>;
type Record = { readonly id: string; readonly name: string; readonly aliases: readonly string[] };

export interface Names {
  /** The name that stands for an actor: that of its oldest record, else the first of its oldest judgement; else the name itself. */
  nameOf(name: string): string;
  /** Every known name of the same actor, the standing one first; only itself where nothing is known. */
  namesLike(name: string): readonly string[];
  /** What was judged of two names, directly or through others; undefined where nothing was. */
  judged(one: string, other: string): Judgement['outcome'] | undefined;
  /** Normal forms of all names that belong to an actor with more than one name. */
  readonly joined: ReadonlyMap<string, string>;
}

/** `actors` and `judgements` in the order in which they were made. */
export function buildNames(actors: readonly Record[], judgements: readonly JudgedPair[]): Names {
  const parent = new Map<string, string>();
  const members = new Map<string, string[]>();
  const same = judgements.filter((judgement) => judgement.outcome === 'same');

  function rootOf(key: string): string {
    let at = key;
    while (parent.get(at) !== undefined && parent.get(at) !== at) at = parent.get(at)!;
    return at;
  }
  function know(name: string): string {
    const key = normalName(name);
    if (!parent.has(key)) {
      parent.set(key, key);
      members.set(key, [name]);
    }
    return rootOf(key);
  }
  /** The elder group keeps its first name. */
  function join(one: string, other: string): void {
    const [root, joining] = [know(one), know(other)];
    if (root === joining) return;
    parent.set(joining, root);
    members.get(root)!.push(...members.get(joining)!);
    members.delete(joining);
  }
  for (const actor of actors) know(actor.name);
  for (const actor of actors) for (const alias of actor.aliases) join(actor.name, alias);
  for (const { one, other } of same) join(one, other);

  const groupOf = (name: string) => members.get(rootOf(normalName(name)));
  const apart = new Map(
    judgements
      .filter(({ outcome }) => outcome !== 'same')
      .map(({ one, other, outcome }) => [pairKey(rootOf(normalName(one)), rootOf(normalName(other))), outcome]),
  );
  return {
    nameOf: (name) => groupOf(name)?.[0] ?? name,
    namesLike: (name) => groupOf(name) ?? [name],
    judged(one, other) {
      const [a, b] = [rootOf(normalName(one)), rootOf(normalName(other))];
      return a === b ? 'same' : apart.get(pairKey(a, b));
    },
    joined: new Map([...parent.keys()].flatMap((key) => (groupOf(key)!.length > 1 ? [[key, groupOf(key)![0]!] as const] : []))),
  };
}

/** Two names without an order. */
export function pairKey(one: string, other: string): string {
  const [a, b] = [normalName(one), normalName(other)];
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

/** A key of the catalogue `errors`, with what its placeholders stand for. */
interface Contradiction {
  readonly key: string;
  readonly details: ErrorDetails;
}

/**
 * Why these records and judgements cannot stand together, as an error says it; undefined where they can. Things join
 * names, too, and may bear the name of an actor.
 */
export function contradictionIn(
  actors: readonly Record[],
  judgements: readonly JudgedPair[],
  things: readonly Record[] = [],
): Contradiction | undefined {
  const owner = new Map<string, Record>();
  for (const actor of actors) {
    for (const name of [actor.name, ...actor.aliases]) {
      const other = owner.get(normalName(name));
      if (other !== undefined && other.id !== actor.id) return { key: 'actors.nameTaken', details: { name, owner: other.name } };
      owner.set(normalName(name), actor);
    }
  }
  const names = buildNames([...actors, ...things], judgements);
  const broken = judgements.find(
    ({ one, other, outcome }) => outcome === 'not_same' && normalName(names.nameOf(one)) === normalName(names.nameOf(other)),
  );
  if (broken === undefined) return undefined;
  const steps = pathBetween(broken.one, broken.other, [...actors, ...things], judgements);
  return { key: 'actors.contradiction', details: { one: broken.one, other: broken.other, steps: steps.map((step) => `“${step}”`).join(' = ') } };
}

/** The names over which two names are held together, both ends included. */
function pathBetween(from: string, to: string, actors: readonly Record[], judgements: readonly JudgedPair[]): string[] {
  const next = new Map<string, string[]>();
  const link = (one: string, other: string) => {
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const)
      next.set(normalName(a), [...(next.get(normalName(a)) ?? []), b]);
  };
  for (const actor of actors) for (const alias of actor.aliases) link(actor.name, alias);
  for (const { one, other, outcome } of judgements) if (outcome === 'same') link(one, other);
  const cameFrom = new Map<string, string | undefined>([[normalName(from), undefined]]);
  const queue = [from];
  for (const name of queue) {
    for (const neighbour of next.get(normalName(name)) ?? []) {
      if (cameFrom.has(normalName(neighbour))) continue;
      cameFrom.set(normalName(neighbour), name);
      queue.push(neighbour);
    }
  }
  const path = [to];
  for (let at = cameFrom.get(normalName(to)); at !== undefined; at = cameFrom.get(normalName(at))) path.unshift(at);
  return path;
}
