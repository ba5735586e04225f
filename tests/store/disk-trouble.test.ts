// Places that take no writes, files that go away, folders that others look after.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { syncedBy } from '../../electron/core/store/sync-folder.ts';
import { newWorkbook, pasteSource, startTestApp } from '../helpers/workbook.ts';

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

const script = fileURLToPath(new URL('./read-only-child.ts', import.meta.url));
const asUser = isRoot ? { uid: nobody, gid: nobody } : {};
/** A checkout in a root user's own folder cannot be read by anybody else. */
const canRunAsUser = spawnSync(process.execPath, ['-e', `require('fs').readFileSync(${JSON.stringify(script)})`], asUser).status === 0;

/** What an ordinary user sees of a workbook: root may write everywhere. */
function lookAsUser(path: string, home: string): { isReadOnly: boolean; refused: string; exported: number; grade: string; backedUp: number } {
  const { stdout, stderr } = spawnSync(process.execPath, [script, path, home], { encoding: 'utf8', ...asUser });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

describe.skipIf(!canRunAsUser)('a workbook in a place that takes no writes', { tags: ['process'] }, () => {
  it.for(['after it was closed', 'with edits still in its journal'])(
    'can be read, exported and backed up, and says that it cannot be edited: %s',
    async (how) => {
      const { app, folder } = await newWorkbook();
      const source = await pasteSource(app);
      await app.ask('sources.update', { id: source, patch: { grade: 'C' } });
      const place = join(folder, 'archive');
      mkdirSync(place);
      if (how.startsWith('after')) app.close();
      for (const name of readdirSync(folder).filter((one) => /^test\.assay(-wal)?$/.test(one))) {
        cpSync(join(folder, name), join(place, name));
        // Given to others to read.
        chmodSync(join(place, name), 0o644);
      }
      app.close();
      const home = join(folder, 'home');
      mkdirSync(home);
      if (isRoot) chownSync(home, nobody, nobody);
      for (const one of [folder, place]) chmodSync(one, 0o555);
      try {
        expect(lookAsUser(join(place, 'test.assay'), home)).toEqual({ isReadOnly: true, refused: 'read-only', exported: 1, grade: 'C', backedUp: 2 });
        expect(readdirSync(tmpdir()).filter((name) => name.startsWith('assay-reading-'))).toEqual([]);
      } finally {
        for (const one of [folder, place]) chmodSync(one, 0o755);
      }
    },
  );
});

describe('a workbook beside which nothing can be written', () => {
  it('is opened for reading, and for writing as soon as that works again', async () => {
    const { app, path } = await newWorkbook();
    const source = await pasteSource(app);
    app.close();
    // What lies in the way of the lock fails as a full disk does.
    mkdirSync(`${path}-lock`);
    await app.open(path);
    expect((await app.ask('workbook.info', {})).isReadOnly).toBe(true);
    expect((await app.ask('exchange.export', { format: 'json' })).sources).toBe(1);
    expect((await app.ask('workbook.backup', {})).edit).toBe(1);
    rmdirSync(`${path}-lock`);
    await app.open(path);
    await app.ask('sources.update', { id: source, patch: { grade: 'A' } });
    expect((await app.ask('workbook.info', {})).isReadOnly).toBe(false);
  });
});

describe('a workbook whose file goes away while it is open', () => {
  it('says so, takes no edits, can be read and exported, and goes on when the file is back', async () => {
    const { app, path } = await newWorkbook();
    const source = await pasteSource(app);
    renameSync(path, `${path}.moved`);
    expect((await app.ask('workbook.info', {})).trouble).toEqual({ key: 'workbook:stopped.gone' });
    expect(await app.call('sources.update', { id: source, patch: { grade: 'A' } })).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect((await app.ask('exchange.export', { format: 'csv' })).sources).toBe(1);
    renameSync(`${path}.moved`, path);
    await app.ask('sources.update', { id: source, patch: { grade: 'A' } });
    expect((await app.ask('workbook.info', {})).trouble).toBeNull();
  });
});

describe('a folder that another program looks after', () => {
  it('is known by its name on every system', () => {
    const places = [
      'C:\\Users\\a\\OneDrive - Firm\\w.assay',
      '/home/a/Dropbox/x/w.assay',
      '/Users/a/Library/CloudStorage/GoogleDrive-a@b.c/My Drive/w.assay',
      '/Users/a/Library/Mobile Documents/com~apple~CloudDocs/w.assay',
      '\\\\server\\share\\w.assay',
      '/home/a/Nextcloud/w.assay',
    ];
    expect(places.map(syncedBy)).toEqual(['OneDrive', 'Dropbox', 'Google Drive', 'iCloud', 'network_share', 'sync_program']);
  });

  it('is warned of, and a folder of one’s own is not', async () => {
    const { app, folder } = startTestApp();
    mkdirSync(join(folder, 'OneDrive'));
    await app.createPath(join(folder, 'OneDrive', 'w.assay'));
    expect((await app.ask('workbook.info', {})).syncedBy).toBe('OneDrive');
    await app.createPath(join(folder, 'w.assay'));
    expect((await app.ask('workbook.info', {})).syncedBy).toBeNull();
    expect(syncedBy('/home/a/Dropboxes/not it/OneDrive.assay')).toBeUndefined();
  });
});
