// Looks at what a stranger sent before any schema does: bounded depth and size, plain data only, and no value that the
// store would change silently (NaN, infinities, integers beyond 2^53, lone surrogates, NUL).
import { AppError } from '../../shared/errors.ts';

const maxDepth = 32;
const maxNodes = 2_000_000;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** @throws AppError `invalid-input` or `limit`. Iterative, so that no depth can exhaust the stack. */
export function assertSafeInput(input: unknown): void {
  const waiting: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  let nodes = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    nodes += 1;
    if (nodes > maxNodes) throw new AppError('limit', 'calls.tooManyValues', { most: maxNodes });
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) assertPlain(value);
    else {
      if (depth >= maxDepth) throw new AppError('limit', 'calls.tooDeep', { most: maxDepth });
      for (const child of childrenOf(value)) waiting.push({ value: child, depth: depth + 1 });
    }
  }
}

function childrenOf(value: object): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new AppError('invalid-input', 'calls.notPlainData');
  const keys = Object.keys(value);
  const bad = keys.find((key) => forbiddenKeys.has(key));
  if (bad !== undefined) throw new AppError('invalid-input', 'calls.forbiddenKey', { name: bad });
  for (const key of keys) assertPlain(key);
  return Object.values(value);
}

function assertPlain(value: unknown): void {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new AppError('invalid-input', 'calls.loneSurrogate');
      if (value.includes('\0')) throw new AppError('invalid-input', 'calls.nul');
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new AppError('invalid-input', 'calls.notFinite');
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new AppError('invalid-input', 'calls.unsafeInteger');
      return;
    case 'boolean':
    case 'undefined':
    case 'object':
      return;
    default:
      throw new AppError('invalid-input', 'calls.wrongType', { type: typeof value });
  }
}
