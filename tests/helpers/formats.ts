// Two formats of a workbook, as the next Assay will know them: the older lacks a column of today's and a table.
import Database from 'better-sqlite3';
import { columnOf, crcOfFields, fieldNames } from '../../electron/core/edits/records.ts';
import { type Migrations, migrate, ownMigrations } from '../../electron/core/store/migrate.ts';
import type { Row } from '../../electron/core/store/sql.ts';

const field = 'rankReason';
const column = columnOf(field);

export const twoFormats: Migrations = [
  {
    sql: ownMigrations
      .map(({ sql }) => sql)
      .join('\n')
      .replace(`  ${column} TEXT,\n`, ''),
  },
  {
    sql: `ALTER TABLE claim ADD COLUMN ${column} TEXT; CREATE TABLE colour (code TEXT PRIMARY KEY, label TEXT NOT NULL) STRICT;`,
    added: { claim: [field] },
  },
];

/** Turns a closed workbook of today into one that an Assay of the older format wrote. */
export function makeOlder(path: string): void {
  const db = new Database(path);
  db.unsafeMode(true);
  db.exec(`ALTER TABLE claim DROP COLUMN ${column}`);
  const before = fieldNames('claim').filter((one) => one !== field);
  for (const row of db.prepare('SELECT * FROM claim').all() as Row[])
    db.prepare('UPDATE claim SET crc = ? WHERE id = ?').run(crcOfFields(before, row), row.id);
  db.pragma('writable_schema = ON');
  db.prepare("UPDATE sqlite_schema SET sql = ? WHERE name = 'claim'").run(olderClaimTable());
  db.pragma('user_version = 1');
  db.close();
}

function olderClaimTable(): string {
  const db = new Database(':memory:');
  migrate(db, twoFormats, 1);
  const { sql } = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'claim'").get() as { sql: string };
  db.close();
  return sql;
}
