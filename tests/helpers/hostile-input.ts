// Inputs that no page of ours sends.
import fc from 'fast-check';
import type { z } from 'zod';
import { findCall, type Method, methods } from '../../shared/contract.ts';
import { anyText } from './any-text.ts';

const anyKey = fc.constantFrom(
  'id',
  'sourceId',
  'start',
  'end',
  'kind',
  'query',
  'claims',
  'files',
  'sort',
  'filter',
  '__proto__',
  'constructor',
  'x',
);
const oddValue = fc.oneof(
  anyText(40),
  fc.constantFrom('', '\ud800', 'a\0b', '../../x', "'; DROP TABLE claim; --", '💥'.repeat(50)),
  fc.integer(),
  fc.double(),
  fc.bigInt(),
  fc.constantFrom(null, undefined, true, Number.NaN, 2 ** 60, -1, Number.POSITIVE_INFINITY),
  fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxLength: 6 }),
  fc.object({ maxDepth: 3 }),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, maxDepth: 3 }),
);

/** What opens or closes workbooks would change what the other calls meet. */
const leftOut = new Set(['library.create', 'library.open', 'library.close', 'workbook.restore']);
export const fuzzedMethods = methods.filter((name) => !leftOut.has(name));

/** Of three shapes: anything, an object of keys that calls know, or the call's own keys with values that may just pass. */
export function hostileInput(name: Method, ids: readonly string[] = []): fc.Arbitrary<unknown> {
  const keys = Object.keys((findCall(name)!.input as z.ZodObject).shape ?? {});
  const value = ids.length === 0 ? oddValue : fc.oneof(oddValue, fc.constantFrom(...ids), fc.array(fc.constantFrom(...ids), { maxLength: 3 }));
  const own = keys.length === 0 ? fc.constant({}) : fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] });
  return fc.oneof(oddValue, fc.dictionary(anyKey, oddValue), { arbitrary: own, weight: 3 });
}
