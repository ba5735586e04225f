// A document that came in, without a mark that was removed here: it must not go out with it again.
import { hasType, isDocument, isObject, type Json, listOf } from './read.ts';

/** `index` counts the targets of the document in their order. Undefined where no annotation is left in it. */
export function withoutTarget(document: Json, index: number): Json | undefined {
  let next = 0;

  function targetLeft(target: unknown): unknown {
    if (isObject(target) && target.items !== undefined) return groupLeft(target, 'items', targetLeft);
    if (typeof target !== 'string' && !isObject(target)) return target;
    next += 1;
    return next - 1 === index ? undefined : target;
  }

  function documentLeft(one: unknown): unknown {
    if (!isObject(one) || !isDocument(one)) return one;
    if (hasType(one, 'Annotation')) return groupLeft(one, 'target', targetLeft);
    return withTotal(one, groupLeft(one, hasType(one, 'AnnotationPage') ? 'items' : 'first', documentLeft));
  }

  return documentLeft(document) as Json | undefined;
}

/** What is left of a list, or of a single value; undefined where the last of it went. */
function groupLeft(group: Json, key: string, left: (one: unknown) => unknown): Json | undefined {
  const before = listOf(group[key]);
  const after = before.map(left).filter((one) => one !== undefined);
  if (after.every((one, index) => one === before[index]) && after.length === before.length) return group;
  if (after.length === 0) return undefined;
  return { ...group, [key]: Array.isArray(group[key]) ? after : after[0] };
}

/** A page or collection that says how many annotations it holds says one less when one of its own went. */
function withTotal(before: Json, after: Json | undefined): Json | undefined {
  if (after === undefined || after === before || typeof after.total !== 'number') return after;
  return { ...after, total: after.total - (annotationsIn(before) - annotationsIn(after)) };
}

function annotationsIn(one: unknown): number {
  if (!isObject(one)) return 0;
  return one.target === undefined ? [...listOf(one.items), ...listOf(one.first)].reduce<number>((sum, inner) => sum + annotationsIn(inner), 0) : 1;
}
