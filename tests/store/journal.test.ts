// What lies beside a workbook that was not closed.
import { copyFileSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../electron/core/store/open.ts';
import { newWorkbook, pasteSource, startTestApp, type TestWorkbook } from '../helpers/workbook.ts';

const grades = ['A', 'C', 'D', 'E'] as const;

/** A workbook of two edits as a kill leaves it: the edits after them stand in its journal alone. */
async function killed(): Promise<TestWorkbook & { readonly source: string }> {
  const workbook = await newWorkbook();
  const source = await pasteSource(workbook.app);
  workbook.close();
  workbook.app.openPath(workbook.path);
  for (const grade of grades) await workbook.app.ask('sources.update', { id: source, patch: { grade } });
  const [file, journal] = ['', '-wal'].map((suffix) => readFileSync(workbook.path + suffix)) as [Buffer, Buffer];
  workbook.close();
  writeFileSync(workbook.path, file);
  writeFileSync(`${workbook.path}-wal`, journal);
  return { ...workbook, source };
}

describe('the journal of a workbook that was not closed', () => {
  it('brings every edit back, and nothing is told', async () => {
    const { folder, path, source } = await killed();
    const { app } = startTestApp(folder);
    await app.open(path);
    expect((await app.ask('sources.get', { id: source })).grade).toBe('E');
    expect((await app.ask('workbook.info', {})).missingEdits).toBeNull();
  });

  it('that is damaged brings back what stands before the damage, and the rest is told', async () => {
    const { folder, path, source } = await killed();
    const journal = readFileSync(`${path}-wal`);
    journal[Math.floor(journal.length / 2)]! ^= 1;
    writeFileSync(`${path}-wal`, journal);
    const { app } = startTestApp(folder);
    await app.open(path);
    const { missingEdits } = await app.ask('workbook.info', {});
    const { last } = await app.ask('history.state', {});
    expect(missingEdits?.count).toBe(grades.length + 1 - (last?.seq ?? 0));
    const { grade } = await app.ask('sources.get', { id: source });
    expect(['B', ...grades].indexOf(grade ?? '')).toBe((last?.seq ?? 0) - 1);
  });

  it('of an earlier time goes aside when it would take edits away', async () => {
    const { folder, path, source } = await killed();
    copyFileSync(`${path}-wal`, join(folder, 'earlier'));
    const { app } = startTestApp(folder);
    await app.open(path);
    await app.ask('sources.update', { id: source, patch: { note: 'the last edit' } });
    app.close();
    copyFileSync(join(folder, 'earlier'), `${path}-wal`);
    const again = startTestApp(folder).app;
    await again.open(path);
    expect((await again.ask('sources.get', { id: source })).note).toBe('the last edit');
    expect((await again.ask('workbook.info', {})).missingEdits).toBeNull();
    expect(readdirSync(folder).filter((name) => /journal set aside .*-wal$/.test(name))).toHaveLength(1);
    expect((await again.ask('workbook.verify', {})).problems).toEqual([]);
  });
});

describe('a workbook under two names', () => {
  it('has one lock, whichever link leads to it', async () => {
    const { folder, path } = await newWorkbook();
    const link = join(folder, 'link.assay');
    symlinkSync(path, link);
    expect(() => openStore({ path: link, mode: 'open' })).toThrow(expect.objectContaining({ key: 'store.locked' }));
    expect(existsSync(`${link}-lock`)).toBe(false);
  });
});

describe('the check of a workbook', () => {
  it('finds a record of an earlier time, whose digest fits', async () => {
    const { app, folder, path } = await newWorkbook();
    const source = await pasteSource(app);
    app.close();
    const db = new Database(path);
    const earlier = db.prepare('SELECT grade, crc FROM source').get() as { grade: string; crc: number };
    db.close();
    app.openPath(path);
    await app.ask('sources.update', { id: source, patch: { grade: 'F' } });
    app.close();
    const bent = new Database(path);
    bent.prepare('UPDATE source SET grade = ?, crc = ?').run(earlier.grade, earlier.crc);
    bent.close();
    const again = startTestApp(folder).app;
    again.openPath(path);
    expect((await again.ask('workbook.verify', {})).problems).toEqual([`source ${source} is not what the log says`]);
  });

  it('finds a record that went without an edit', async () => {
    const { app, folder, path } = await newWorkbook();
    await pasteSource(app);
    app.close();
    const bent = new Database(path);
    bent.prepare('DELETE FROM source').run();
    bent.close();
    const again = startTestApp(folder).app;
    again.openPath(path);
    expect((await again.ask('workbook.verify', {})).problems).toContain('source 1 is gone without an edit that removed it');
  });
});
