// Whether a closed workbook is sound, whatever its format. One of an older format is looked through as it will be once it is
// brought to the newest: on a private copy.
import { dirname } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { copyWhole, removeTemporary, temporaryIn } from './atomic-write.ts';
import { migrateCopy, readStore } from './look.ts';
import type { Migrations } from './migrate.ts';
import type { Sql } from './sql.ts';
import { findProblems } from './verify.ts';

/** @throws AppError `damaged` */
export function assertWhole(path: string, migrations: Migrations): void {
  assertSound(problemsIn(path, migrations));
}

/** @throws AppError `damaged` where any were found in a copy. */
export function assertSound([first, ...others]: readonly string[]): void {
  if (first === undefined) return;
  throw new AppError('damaged', 'store.damagedNoBackup', {
    problem: first,
    problems: [first, ...others].slice(0, 20),
  });
}

/** Also of a workbook that is open: what it held when this began. `more` looks for what the store knows nothing of. */
export function problemsIn(path: string, migrations: Migrations, more: (sql: Sql) => string[] = () => []): string[] {
  const ofOneMoment = (sql: Sql) => problemsNow(sql, more);
  const format = readStore(path, (sql) => sql.get<{ user_version: number }>('PRAGMA user_version')?.user_version);
  if (format === migrations.length) return readStore(path, ofOneMoment);
  const copy = temporaryIn(dirname(path));
  try {
    copyWhole(path, copy);
    migrateCopy(copy, migrations);
    return readStore(copy, ofOneMoment);
  } finally {
    removeTemporary(copy);
  }
}

/** Edits that come meanwhile are not seen. */
function problemsNow(sql: Sql, more: (sql: Sql) => string[]): string[] {
  sql.run('BEGIN');
  return [...findProblems(sql), ...more(sql)];
}
