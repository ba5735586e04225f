// Migrations are sequential and append-only: never edit one that has been released, add the next. `user_version` is the
// number of the last one applied; a workbook with a higher number comes from a newer Assay and is refused untouched.
import type Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import { workbookMigration } from './migrations/0001-workbook.ts';

const migrations: readonly string[] = [workbookMigration];
export const schemaVersion = migrations.length;

/** "ASAY" in ASCII. */
export const applicationId = 0x41534159;

export function assertKnownVersion(version: number): void {
  if (version <= schemaVersion) return;
  throw new AppError(
    'newer-workbook',
    `This workbook was written by a newer Assay (format ${version}; this one reads up to ${schemaVersion}). It was not touched. Update Assay to open it.`,
    { version, readsUpTo: schemaVersion },
  );
}

/** Brings the schema up to date, or to the format given, one transaction a step. */
export function migrate(db: Database.Database, to: number = schemaVersion): void {
  const from = db.pragma('user_version', { simple: true }) as number;
  assertKnownVersion(from);
  for (let step = from; step < to; step += 1) {
    db.transaction(() => {
      db.exec(migrations[step]!);
      db.pragma(`user_version = ${step + 1}`);
    }).immediate();
  }
}
