import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { applicationId, schemaVersion } from '../../electron/core/store/migrate.ts';
import { openStore } from '../../electron/core/store/open.ts';
import { temporaryFolder } from '../helpers/workbook.ts';

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'no error';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('openStore', () => {
  it('sets and reads back the pragmas that keep acknowledged edits', () => {
    const store = openStore({ path: join(temporaryFolder(), 'a.assay'), mode: 'create' });
    const read = (name: string) => store.sql.get(`PRAGMA ${name}`);
    expect([read('journal_mode'), read('synchronous'), read('foreign_keys'), read('trusted_schema'), read('cell_size_check')]).toEqual([
      { journal_mode: 'wal' },
      { synchronous: 2 },
      { foreign_keys: 1 },
      { trusted_schema: 0 },
      { cell_size_check: 1 },
    ]);
    store.close();
  });

  it('marks the file as an Assay workbook of the current format', () => {
    const path = join(temporaryFolder(), 'a.assay');
    openStore({ path, mode: 'create' }).close();
    const header = readFileSync(path).subarray(0, 100);
    expect({ application: header.readUInt32BE(68), version: header.readUInt32BE(60) }).toEqual({
      application: applicationId,
      version: schemaVersion,
    });
  });

  it('keeps only strict tables', () => {
    const store = openStore({ path: join(temporaryFolder(), 'a.assay'), mode: 'create' });
    const loose = store.sql.column<string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    );
    expect(loose).toEqual([]);
    store.close();
  });

  it('refuses a second writer and lets it in once the first has closed', () => {
    const path = join(temporaryFolder(), 'a.assay');
    const first = openStore({ path, mode: 'create' });
    expect(codeOf(() => openStore({ path, mode: 'open' }))).toBe('locked');
    first.close();
    const second = openStore({ path, mode: 'open' });
    second.close();
  });

  it('names what is wrong with a file that it cannot open, and leaves it as it is', () => {
    const folder = temporaryFolder();
    const text = join(folder, 'note.assay');
    writeFileSync(text, 'just a note');
    const foreign = join(folder, 'foreign.assay');
    new Database(foreign).exec('CREATE TABLE x (y)').close();
    const newer = join(folder, 'newer.assay');
    openStore({ path: newer, mode: 'create' }).close();
    const db = new Database(newer);
    db.pragma(`user_version = ${schemaVersion + 1}`);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const before = readFileSync(newer);
    const codes = [text, foreign, newer, join(folder, 'missing.assay'), folder].map((path) => codeOf(() => openStore({ path, mode: 'open' })));
    expect(codes).toEqual(['not-a-workbook', 'not-a-workbook', 'newer-workbook', 'not-found', 'not-a-workbook']);
    expect(readFileSync(newer).equals(before)).toBe(true);
  });

  it('refuses to create over an existing file', () => {
    const path = join(temporaryFolder(), 'a.assay');
    writeFileSync(path, 'mine');
    expect(codeOf(() => openStore({ path, mode: 'create' }))).toBe('conflict');
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });
});
