// Inputs by their names, and a result over the values of two of them.
import type { Program } from './compile.ts';
import { evaluate } from './evaluate.ts';
import { splitKey } from './inputs.ts';

/** The point of `FX`, `points.SKD` or `UF.2026`; without an item the first. Undefined where there is none. */
export function pointNamed({ points }: Program, key: string): number | undefined {
  const [code, item] = splitKey(key);
  const at = points.findIndex((one) => one.code === code && (item === undefined || one.item === item));
  return at < 0 ? undefined : at;
}

export interface Along {
  readonly point: number;
  readonly values: readonly number[];
}

/** Rows by the values of the first input, columns by those of the second; null where the result has no value. */
export function twoWay(program: Program, node: number, rows: Along, columns: Along): (number | null)[][] {
  return rows.values.map((row) =>
    columns.values.map((column) => {
      const value = evaluate(
        program,
        new Map([
          [rows.point, row],
          [columns.point, column],
        ]),
      )[node]!;
      return Number.isFinite(value) ? value : null;
    }),
  );
}

/** Equal steps from `low` to `high`, both ends among them. */
export function evenly(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => (at === count - 1 ? high : low + ((high - low) * at) / Math.max(1, count - 1)));
}
