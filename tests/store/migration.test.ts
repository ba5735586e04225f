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

/** A history of note and hedge, told in the older format by the same machine. */
async function olderWithHistory(): Promise<{ folder: string; path: string; id: string; seq: number }> {
  const folder = temporaryFolder();
  const path = join(folder, 'older.assay');
  const app = plainApp(folder, plainHost(folder));
  await app.createPath(path);
  const source = await pasteSource(app);
  const { claims } = await app.ask('claims.capture', { claims: [figure(source, 'over 50%'), figure(source, '1.06m cars')] });
  const id = claims[0]!.id;
  const set = (field: string, value: string) => app.ask('claims.setCells', { cells: [{ id, field, value }] });
  await set('note', 'first');
  await set('hedge', 'projected');
  await set('note', 'second');
  await set('hedge', 'stated');
  await app.ask('claims.remove', { ids: [claims[1]!.id] });
  const { seq } = (await app.ask('history.list', { limit: 1 })).edits[0]!;
  app.close();
  makeOlder(path);
  return { folder, path, id, seq };
}

describe('the history of a workbook that was brought to a newer format', () => {
  it('is undone and redone across the migration, with values and names of fields as they are now', async () => {
    const { folder, path, id } = await olderWithHistory();
    const app = newer(folder);
    await app.open(path);
    const look = async () => {
      const { note, hedge, rankReason } = await app.ask('claims.get', { id });
      return [note, hedge, rankReason, (await app.ask('claims.list', {})).claims.length];
    };
    const states = [await look()];
    for (let step = 0; step < 5; step += 1) {
      await app.ask('history.undo', {});
      states.push(await look());
    }
    expect(states).toEqual([
      ['second', 'stated', null, 1],
      ['second', 'stated', null, 2],
      ['second', 'projected', null, 2],
      ['first', 'projected', null, 2],
      ['first', 'stated', null, 2],
      ['', 'stated', null, 2],
    ]);
    for (const state of states.slice(0, -1).reverse()) {
      await app.ask('history.redo', {});
      expect(await look()).toEqual(state);
    }
    expect((await app.ask('workbook.verify', {})).problems).toEqual([]);
    expect((await app.ask('workbook.rebuild', {})).differed).toEqual([]);
    app.close();
  });

  it('is read as of an edit before the migration, and field by field under the names of now', async () => {
    const { folder, path, id, seq } = await olderWithHistory();
    const app = newer(folder);
    await app.open(path);
    const states: unknown[] = [];
    for (let at = seq - 5; at <= seq; at += 1) {
      const { note, hedge } = await app.ask('claims.get', { id }, { at });
      states.push([note, hedge, (await app.ask('claims.window', { kind: 'figure' }, { at })).total]);
    }
    expect(states).toEqual([
      ['', 'stated', 2],
      ['first', 'stated', 2],
      ['first', 'projected', 2],
      ['second', 'projected', 2],
      ['second', 'stated', 2],
      ['second', 'stated', 1],
    ]);
    const { changes } = await app.ask('history.ofRecord', { record: id, field: 'note' });
    expect(changes.filter(({ field }) => field !== '*').map(({ old, new: now }) => [old, now])).toEqual([
      ['first', 'second'],
      ['', 'first'],
    ]);
    app.close();
  });

  it('gives its claims the content keys that they had', async () => {
    const { folder, path, id } = await olderWithHistory();
    const app = newer(folder);
    await app.open(path);
    const keys = keysIn(path);
    expect(keys.length).toBeGreaterThan(0);
    expect((await app.ask('claims.get', { id })).contentKey).toMatch(/^[0-9a-f]{32}$/);
    await app.ask('workbook.rebuild', {});
    expect(keysIn(path)).toEqual(keys);
    app.close();
  });
});

function keysIn(path: string): unknown[] {
  const db = new Database(path, { readonly: true });
  const keys = db.prepare('SELECT claim, position, hex(key) AS key FROM claim_key ORDER BY claim, position').all();
  db.close();
  return keys;
}
