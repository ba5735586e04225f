// Another program writes into the file of the open workbook, cuts it, takes its journal or its lock away, or opens it by another
// name: noticed before the next edit is acknowledged, and never two that write.
import { copyFileSync, linkSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { App } from '../../electron/core/app.ts';
import { newWorkbook, pasteSource, startTestApp, type TestWorkbook } from '../helpers/workbook.ts';

/** A workbook with an edit in the file and one in the journal. */
async function edited(): Promise<TestWorkbook> {
  const workbook = await newWorkbook();
  await pasteSource(workbook.app, 'Sales were 10 cars.', { title: 'In the file' });
  workbook.close();
  await workbook.app.open(workbook.path);
  await pasteSource(workbook.app, 'Sales were 11 cars.', { title: 'In the journal' });
  return workbook;
}

const write = (app: App) => app.call('sources.paste', { text: 'Sales were 12 cars.', meta: { title: 'Later' } });

/** What another program may do to the files at a path. */
const faults: Readonly<Record<string, (path: string, other: string) => void>> = {
  'another workbook is copied over it': (path, other) => copyFileSync(other, path),
  'another workbook is copied over it, with its times set back': (path, other) => {
    const bytes = readFileSync(other);
    writeFileSync(path, bytes);
    utimesSync(path, 1, 1);
  },
  'it is cut to nothing': (path) => truncateSync(path, 0),
  'it is cut in the middle': (path) => truncateSync(path, 8192),
  'one byte is written': (path) => {
    const bytes = readFileSync(path);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(path, bytes);
  },
  'its journal is cut': (path) => truncateSync(`${path}-wal`, 0),
  'its journal is overwritten': (path) => writeFileSync(`${path}-wal`, Buffer.alloc(4096, 1)),
  'its journal is taken away': (path) => rmSync(`${path}-wal`),
};

describe('the file of the open workbook', () => {
  it.each(Object.keys(faults))('is written to no more once %s', async (fault) => {
    const { app, path } = await edited();
    const other = (await newWorkbook()).path;
    faults[fault]!(path, other);
    const left = readFileSync(path);
    expect(await write(app)).toMatchObject({ ok: false, error: { code: 'conflict', key: 'store.overwritten' } });
    const info = await app.call('workbook.info', {});
    if (fault.startsWith('it is cut')) expect(info).toMatchObject({ ok: false, error: { code: 'damaged' } });
    else expect(info).toMatchObject({ value: { trouble: { key: 'workbook:stopped.overwritten' } } });
    app.close();
    if (!fault.startsWith('its journal is taken')) expect(readFileSync(path).equals(left)).toBe(true);
  });

  it('opens as what it is now after another was copied over it; the journal of the old one is not mixed in', async () => {
    const { app, path, folder } = await edited();
    const other = await newWorkbook();
    await pasteSource(other.app, 'Other words.', { title: 'Other' });
    other.close();
    copyFileSync(other.path, path);
    await write(app);
    await app.open(path);
    expect((await app.ask('sources.window', {})).rows.map(({ title }) => title)).toEqual(['Other']);
    expect(await app.ask('workbook.verify', {})).toMatchObject({ ok: true });
    expect(readdirSync(folder).filter((name) => name.includes('journal set aside'))).not.toEqual([]);
  });

  it('is not taken for changed when it only got another name or mode', async () => {
    const { app, path, folder } = await edited();
    linkSync(path, join(folder, 'second.assay'));
    expect(await write(app)).toMatchObject({ ok: true });
  });
});

describe('the lock of a workbook', () => {
  it('holds under every name of the file', async () => {
    const { path, folder } = await edited();
    const names = { hard: join(folder, 'hard.assay'), soft: join(folder, 'soft.assay') };
    linkSync(path, names.hard);
    symlinkSync(path, names.soft);
    for (const name of Object.values(names)) await expect(startTestApp().app.open(name)).rejects.toMatchObject({ code: 'locked' });
  });

  it('is taken anew when its file was removed, and not where another has it by then', async () => {
    const { app, path } = await edited();
    rmSync(`${path}-lock`);
    expect(await write(app)).toMatchObject({ ok: true });
    await expect(startTestApp().app.open(path)).rejects.toMatchObject({ code: 'locked' });
  });
});
