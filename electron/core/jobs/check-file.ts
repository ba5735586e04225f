// What the child does that checks a workbook.
import { AppError } from '../../../shared/errors.ts';
import { identityOf } from '../store/identity.ts';
import type { Migrations } from '../store/migrate.ts';
import { problemsIn } from '../store/soundness.ts';

export interface CheckRequest {
  readonly path: string;
  readonly migrations: Migrations;
  /** Of the file that is meant: another one may have taken its place. */
  readonly identity?: string | undefined;
}

/** @throws AppError `conflict` when it was another file. */
export function checkFile({ path, migrations, identity }: CheckRequest): readonly string[] {
  const assertMeant = () => {
    if (identity !== undefined && identityOf(path) !== identity) throw new AppError('conflict', 'check.replaced');
  };
  assertMeant();
  const problems = problemsIn(path, migrations);
  assertMeant();
  return problems;
}
