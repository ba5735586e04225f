// A workbook of an older format, opened by a newer Assay.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { App } from '../../electron/core/app.ts';
import { openStore } from '../../electron/core/store/open.ts';
import { plainApp, plainHost } from '../faults/plain-app.ts';
import { makeOlder, twoFormats } from '../helpers/formats.ts';
import { figure, handOver, pasteSource, startTestApp, temporaryFolder } from '../helpers/workbook.ts';

interface Older {
  readonly folder: string;
  readonly path: string;
  readonly source: string;
}

async function older(): Promise<Older> {
  const { app, folder } = startTestApp();
  const path = join(folder, 'older.assay');
  await app.createPath(path);
  const source = await pasteSource(app);
  await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] });
  app.close();
  makeOlder(path);
  return { folder, path, source };
}

/** The newer Assay, at home in the folder. */
function newer(folder: string): App {
  return plainApp(folder, plainHost(folder), twoFormats);
}

function formatOf(path: string): number {
  return readFileSync(path).readUInt32BE(60);
}

describe('a workbook of an older format', () => {
  it('is brought to the newest when it is opened, with every record and edit, after a checked backup of it as it was', async () => {
    const { folder, path } = await older();
    const app = newer(folder);
    await app.open(path);
    expect((await app.ask('claims.list', {})).claims).toMatchObject([{ value: { low: '50' }, rankReason: null }]);
    expect((await app.ask('history.list', {})).edits.map((edit) => edit.kind)).toEqual(['migrate', 'do', 'do']);
    expect((await app.ask('workbook.verify', {})).problems).toEqual([]);
    expect((await app.ask('workbook.info', {})).missingEdits).toBeNull();
    const { backups } = await app.ask('workbook.backups', {});
    expect(backups).toMatchObject([{ reason: 'before-migration', edit: 2, editsSince: 1 }]);
    app.close();
    expect(formatOf(path)).toBe(2);
    const [kept] = readdirSync(join(folder, 's', 'backups'), { recursive: true }).filter((name) => String(name).endsWith('.assay'));
    expect(formatOf(join(folder, 's', 'backups', String(kept)))).toBe(1);
  });

  it('takes edits, and its old state can be restored', async () => {
    const { folder, path, source } = await older();
    const app = newer(folder);
    await app.open(path);
    await app.ask('sources.update', { id: source, patch: { grade: 'F' } });
    const { backups } = await app.ask('workbook.backups', {});
    await app.ask('workbook.restore', { id: backups[0]?.id ?? '' });
    expect((await app.ask('sources.get', { id: source })).grade).toBe('B');
    expect((await app.ask('workbook.verify', {})).problems).toEqual([]);
    app.close();
  });

  it('stays as it was and can be read when no backup can be taken', async () => {
    const { folder, path } = await older();
    mkdirSync(join(folder, 's'), { recursive: true });
    writeFileSync(join(folder, 's', 'backups'), 'no folder');
    const before = readFileSync(path);
    const app = newer(folder);
    app.openPath(path);
    expect((await app.ask('workbook.info', {})).isReadOnly).toBe(true);
    expect((await app.ask('claims.list', {})).claims).toHaveLength(1);
    app.close();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(() => openStore({ path, mode: 'open', migrations: twoFormats })).toThrow(expect.objectContaining({ key: 'store.olderFormat' }));
  });

  it('is not brought on when one of its records is damaged, and no digest is made over the damage', async () => {
    const { folder, path } = await older();
    const bent = new Database(path);
    bent.exec("UPDATE claim SET original = 'bent'");
    bent.close();
    const app = newer(folder);
    await expect(app.open(path)).rejects.toMatchObject({ code: 'damaged' });
    expect(formatOf(path)).toBe(1);
    app.close();
  });

  it('is let in from elsewhere in exactly the form that its format had', async () => {
    const { path } = await older();
    const sound = readFileSync(path);
    const folder = temporaryFolder();
    const host = plainHost(folder);
    const app = plainApp(folder, host, twoFormats);
    await app.ask('library.openFile', { file: handOver(host.files, 'Older.assay', sound) });
    expect((await app.ask('claims.list', {})).claims).toHaveLength(1);
    const bent = join(folder, 'bent.assay');
    writeFileSync(bent, sound);
    const db = new Database(bent);
    db.exec('CREATE TABLE colour (code TEXT PRIMARY KEY, label TEXT NOT NULL) STRICT');
    db.close();
    await expect(app.open(bent)).rejects.toMatchObject({
      code: 'not-a-workbook',
      key: 'foreign.notAWorkbook',
      details: { problem: expect.stringContaining('a table named colour') },
    });
    app.close();
  });

  it.skipIf(process.getuid?.() === 0)('can be read where it cannot be written, and stays as it is there', async () => {
    const { folder, path } = await older();
    chmodSync(path, 0o444);
    const app = newer(join(folder, 'home'));
    app.openPath(path);
    expect((await app.ask('claims.list', {})).claims).toHaveLength(1);
    app.close();
    expect(formatOf(path)).toBe(1);
    expect(existsSync(`${path}-wal`)).toBe(false);
  });
});
