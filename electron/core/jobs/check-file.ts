// What the child does that checks a workbook.
import { AppError } from '../../../shared/errors.ts';
import { derivedProblems } from '../derived.ts';
import { identityOf } from '../store/identity.ts';
import { migrationsFrom } from '../store/migrate.ts';
import { problemsIn } from '../store/soundness.ts';

export interface CheckRequest {
  readonly path: string;
  /** Module of the formats; Assay's own without. */
  readonly formats?: string | undefined;
  /** Holds the derived tables against the records too. */
  readonly withDerived?: boolean;
  /** Of the file that is meant: another one may have taken its place. */
  readonly identity?: string | undefined;
}

/** @throws AppError `conflict` when it was another file. */
export async function checkFile({ path, formats, identity, withDerived = false }: CheckRequest): Promise<readonly string[]> {
  const assertMeant = () => {
    if (identity !== undefined && identityOf(path) !== identity) throw new AppError('conflict', 'check.replaced');
  };
  assertMeant();
  const problems = problemsIn(path, await migrationsFrom(formats), withDerived ? derivedProblems : undefined);
  assertMeant();
  return problems;
}
