// What became other between two answers to the same question, as plain data: after an edit only that travels to a page which
// holds the answer before. Answers are trees of JSON. The cost is that of comparing them; rows are matched from both ends, so that
// one that came, went or changed in a long list is told as that.

/** A value that is JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * One of: a new value; what became of fields, and which are gone; what became of items of a list, by position; a stretch of a list
 * that made room for other items.
 */
export type Difference =
  | { readonly to: Json }
  | { readonly fields: Readonly<Record<string, Difference>>; readonly gone: readonly string[] }
  | { readonly items: readonly (readonly [number, Difference])[] }
  | { readonly at: number; readonly out: number; readonly in: readonly Json[] };

/** Undefined where nothing differs. */
export function differenceOf(before: Json, after: Json): Difference | undefined {
  if (before === after) return undefined;
  if (isList(before) && isList(after)) return differenceOfLists(before, after);
  if (isTree(before) && isTree(after)) return differenceOfTrees(before, after);
  return { to: after };
}

function differenceOfTrees(before: Readonly<Record<string, Json>>, after: Readonly<Record<string, Json>>): Difference | undefined {
  const fields: Record<string, Difference> = {};
  for (const [name, value] of Object.entries(after)) {
    const own = Object.hasOwn(before, name) ? differenceOf(before[name]!, value) : { to: value };
    if (own !== undefined) setOwn(fields, name, own);
  }
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  return Object.keys(fields).length + gone.length === 0 ? undefined : { fields, gone };
}

function differenceOfLists(before: readonly Json[], after: readonly Json[]): Difference | undefined {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isEqual(before[head]!, after[head]!)) head += 1;
  let tail = 0;
  while (tail < shorter - head && isEqual(before[before.length - 1 - tail]!, after[after.length - 1 - tail]!)) tail += 1;
  const out = before.length - head - tail;
  const fresh = after.slice(head, after.length - tail);
  if (out === 0 && fresh.length === 0) return undefined;
  if (out !== fresh.length) return { at: head, out, in: fresh };
  const items = fresh.flatMap((item, index): [number, Difference][] => {
    const own = differenceOf(before[head + index]!, item);
    return own === undefined ? [] : [[head + index, own]];
  });
  return { items };
}

/** The value after. What did not become other is the same object as before. */
export function withDifference(before: Json, difference: Difference): Json {
  if ('to' in difference) return difference.to;
  if ('fields' in difference) {
    const after: Record<string, Json> = {};
    const was = before as Readonly<Record<string, Json>>;
    for (const [name, value] of Object.entries(was)) if (!difference.gone.includes(name)) setOwn(after, name, value);
    for (const [name, own] of Object.entries(difference.fields))
      setOwn(after, name, withDifference(Object.hasOwn(was, name) ? was[name]! : null, own));
    return after;
  }
  const list = before as readonly Json[];
  if ('items' in difference) {
    const after = [...list];
    for (const [index, own] of difference.items) after[index] = withDifference(list[index]!, own);
    return after;
  }
  return [...list.slice(0, difference.at), ...difference.in, ...list.slice(difference.at + difference.out)];
}

function isEqual(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, index) => isEqual(item, b[index]!));
  if (!isTree(a) || !isTree(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && isEqual(a[name]!, b[name]!));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isTree(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name such as `__proto__` is a field like any other. */
function setOwn<T>(tree: Record<string, T>, name: string, value: T): void {
  Object.defineProperty(tree, name, { value, enumerable: true, writable: true, configurable: true });
}
