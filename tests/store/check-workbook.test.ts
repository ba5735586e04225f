// A workbook that is large enough to be checked in a child process.
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ForkChild, forkNodeChild } from '../../electron/core/jobs/child.ts';
import { unpackedText } from '../helpers/unpacked-text.ts';
import { newWorkbook, startTestApp, temporaryFolder } from '../helpers/workbook.ts';

/** Children that are never asked. */
const neverChecking: ForkChild = (entry, options) => {
  const child = forkNodeChild(entry, options);
  return entry === 'check-entry' ? { ...child, send: () => {} } : child;
};

/** Real children that check, counted when they are asked. */
function countingFork() {
  let asked = 0;
  const fork: ForkChild = (entry, options) => {
    const child = forkNodeChild(entry, options);
    const send = (message: object) => {
      asked += 1;
      child.send(message);
    };
    return entry === 'check-entry' ? { ...child, send } : child;
  };
  return { fork, asked: () => asked };
}

let large: { readonly bytes: Buffer; readonly source: string };

beforeAll(async () => {
  const { app, path } = await newWorkbook();
  const text = unpackedText(24_000);
  const { id } = await app.ask('sources.paste', { text, meta: { title: 'Large' } });
  app.close();
  large = { bytes: readFileSync(path), source: id };
});

async function largeWorkbook(fork: ForkChild = forkNodeChild) {
  const started = startTestApp(temporaryFolder(), fork);
  const path = join(started.folder, 'test.assay');
  writeFileSync(path, large.bytes);
  started.app.openPath(path);
  const workbook = { ...started, path };
  const temporary = () => readdirSync(workbook.folder, { recursive: true }).filter((name) => String(name).includes('.tmp'));
  return { ...workbook, source: large.source, temporary };
}

function bend(path: string, text: string): void {
  const bytes = readFileSync(path);
  const at = bytes.indexOf(text);
  bytes[at] = bytes[at]! ^ 4;
  writeFileSync(path, bytes);
}

describe('the check of a large workbook', { tags: ['process'] }, () => {
  it('lets other calls be answered, of a backup and of the workbook itself', async () => {
    const { app, temporary } = await largeWorkbook();
    for (const long of ['workbook.backup', 'workbook.verify'] as const) {
      const answered: string[] = [];
      await Promise.all([long, 'library.current' as const].map((name) => app.ask(name, {}).then(() => answered.push(name))));
      expect(answered).toEqual(['library.current', long]);
    }
    expect((await app.ask('workbook.backups', {})).backups).toHaveLength(1);
    expect(temporary()).toEqual([]);
  });

  it('sees what was there when it began, whatever is edited meanwhile', async () => {
    const { app, source } = await largeWorkbook();
    const checking = app.ask('workbook.verify', {});
    let isChecking = true;
    void checking.finally(() => {
      isChecking = false;
    });
    for (let edit = 0; isChecking; edit += 1) {
      await app.ask('sources.update', { id: source, patch: { note: `note ${edit}` } });
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await checking).problems).toEqual([]);
  });

  it('is of a backup that holds what was edited while it was copied, up to the edit that it names', async () => {
    const { app, source } = await largeWorkbook();
    for (let round = 0; round < 3; round += 1) {
      const taking = app.ask('workbook.backup', {});
      for (let edit = 0; edit < 12; edit += 1) {
        await app.ask('sources.update', { id: source, patch: { note: `note ${round} ${edit}` } });
        await new Promise((resolve) => setImmediate(resolve));
      }
      const { id, edit } = await taking;
      const noted = (await app.ask('history.list', {})).edits.find(({ seq }) => seq === edit);
      expect(noted).toBeDefined();
      await app.ask('workbook.restore', { id });
      expect((await app.ask('history.state', {})).last?.id).toBe(noted?.id);
      expect((await app.ask('workbook.verify', {})).problems).toEqual([]);
    }
  });

  it('finds damage, and makes no backup of it', async () => {
    const { app, path, source, folder, temporary } = await largeWorkbook();
    await app.ask('sources.update', { id: source, patch: { note: 'a note that will be damaged' } });
    app.close();
    bend(path, 'a note that will be damaged');
    const again = startTestApp(folder).app;
    again.openPath(path);
    expect((await again.ask('workbook.verify', {})).problems).toContain(`source ${source} is not what was written`);
    expect(await again.call('workbook.backup', {})).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect((await again.ask('workbook.backups', {})).backups).toEqual([]);
    expect(temporary()).toEqual([]);
  });

  it('is broken off when the workbook is closed or replaced, and then keeps nothing', async () => {
    const { app, temporary } = await largeWorkbook(neverChecking);
    const checks = [app.call('workbook.verify', {}), app.call('workbook.backup', {})];
    app.close();
    for (const check of await Promise.all(checks)) expect(check).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(temporary()).toEqual([]);
  });

  it('leaves no journal behind for a backup that is put in place meanwhile', async () => {
    const { fork, asked } = countingFork();
    const { app, path, source, temporary } = await largeWorkbook(fork);
    await app.ask('workbook.backup', {});
    for (const children of [0, 1, 2]) {
      await app.ask('sources.update', { id: source, patch: { note: `after ${children}` } });
      const before = asked();
      const checks = [app.call('workbook.verify', {}), app.call('workbook.backup', {})];
      await expect.poll(asked).toBeGreaterThanOrEqual(before + children);
      const { id, edit } = (await app.ask('workbook.backups', {})).backups.find(({ reason }) => reason === 'routine')!;
      await app.ask('workbook.restore', { id });
      for (const check of await Promise.all(checks)) expect(check.ok || check.error.code).toBeOneOf([true, 'cancelled']);
      expect((await app.ask('history.state', {})).last?.seq).toBe(edit);
    }
    expect((await app.ask('workbook.verify', {})).problems).toEqual([]);
    app.close();
    expect([readdirSync(dirname(path)).filter((name) => name.includes('-wal')), temporary()]).toEqual([[], []]);
  });

  it('looks at the workbook that is open, not at a file that took its place', async () => {
    const { app, path, source } = await largeWorkbook();
    await app.ask('sources.update', { id: source, patch: { note: 'since' } });
    renameSync(path, `${path}.moved`);
    writeFileSync(path, Buffer.alloc(4_000_000));
    expect((await app.ask('workbook.verify', {})).problems).toEqual([]);
    await app.ask('workbook.backup', {});
    expect((await app.ask('workbook.backups', {})).backups).toMatchObject([{ editsSince: 0 }]);
  });
});
