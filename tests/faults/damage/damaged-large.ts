// A damaged workbook of 250 MB: from the refusal to the last good backup open and read. The seconds are the figure.

import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { words } from '../../../electron/commands/words.ts';
import type { App } from '../../../electron/core/app.ts';
import type { Host } from '../../../electron/core/host.ts';
import type { Rig } from '../figure.ts';
import { plainApp, plainHost } from '../plain-app.ts';

const mostSeconds = 10;

export const damagedLarge: Rig = async (megabytes) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-large-'));
  const path = join(folder, 'large.assay');
  try {
    const title = await makeLarge(folder, path, megabytes);
    const sizeMb = Math.round(statSync(path).size / 1024 / 1024);
    damage(path);
    const isTold = await isRefused(folder, path);
    const since = performance.now();
    const app = plainApp(folder);
    app.restorePath(path);
    app.openPath(path);
    const { rows } = await app.ask('sources.window', { count: 1 });
    const seconds = Math.round((performance.now() - since) / 100) / 10;
    app.close();
    return {
      figure: 'seconds from a damaged workbook to its last good backup open',
      runs: sizeMb,
      value: seconds,
      limit: mostSeconds,
      ok: seconds < mostSeconds && isTold && rows[0]?.title === title,
      control: `${sizeMb} MB; without a restore the damaged file is ${isTold ? 'refused' : 'shown'}`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Documents that do not compress into nothing, and a backup of them; returns a title to look for. */
async function makeLarge(folder: string, path: string, megabytes: number): Promise<string> {
  const host = plainHost(folder);
  const app = plainApp(folder, host);
  await app.createPath(path);
  const pieceMb = 5;
  for (let at = 0; at < megabytes; at += pieceMb) await addDocument(app, host, { name: `part ${at}`, megabytes: Math.min(pieceMb, megabytes - at) });
  await app.ask('workbook.backup', {});
  const { rows } = await app.ask('sources.window', { count: 1 });
  app.close();
  return rows[0]!.title;
}

/** A page with a little text and a large picture in it: many bytes, few words. */
async function addDocument(app: App, host: Host, { name, megabytes }: { name: string; megabytes: number }): Promise<void> {
  const picture = randomBytes(megabytes * 768 * 1024).toString('base64');
  const page = `<html><head><title>${name}</title></head><body><p>Sales of ${name} were 10 cars.</p><!-- ${picture} --></body></html>`;
  const handle = host.files.open({ name: `${name}.html`, mediaType: 'text/html', sizeBytes: page.length });
  host.files.append(handle, Buffer.from(page));
  const { refused } = await app.ask('sources.add', { files: [handle] });
  if (refused[0] !== undefined) throw new Error(words(refused[0].why));
}

/** The first pages, where the schema lies, and some in the middle. */
function damage(path: string): void {
  const file = openSync(path, 'r+');
  for (const at of [100, 4096 * 5, 4096 * 50]) writeSync(file, Buffer.alloc(3000, 0xa5), 0, 3000, at);
  closeSync(file);
}

async function isRefused(folder: string, path: string): Promise<boolean> {
  const app = plainApp(folder);
  try {
    app.openPath(path);
    return !(await app.call('sources.window', { count: 1 })).ok;
  } catch {
    return true;
  } finally {
    app.close();
  }
}
