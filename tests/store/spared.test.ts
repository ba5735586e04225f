// What must not keep a workbook closed, take room for ever, or be read by others.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFiles } from '../../electron/core/files.ts';
import { newWorkbook, pasteSource, startTestApp } from '../helpers/workbook.ts';

describe('settings that are damaged', () => {
  it.each([
    '',
    'null',
    '[]',
    '7',
    '{"recentWorkbooks":"no list","lastOpen":7}',
    '{"recentWorkbooks":"[7,null]","lastOpen":"\\u0000"}',
    '{"lines.x":"{"}',
  ])('keep no workbook closed: %s', async (text) => {
    const { path, folder, close } = await newWorkbook();
    close();
    const settings = join(folder, 'settings', 'settings.json');
    const lines = Object.keys(JSON.parse(readFileSync(settings, 'utf8'))).filter((key) => key.startsWith('lines.'));
    writeFileSync(settings, text.replace('lines.x', lines[0]!));
    const { app } = startTestApp(folder);
    expect(await app.reopen()).toBe(false);
    await app.ask('library.list', {});
    await app.open(path);
    expect(await app.ask('workbook.info', {})).toMatchObject({ sources: 0 });
  });
});

describe('a file that is handed over', () => {
  it('is let go when no piece of it has come for a while', () => {
    let now = 0;
    const files = createFiles(() => now);
    const file = { name: 'a.txt', mediaType: '', sizeBytes: 120_000_000 };
    const handles = Array.from({ length: 8 }, () => files.open(file));
    expect(() => files.open(file)).toThrow(expect.objectContaining({ code: 'limit' }));
    now += 10 * 60_000;
    files.append(handles[0]!, new Uint8Array(1));
    now += 10 * 60_000;
    files.dropAbandoned();
    expect(files.append(handles[0]!, new Uint8Array(1))).toBe(2);
    expect(() => files.append(handles[1]!, new Uint8Array(1))).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('what is written', () => {
  it.skipIf(process.platform === 'win32')('is for its user alone: the workbook, its journal, its backups, the settings', async () => {
    const { app, folder } = await newWorkbook();
    await pasteSource(app);
    await app.ask('workbook.backup', {});
    const modes = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, statSync(join(entry.parentPath, entry.name)).mode & 0o077]);
    expect(modes.length).toBeGreaterThan(4);
    expect(modes.filter(([, mode]) => mode !== 0)).toEqual([]);
  });

  it('by a process that is gone is swept when a workbook of the folder is opened; what one at work makes stays', async () => {
    const { app, folder, path, close } = await newWorkbook();
    close();
    const own = readFileSync(path);
    const machine = /-([0-9a-f]{8})-/.exec(await nameOfTemporary(folder))![1]!;
    const names = [
      `.assay-999999999-${machine}-x.tmp`,
      `.assay-999999999-${machine}-x.tmp-wal`,
      `.assay-999999999-00000000-x.tmp`,
      `.assay-${process.pid}-${machine}-x.tmp`,
    ];
    for (const name of names) writeFileSync(join(folder, name), own);
    mkdirSync(join(folder, `.assay-foreign-999999999-${machine}-abc`));
    await app.open(path);
    expect(
      readdirSync(folder)
        .filter((name) => name.startsWith('.assay-'))
        .toSorted(),
    ).toEqual(names.slice(2).toSorted());
    for (const name of names.slice(2)) utimesSync(join(folder, name), 1, 1);
  });
});

/** As this machine names what it makes. */
async function nameOfTemporary(folder: string): Promise<string> {
  const { temporaryIn } = await import('../../electron/core/store/atomic-write.ts');
  return temporaryIn(folder);
}

describe('a restore that names no backup', () => {
  it('takes the one with the most edits, whatever a wrong clock says of the others', async () => {
    const { app, path, folder } = await newWorkbook();
    await pasteSource(app, 'One.', { title: 'One' });
    await pasteSource(app, 'Two.', { title: 'Two' });
    await app.ask('workbook.backup', {});
    app.close();
    const [backup] = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => /Z-2\.assay$/.test(name));
    copyFileSync(join(folder, backup!), join(folder, backup!.replace(/\d{8}T\d{6}Z-2/, '20990101T000000Z-1')));
    expect(app.restorePath(path).edit).toBe(2);
  });
});
