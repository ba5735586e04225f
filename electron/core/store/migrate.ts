// Migrations are sequential and append-only: never edit one that has been released, add the next. `user_version` is the
// number of the last one applied; a workbook with a higher number comes from a newer Assay and is refused untouched. All
// steps that a workbook lacks are one transaction: a crash leaves the old format or the new one.
import type Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import { columnOf, crcOfFields, fieldNames, type RecordTable } from '../edits/records.ts';
import { workbookMigration } from './migrations/0001-workbook.ts';
import type { Row } from './sql.ts';

export interface Migration {
  readonly sql: string;
  /** Fields that a record table gains, by `ALTER TABLE … ADD COLUMN` without a default: their rows get new digests. */
  readonly added?: Partial<Record<RecordTable, readonly string[]>>;
}

export type Migrations = readonly Migration[];

export const ownMigrations: Migrations = [{ sql: workbookMigration }];
export const schemaVersion = ownMigrations.length;

/** "ASAY" in ASCII. */
export const applicationId = 0x41534159;

export function versionOf(db: Pick<Database.Database, 'pragma'>): number {
  return db.pragma('user_version', { simple: true }) as number;
}

export function assertKnownVersion(version: number, migrations: Migrations): void {
  if (version <= migrations.length) return;
  throw new AppError('newer-workbook', 'store.newerFormat', { version, readsUpTo: migrations.length });
}

/** Brings the schema up to date, or to the format given. @throws AppError `damaged` when a record is not what was written. */
export function migrate(db: Database.Database, migrations: Migrations, to: number = migrations.length): void {
  const from = versionOf(db);
  assertKnownVersion(from, migrations);
  if (from >= to) return;
  const steps = migrations.slice(from, to);
  db.transaction(() => {
    for (const { sql } of steps) db.exec(sql);
    for (const table of new Set(steps.flatMap(({ added = {} }) => Object.keys(added) as RecordTable[])))
      digestAnew(
        db,
        table,
        steps.flatMap(({ added = {} }) => added[table] ?? []),
      );
    db.pragma(`user_version = ${to}`);
  }).immediate();
}

/** A digest covers the fields of its time: it is checked over those before it is made over all. */
function digestAnew(db: Database.Database, table: RecordTable, added: readonly string[]): void {
  const fields = fieldNames(table);
  const before = fields.filter((field) => !added.includes(field));
  const columns = fields.map(columnOf).join(', ');
  const write = db.prepare(`UPDATE ${table} SET crc = ? WHERE rowid = ?`);
  const read = db.prepare(`SELECT rowid AS place, crc, ${columns} FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT 500`);
  for (let rows = read.all(0) as Row[]; rows.length > 0; rows = read.all(rows.at(-1)!.place) as Row[]) {
    for (const row of rows) {
      if (row.crc !== crcOfFields(before, row)) throw new AppError('damaged', 'store.damagedBeforeMigration', { table, id: String(row.id) });
      write.run(crcOfFields(fields, row), row.place);
    }
  }
}
