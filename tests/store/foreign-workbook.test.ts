// The gate for workbooks that come from elsewhere.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { derivedProblems } from '../../electron/core/derived.ts';
import { forkNodeChild } from '../../electron/core/jobs/child.ts';
import { checkForeign } from '../../electron/core/store/foreign/check.ts';
import { foreignWorkbooks, turnedBytes } from '../faults/hostile/foreign-workbooks.ts';
import { handOver, pasteSource, startTestApp, temporaryFolder } from '../helpers/workbook.ts';

let sound: Buffer;

beforeAll(async () => {
  const { app, folder } = startTestApp();
  const path = join(folder, 'sound.assay');
  await app.createPath(path, { sample: true });
  await app.ask('history.undo', {});
  await app.ask('history.redo', {});
  app.close();
  sound = readFileSync(path);
});

function onDisk(bytes: Uint8Array, name = 'theirs.assay'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

describe('a workbook from elsewhere', () => {
  it('is opened when it is sound, and then known: the gate is not asked again', async () => {
    const { app } = startTestApp();
    const path = onDisk(sound);
    await app.open(path);
    expect((await app.ask('workbook.info', {})).claims.figure).toBeGreaterThan(10);
    await app.ask('library.close', {});
    await app.open(path);
    expect((await app.ask('workbook.verify', {})).problems).toEqual([]);
  });

  it('is refused in each of a hundred forms that a stranger could give it, with words, and stays as it is', { tags: ['large'] }, async () => {
    const hostile = foreignWorkbooks(sound);
    expect(hostile.length).toBeGreaterThanOrEqual(100);
    const refusals: string[] = [];
    for (const { name, bytes } of hostile) refusals.push(await refusalOf(name, bytes));
    expect(refusals.filter((one) => one !== 'refused')).toEqual([]);

    async function refusalOf(name: string, bytes: Uint8Array): Promise<string> {
      const copy = onDisk(bytes);
      try {
        await checkForeign({ copy, name }, derivedProblems);
        return `${name}: accepted`;
      } catch (error) {
        const { code = '' } = error as { code?: string };
        return /^(damaged|not-a-workbook|newer-workbook|SQLITE_(CORRUPT|NOTADB).*)$/.test(code) ? 'refused' : `${name}: ${String(error)}`;
      }
    }
  });

  it('cannot hang Assay: an endless view is named in a process of its own, and nothing is left behind', { tags: ['process'] }, async () => {
    const { app, folder } = startTestApp(undefined, forkNodeChild);
    const path = onDisk(
      turnedBytes(sound, (db) =>
        db.exec(
          'DROP TABLE meta; CREATE VIEW meta AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x AS key, x AS value FROM n',
        ),
      ),
    );
    const before = readFileSync(path);
    const temporary = temporaryFolder();
    vi.stubEnv('TMPDIR', temporary);
    await expect(app.open(path)).rejects.toMatchObject({
      code: 'not-a-workbook',
      details: { problem: expect.stringContaining('a view named meta') },
    });
    vi.unstubAllEnvs();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(temporary)).toEqual([]);
    expect(await app.ask('library.current', {})).toEqual({ workbook: null });
    expect(existsSync(join(folder, 'settings', 'backups'))).toBe(false);
  });

  it('at a path that this machine knows is another workbook when its identity is another', async () => {
    const { app, folder } = startTestApp();
    const path = join(folder, 'mine.assay');
    await app.createPath(path);
    app.close();
    writeFileSync(
      path,
      turnedBytes(sound, (db) => db.exec("UPDATE claim SET note = 'changed without its digest'")),
    );
    const again = startTestApp(folder).app;
    await expect(again.open(path)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('at a path that this machine knows is asked nothing before its schema was seen: no view of it is run', async () => {
    const { app, folder } = startTestApp();
    const path = join(folder, 'mine.assay');
    await app.createPath(path);
    await pasteSource(app);
    await app.ask('workbook.backup', {});
    app.close();
    const endless = 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x AS key, x AS value, x AS seq FROM n';
    for (const table of ['meta', 'edit']) {
      writeFileSync(
        path,
        turnedBytes(sound, (db) => db.exec(`DROP TABLE ${table}; CREATE VIEW ${table} AS ${endless}`)),
      );
      const again = startTestApp(folder).app;
      await expect(again.open(path)).rejects.toMatchObject({ code: 'not-a-workbook' });
      expect(again.restorePath(path).keptAside).toContain('before restore');
    }
  });

  it('that is handed over is kept under a free name and opened; a hostile one leaves no trace', async () => {
    const { app, files, folder } = startTestApp();
    const first = await app.ask('library.openFile', { file: handOver(files, 'Market.assay', sound) });
    await app.ask('library.close', {});
    const second = await app.ask('library.openFile', { file: handOver(files, 'Market.assay', sound) });
    expect([first.name, second.name, second.isOpen]).toEqual(['Market', 'Market 2', true]);
    const bad = turnedBytes(sound, (db) => db.exec('CREATE VIEW spy AS SELECT * FROM claim'));
    expect(await app.call('library.openFile', { file: handOver(files, 'Bad.assay', bad) })).toMatchObject({
      ok: false,
      error: { code: 'not-a-workbook', details: { name: 'Bad.assay', problem: expect.stringContaining('a view named spy') } },
    });
    expect(readdirSync(join(folder, 'workbooks')).filter((name) => !name.startsWith('Market 2.assay-'))).toEqual(['Market 2.assay', 'Market.assay']);
    expect((await app.ask('library.current', {})).workbook?.name).toBe('Market 2');
  });
});
