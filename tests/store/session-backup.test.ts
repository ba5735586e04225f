import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { App } from '../../electron/core/app.ts';
import { forkHere } from '../helpers/fork-here.ts';
import { unpackedText } from '../helpers/unpacked-text.ts';
import { newWorkbook, pasteSource, startTestApp } from '../helpers/workbook.ts';

/** A workbook with one source, closed; and a session on it as a shell holds it. */
async function foundWorkbook() {
  const { app, folder, path } = await newWorkbook();
  const source = await pasteSource(app);
  app.close();
  const begin = () => {
    const session = startTestApp(folder, forkHere, { isLasting: true });
    session.app.openPath(path);
    return session;
  };
  return { begin, folder, path, source };
}

const note = (app: App, id: string, text: string) => app.ask('sources.update', { id, patch: { note: text } });
const kept = async (app: App) => (await app.ask('workbook.backups', {})).backups.map(({ edit, editsSince }) => [edit, editsSince]);

function leftBehind(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('.tmp')) as string[];
}

describe('the backup before the first edit of a session', () => {
  it('holds what was found, though the edit is answered before it is taken', async () => {
    const { begin, folder, source } = await foundWorkbook();
    const { app } = begin();
    expect(await kept(app)).toEqual([]);
    await note(app, source, 'first');
    expect(await kept(app)).toEqual([]);
    await note(app, source, 'second');
    await app.backedUp();
    expect(await kept(app)).toEqual([[1, 2]]);
    const [backup] = (await app.ask('workbook.backups', {})).backups;
    await app.ask('workbook.restore', { id: backup!.id });
    expect((await app.ask('sources.get', { id: source })).note).toBe('');
    expect(leftBehind(folder)).toEqual([]);
  });

  it('holds what was found while edits go on in a workbook that takes many steps to copy', async () => {
    const { app, folder, path } = await newWorkbook();
    const source = await pasteSource(app);
    for (let nr = 0; nr < 6; nr += 1) await app.ask('sources.paste', { text: unpackedText(10_000, nr), meta: {} });
    app.close();
    expect(statSync(path).size).toBeGreaterThan(4_000_000);
    const session = startTestApp(folder, forkHere, { isLasting: true }).app;
    session.openPath(path);
    let isOver = false;
    let edits = 0;
    await note(session, source, 'first');
    void session.backedUp().then(() => (isOver = true));
    while (!isOver) {
      await note(session, source, `note ${edits}`);
      edits += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(edits).toBeGreaterThan(1);
    expect(await kept(session)).toEqual([[7, edits + 1]]);
    expect((await session.ask('workbook.verify', {})).ok).toBe(true);
  });

  it('is taken once, and not where a backup holds every edit', async () => {
    const { begin, source } = await foundWorkbook();
    const first = begin().app;
    await note(first, source, 'first');
    await first.backedUp();
    await note(first, source, 'second');
    await first.backedUp();
    expect(await kept(first)).toEqual([[1, 2]]);
    await first.ask('workbook.backup', {});
    const before = (await first.ask('workbook.backups', {})).backups;
    first.close();
    const second = begin().app;
    await note(second, source, 'third');
    await second.backedUp();
    expect((await second.ask('workbook.backups', {})).backups.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('is thinned like the others', async () => {
    const { begin, source } = await foundWorkbook();
    for (let nr = 0; nr < 3; nr += 1) {
      const { app } = begin();
      await note(app, source, `session ${nr}`);
      await app.backedUp();
      expect(await kept(app)).toEqual([[nr + 1, 1]]);
      app.close();
    }
  });

  it('is left out where nothing was found: a new workbook holds nothing', async () => {
    const { folder } = await foundWorkbook();
    const { app } = startTestApp(folder, forkHere, { isLasting: true });
    await app.createPath(join(folder, 'new.assay'));
    await pasteSource(app);
    await app.backedUp();
    expect(await kept(app)).toEqual([]);
  });

  it('does not fail the edit when it fails, and is told', async () => {
    const { begin, folder, source } = await foundWorkbook();
    const session = begin();
    const { id } = await session.app.ask('workbook.backup', {});
    const home = readdirSync(folder, { recursive: true })
      .map(String)
      .find((name) => name.endsWith(`${id}.assay`))!;
    session.app.close();
    const backups = join(folder, home, '..');
    rmSync(backups, { recursive: true });
    const again = begin();
    // A file stands where the folder would be made.
    rmSync(backups, { recursive: true, force: true });
    mkdirSync(join(backups, '..'), { recursive: true });
    writeFileSync(backups, '');
    await note(again.app, source, 'first');
    await again.app.backedUp();
    expect((await again.app.ask('sources.get', { id: source })).note).toBe('first');
    expect(again.logged).toEqual([expect.stringContaining('a backup before the first edit failed')]);
  });

  it('leaves nothing behind when the workbook is closed over it', async () => {
    const { begin, folder, source } = await foundWorkbook();
    const { app, logged } = begin();
    await note(app, source, 'first');
    const over = app.backedUp();
    app.close();
    await over;
    expect([leftBehind(folder), logged]).toEqual([[], []]);
    const { app: again } = begin();
    expect((await again.ask('sources.get', { id: source })).note).toBe('first');
  });

  it('is not taken in a session that does not last, such as one command', async () => {
    const { folder, path, source } = await foundWorkbook();
    const { app } = startTestApp(folder);
    app.openPath(path);
    await note(app, source, 'first');
    await app.backedUp();
    expect(await kept(app)).toEqual([]);
  });
});
