// Correlations of drawn inputs: normal scores that go together (a Gaussian copula), by the Cholesky factor of their matrix.
import { message, Problem } from '../language/problem.ts';
import type { Correlation } from '../model.ts';

export interface Correlated {
  /** Codes in the order of the matrix. */
  readonly codes: readonly string[];
  /** Lower triangle, row by row. */
  readonly factor: readonly (readonly number[])[];
}

/** @throws Problem where the numbers are no correlations of anything. */
export function factorOf(correlations: readonly Correlation[], drawn: ReadonlySet<string>): Correlated {
  const used = correlations.filter(({ a, b }) => drawn.has(a) && drawn.has(b));
  const codes = [...new Set(used.flatMap(({ a, b }) => [a, b]))];
  const matrix: number[][] = codes.map((_, row) => codes.map((__, column) => (row === column ? 1 : 0)));
  for (const { a, b, r } of used) {
    const value = Number(r);
    if (a === b || Math.abs(value) > 1) throw new Problem(message('scenarios:problem.correlation', { a, b }));
    matrix[codes.indexOf(a)]![codes.indexOf(b)] = value;
    matrix[codes.indexOf(b)]![codes.indexOf(a)] = value;
  }
  return { codes, factor: cholesky(matrix) };
}

function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const factor = matrix.map((row) => row.map(() => 0));
  for (const [row, values] of matrix.entries())
    for (let column = 0; column <= row; column += 1) {
      let sum = values[column]!;
      for (let k = 0; k < column; k += 1) sum -= factor[row]![k]! * factor[column]![k]!;
      if (row === column) {
        if (sum < -1e-10) throw new Problem(message('scenarios:problem.notAMatrix'));
        factor[row]![row] = Math.sqrt(Math.max(0, sum));
      } else factor[row]![column] = factor[column]![column] === 0 ? 0 : sum / factor[column]![column]!;
    }
  return factor;
}
