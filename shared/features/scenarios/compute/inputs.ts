// Inputs as steps: their points, what lies between them, and the events that a hazard brings.
import type { Tree } from '../../../formula/tree.ts';
import { message, Problem } from '../language/problem.ts';
import type { Changes, DefinedInput, Definition } from '../model.ts';
import { type Builder, op } from './graph.ts';
import type { Index, Indices, Places } from './indices.ts';
import type { Slots } from './slots.ts';

/** One number that a person may set. */
export interface InputPoint {
  readonly code: string;
  readonly item: string | null;
  readonly value: number;
}

export interface InputNodes {
  readonly points: readonly InputPoint[];
  readonly problems: readonly Problem[];
  find(name: string): DefinedInput | undefined;
  /** @throws Problem where the input has no value there. */
  node(input: DefinedInput, places: Places, at: number): number;
  /** The point itself; undefined where the path has none there. */
  given(name: Tree, places: Places): number | undefined;
  event(name: Tree, what: 'ever' | 'starts', places: Places): number;
}

interface InputParts {
  readonly definition: Definition;
  readonly changes: Changes;
  readonly indices: Indices;
  readonly builder: Builder;
  readonly slots: Slots;
}

interface Path {
  readonly input: DefinedInput;
  readonly index: Index | undefined;
  /** Numbers of points by their place in the index, places rising; one value stands at 0. */
  readonly at: ReadonlyMap<number, number>;
  readonly places: readonly number[];
}

export function createInputs({ definition, changes, indices, builder, slots }: InputParts): InputNodes {
  const points: InputPoint[] = [];
  const problems: Problem[] = [];
  const paths = new Map<string, Path>();
  for (const input of definition.inputs) {
    if (paths.has(input.code)) problems.push(new Problem(message('scenarios:problem.nameTwice', { name: input.code })));
    else paths.set(input.code, pathOf(input));
  }
  for (const key of Object.keys(changes))
    if (!isKnownChange(key)) problems.push(new Problem(message('scenarios:problem.unknownInput', { name: key })));

  function isKnownChange(key: string): boolean {
    const [code = '', item] = splitKey(key);
    const path = paths.get(code);
    return path !== undefined && (item === undefined || (path.index?.placeOf.has(item) ?? false));
  }

  function pathOf(input: DefinedInput): Path {
    const index = input.by === null ? undefined : indices.get(input.by);
    if (input.by !== null && index === undefined) problems.push(new Problem(message('scenarios:problem.unknownIndex', { name: input.by })));
    const values = new Map<number, InputPoint>();
    const own = index === undefined ? input.points.slice(0, 1) : input.points;
    for (const { at, value } of own) {
      const place = index === undefined ? 0 : index.placeOf.get(at ?? '');
      if (place !== undefined) values.set(place, { code: input.code, item: index === undefined ? null : at, value: Number(value) });
    }
    // A change of the whole input is one of its first point: the others are stated for their own places.
    const first = Math.min(...values.keys());
    const base = changes[input.code];
    if (base !== undefined) {
      const place = Number.isFinite(first) ? first : 0;
      values.set(place, { code: input.code, item: index === undefined ? null : index.items[place]!, value: base });
    }
    if (index !== undefined)
      for (const [place, item] of index.items.entries()) {
        const value = changes[`${input.code}.${item}`];
        if (value !== undefined) values.set(place, { code: input.code, item, value });
      }
    const places = [...values.keys()].sort((a, b) => a - b);
    const at = new Map(places.map((place) => [place, points.push(values.get(place)!) - 1]));
    return { input, index, at, places };
  }

  const numberNode = (path: Path, place: number) => builder.input(path.at.get(place)!);

  function nodeAt(path: Path, place: number): number | undefined {
    if (path.at.has(place)) return numberNode(path, place);
    const before = path.places.findLast((one) => one < place);
    const after = path.places.find((one) => one > place);
    if (path.input.fill === 'none' || before === undefined) return undefined;
    if (path.input.fill === 'last' || after === undefined) return numberNode(path, before);
    const from = numberNode(path, before);
    const rise = builder.step(op.subtract, numberNode(path, after), from);
    return builder.step(op.add, from, builder.step(op.multiply, rise, builder.constant((place - before) / (after - before))));
  }

  function placeIn({ index, input }: Path, places: Places, at: number): number {
    if (index === undefined) return 0;
    const place = places.get(index.code);
    if (place === undefined) throw new Problem(message('scenarios:problem.noPlace', { name: input.code, index: index.code }), at);
    return place;
  }

  function pathNamed(tree: Tree): Path {
    const path = tree.type === 'name' ? paths.get(tree.name) : undefined;
    if (path === undefined) throw new Problem(message('scenarios:problem.noInput', { name: tree.type === 'name' ? tree.name : '' }), tree.at);
    return path;
  }

  function event(tree: Tree, what: 'ever' | 'starts', places: Places): number {
    const path = pathNamed(tree);
    const { input, index } = path;
    const hazard = input.distribution.kind === 'event' && index !== undefined ? paths.get(input.distribution.hazard ?? '') : undefined;
    if (hazard === undefined || index === undefined) throw new Problem(message('scenarios:problem.noEvent', { name: input.code }), tree.at);
    const place = placeIn(path, places, tree.at);
    const nodes: number[] = [];
    for (let at = 0; at <= place; at += 1) {
      const slot = slots.ofEvent(input.code, at);
      const chance = nodeAt(hazard, hazard.index === undefined ? 0 : at);
      if (slot !== undefined && chance === undefined) throw missing(hazard.input.code, null, tree.at);
      nodes.push(slot === undefined ? builder.constant(0) : builder.step(op.less, builder.draw(slot), chance!));
    }
    const ever = (until: number) => nodes.slice(0, until + 1).reduce((a, b) => builder.step(op.or, a, b), builder.constant(0));
    return what === 'ever' ? ever(place) : builder.step(op.and, nodes[place]!, builder.step(op.not, ever(place - 1)));
  }

  return {
    points,
    problems,
    find: (name) => paths.get(name)?.input,
    node(input, places, at) {
      const path = paths.get(input.code)!;
      if (input.distribution.kind === 'event') throw new Problem(message('scenarios:problem.isEvent', { name: input.code }), at);
      const place = placeIn(path, places, at);
      const node = nodeAt(path, place);
      if (node === undefined) throw missing(input.code, path.index?.items[place] ?? null, at);
      return node;
    },
    given(tree, places) {
      const path = pathNamed(tree);
      const place = placeIn(path, places, tree.at);
      return path.at.has(place) ? numberNode(path, place) : undefined;
    },
    event,
  };
}

function missing(code: string, item: string | null, at: number): Problem {
  return new Problem(message('scenarios:problem.noValue', { name: item === null ? code : `${code}.${item}` }), at);
}

/** `points.SKD` is an input and its item. */
export function splitKey(key: string): readonly [string, string | undefined] {
  const dot = key.indexOf('.');
  return dot < 0 ? [key, undefined] : [key.slice(0, dot), key.slice(dot + 1)];
}
