/** How large a model may be, and how many trials a run. */
export const most = { items: 1000, inputs: 10_000, formulas: 2000, formulaLength: 2000, runs: 1_000_000 } as const;
