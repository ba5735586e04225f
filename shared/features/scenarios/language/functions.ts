// The allow-list of functions: what is not here cannot be called.

/** Of numbers: how many it takes. */
export const plainFunctions: ReadonlyMap<string, { readonly least: number; readonly most: number }> = new Map([
  ['abs', { least: 1, most: 1 }],
  ['exp', { least: 1, most: 1 }],
  ['ln', { least: 1, most: 1 }],
  ['sqrt', { least: 1, most: 1 }],
  ['floor', { least: 1, most: 1 }],
  ['ceil', { least: 1, most: 1 }],
  ['round', { least: 1, most: 1 }],
  ['not', { least: 1, most: 1 }],
  ['min', { least: 1, most: 32 }],
  ['max', { least: 1, most: 32 }],
  ['and', { least: 1, most: 32 }],
  ['or', { least: 1, most: 32 }],
  ['clamp', { least: 3, most: 3 }],
  ['if', { least: 3, most: 3 }],
  /** No value: what a result is where the question has no answer. */
  ['none', { least: 0, most: 0 }],
]);

/** Over an index: `sum(flow, year)`. `first` is the first item of a range where the condition holds. */
export const reducingFunctions: ReadonlySet<string> = new Set(['sum', 'mean', 'product', 'lowest', 'highest', 'first']);

/** Of inputs: `given(M, otherwise)` where the path has a point; `ever` and `starts` of an event. */
export const inputFunctions: ReadonlySet<string> = new Set(['given', 'ever', 'starts']);

export const functionNames = [...plainFunctions.keys(), ...reducingFunctions, ...inputFunctions].sort();
