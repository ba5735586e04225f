import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../electron/core/app.ts';
import { createNodeHost } from '../../electron/core/node-host.ts';
import { type Backup, keptBackups } from '../../electron/core/store/backup.ts';
import { forkHere } from '../helpers/fork-here.ts';
import { figure, newWorkbook, pasteSource, startTestApp } from '../helpers/workbook.ts';

const backupAt = (at: string): Backup => ({ id: at, reason: 'routine', at, edit: 1, sizeBytes: 1 });

describe('a backup', () => {
  it('holds everything, says what restoring it would lose, and comes back; what was replaced is a backup by then', async () => {
    const { app, folder, path } = await newWorkbook();
    const source = await pasteSource(app);
    await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] });
    const backup = await app.ask('workbook.backup', {});
    await app.ask('sources.update', { id: source, patch: { grade: 'A' } });
    await app.ask('sources.update', { id: source, patch: { grade: 'F' } });
    expect((await app.ask('workbook.backups', {})).backups).toMatchObject([{ id: backup.id, edit: 2, editsSince: 2 }]);
    const { keptAside, backup: replaced } = await app.ask('workbook.restore', { id: backup.id });
    expect(keptAside).toBeNull();
    expect([(await app.ask('sources.get', { id: source })).grade, (await app.ask('workbook.info', {})).claims.figure]).toEqual(['B', 1]);
    expect((await app.ask('workbook.info', {})).missingEdits).toBeNull();
    expect((await app.ask('workbook.backups', {})).backups.map(({ id, reason }) => [id, reason])).toEqual([
      [replaced, 'before-restore'],
      [backup.id, 'routine'],
    ]);
    // From here on the two go apart: what the backup lacks is not told by its number.
    await app.ask('sources.update', { id: source, patch: { note: 'since' } });
    expect((await app.ask('workbook.backups', {})).backups.map(({ edit, editsSince }) => [edit, editsSince])).toEqual([
      [4, 1],
      [2, 1],
    ]);
    await app.ask('workbook.restore', { id: replaced ?? '' });
    expect((await app.ask('sources.get', { id: source })).grade).toBe('F');
    app.close();
    expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([]);
    expect(existsSync(path)).toBe(true);
  });

  it('brings back a workbook that can no longer be opened', async () => {
    const { app, folder, path } = await newWorkbook();
    const source = await pasteSource(app);
    await app.ask('workbook.backup', {});
    app.close();
    writeFileSync(path, 'this is no workbook any more');
    const again = startTestApp(folder).app;
    expect(() => again.openPath(path)).toThrow(expect.objectContaining({ key: 'store.notAWorkbook' }));
    const { keptAside } = again.restorePath(path);
    again.openPath(path);
    expect((await again.ask('sources.get', { id: source })).title).toBe('Market digest');
    expect(readFileSync(join(folder, keptAside ?? ''), 'utf8')).toBe('this is no workbook any more');
  });

  it('is refused of a damaged workbook, and the older ones stay', async () => {
    const { app, folder, path } = await newWorkbook();
    const source = await pasteSource(app);
    await app.ask('sources.update', { id: source, patch: { note: 'a note that will be damaged' } });
    await app.ask('workbook.backup', {});
    await app.ask('sources.update', { id: source, patch: { note: 'another note, damaged too' } });
    app.close();
    const bytes = readFileSync(path);
    const at = bytes.indexOf('another note, damaged too');
    bytes[at] = bytes[at]! ^ 4;
    writeFileSync(path, bytes);
    const again = startTestApp(folder).app;
    again.openPath(path);
    expect(await again.call('workbook.backup', {})).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect((await again.ask('workbook.backups', {})).backups).toHaveLength(1);
    expect(await again.call('sources.get', { id: source })).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect((await again.ask('workbook.verify', {})).ok).toBe(false);
  });
});

describe('a restore', () => {
  it('backs up what was there each time, also twice within one second', async () => {
    const { app, folder, path } = await newWorkbook();
    const source = await pasteSource(app);
    const { id } = await app.ask('workbook.backup', {});
    app.close();
    const at = Date.UTC(2026, 5, 1);
    const host = createNodeHost({ workbooks: join(folder, 'workbooks'), settings: join(folder, 'settings') }, {}, forkHere);
    const frozen = createApp({ host, clock: () => at, log: { info: () => {}, error: () => {} } });
    frozen.openPath(path);
    const kept: (string | null)[] = [];
    for (const grade of ['A', 'C'] as const) {
      await frozen.ask('sources.update', { id: source, patch: { grade } });
      kept.push((await frozen.ask('workbook.restore', { id })).backup);
    }
    const grades: unknown[] = [];
    for (const one of kept) {
      await frozen.ask('workbook.restore', { id: one ?? '' });
      grades.push((await frozen.ask('sources.get', { id: source })).grade);
    }
    frozen.close();
    expect(grades).toEqual(['A', 'C']);
  });
});

describe('a workbook with a name as long as a disk takes', () => {
  it.for(['x'.repeat(241), '市'.repeat(80)])('is backed up and restored, damaged or not; a longer name is refused with words: %#', async (name) => {
    const { app, folder } = startTestApp();
    const path = join(folder, `${name}.assay`);
    await app.createPath(path);
    const source = await pasteSource(app);
    const { id } = await app.ask('workbook.backup', {});
    await app.ask('workbook.restore', { id });
    app.close();
    writeFileSync(path, 'this is no workbook any more');
    const { keptAside } = app.restorePath(path, id);
    expect(readdirSync(folder)).toContain(keptAside);
    app.openPath(path);
    expect((await app.ask('sources.get', { id: source })).title).toBe('Market digest');
    await expect(app.createPath(join(folder, `${name}${name}.assay`))).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is made from any name', async () => {
    const { app } = startTestApp();
    const made = await Promise.all(['市'.repeat(120), '市'.repeat(120), 'я'.repeat(120)].map((name) => app.ask('library.create', { name })));
    expect(new Set(made.map(({ name }) => name)).size).toBe(3);
  });
});

describe('a workbook of the list that cannot be opened', () => {
  it('says so as its owner’s, lists its backups with what each would lose, and one of them brings it back open', async () => {
    const { app, folder } = startTestApp();
    const { id: workbook } = await app.ask('library.create', { name: 'Mine' });
    const source = await pasteSource(app);
    const { id } = await app.ask('workbook.backup', {});
    for (const grade of ['A', 'C'] as const) await app.ask('sources.update', { id: source, patch: { grade } });
    app.close();
    const path = join(folder, 'workbooks', 'Mine.assay');
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xa5, 100, 4000));
    const again = startTestApp(folder).app;
    expect(await again.call('library.open', { id: workbook })).toMatchObject({
      ok: false,
      error: { code: 'damaged', key: 'store.damaged' },
    });
    expect((await again.ask('library.backupsOf', { workbook })).backups).toMatchObject([{ id, editsSince: 2 }]);
    const { keptAside } = await again.ask('library.restoreOf', { workbook, id });
    expect(existsSync(join(folder, 'workbooks', keptAside ?? ''))).toBe(true);
    expect((await again.ask('sources.get', { id: source })).grade).toBe('B');
    expect((await again.ask('library.current', {})).workbook?.name).toBe('Mine');
  });
});

describe('a workbook of the list whose file is gone', () => {
  it('is brought back to its place from a backup', async () => {
    const { app, folder } = startTestApp();
    const { id: workbook } = await app.ask('library.create', { name: 'Mine' });
    const source = await pasteSource(app);
    const { id } = await app.ask('workbook.backup', {});
    await app.ask('library.close', {});
    rmSync(join(folder, 'workbooks', 'Mine.assay'));
    expect(await app.call('library.open', { id: workbook })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect((await app.ask('library.backupsOf', { workbook })).backups).toMatchObject([{ id, editsSince: 0 }]);
    expect(await app.ask('library.restoreOf', { workbook, id })).toMatchObject({ keptAside: null, backup: null });
    expect((await app.ask('sources.get', { id: source })).grade).toBe('B');
  });
});

describe('a backup that was killed half-made', () => {
  it('is swept away a day later, and what is younger stays', async () => {
    const { app, folder } = await newWorkbook();
    const { id } = await app.ask('workbook.info', {});
    await app.ask('workbook.backup', {});
    const place = join(folder, 'settings', 'backups', id);
    for (const name of ['.assay-old.tmp', '.assay-young.tmp']) writeFileSync(join(place, name), 'half');
    const yesterday = Date.now() / 1000 - 90_000;
    utimesSync(join(place, '.assay-old.tmp'), yesterday, yesterday);
    await app.ask('workbook.backup', {});
    expect(readdirSync(place).filter((name) => name.endsWith('.tmp'))).toEqual(['.assay-young.tmp']);
  });
});

describe('thinning', () => {
  it('keeps what was taken before a restore beside the backups of its day', () => {
    const at = (hour: number, reason: Backup['reason']) => ({ ...backupAt(`2026-01-01T${hour}:00:00Z`), reason });
    const [early, replaced, late] = [at(10, 'routine'), at(11, 'before-restore'), at(12, 'routine')];
    expect(keptBackups([early, replaced, late])).toEqual([late, replaced]);
  });

  it('takes the later edit for the newer of two backups of one second', () => {
    const at = '2026-01-01T10:00:00Z';
    const [older, newer] = [
      { ...backupAt(at), id: 'a-9', edit: 9 },
      { ...backupAt(at), id: 'a-10', edit: 10 },
    ];
    expect(keptBackups([older, newer])).toEqual([newer]);
  });

  it('keeps the newest of 12 days, 10 weeks and 9 months, and always the newest of all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }), { minLength: 1, maxLength: 200 }),
        (dates) => {
          const backups = [...new Set(dates.map((date) => date.toISOString()))].map(backupAt);
          const kept = keptBackups(backups);
          const newest = backups
            .map((one) => one.at)
            .sort()
            .at(-1);
          expect(kept[0]?.at).toBe(newest);
          expect(kept.length).toBeLessThanOrEqual(31);
          const days = [...new Set(backups.map((one) => one.at.slice(0, 10)))].sort().reverse().slice(0, 12);
          for (const day of days) expect(kept.some((one) => one.at.startsWith(day))).toBe(true);
          // Thinning what was thinned takes nothing more away.
          expect(keptBackups(kept)).toEqual(kept);
        },
      ),
    );
  });
});

describe('the commit counter', () => {
  it('tells how many edits a foreign or lost journal took', async () => {
    const { app, folder, path } = await newWorkbook();
    const source = await pasteSource(app);
    app.close();
    const old = readFileSync(path);
    const again = startTestApp(folder).app;
    again.openPath(path);
    for (const grade of ['A', 'C', 'D'] as const) await again.ask('sources.update', { id: source, patch: { grade } });
    again.close();
    writeFileSync(path, old);
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
    const third = startTestApp(folder).app;
    third.openPath(path);
    expect((await third.ask('workbook.info', {})).missingEdits).toMatchObject({ count: 3 });
  });
});

describe('a workbook file that is replaced while it is open', () => {
  it('stops writing and says so, and can still be read, exported and backed up', async () => {
    const { app, path } = await newWorkbook();
    const source = await pasteSource(app);
    const told: (string | undefined)[] = [];
    app.subscribe((event) => void (event.type === 'workbook.troubled' && told.push(event.note?.key)));
    const bytes = readFileSync(path);
    rmSync(path);
    writeFileSync(path, bytes);
    app.lookAfter();
    expect(await app.call('sources.update', { id: source, patch: { grade: 'A' } })).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect((await app.ask('sources.get', { id: source })).grade).toBe('B');
    expect((await app.ask('exchange.export', { format: 'json' })).sources).toBe(1);
    const { id, edit } = await app.ask('workbook.backup', {});
    expect((await app.ask('workbook.backups', {})).backups).toMatchObject([{ id, edit, editsSince: 0 }]);
    expect(told).toEqual(['workbook:stopped.replaced']);
    await app.open(path);
    await app.ask('sources.update', { id: source, patch: { grade: 'A' } });
    expect((await app.ask('workbook.info', {})).trouble).toBeNull();
  });
});
