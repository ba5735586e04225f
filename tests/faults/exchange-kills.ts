// kill -9 while a copy is merged, an edited spreadsheet is applied or a part is shared: the workbook is as before or whole,
// every acknowledged edit is there, every shared file is whole, and the next share leaves nothing in temp.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { App } from '../../electron/core/app.ts';
import { capture } from './editing-child.ts';
import { atOnce, type ExchangeWork, exchanges } from './exchanging-child.ts';
import type { Rig } from './figure.ts';
import { inLanes } from './lanes.ts';
import { plainApp, plainHost } from './plain-app.ts';
import { runAndKill } from './run-and-kill.ts';

const child = fileURLToPath(new URL('./exchanging-child.ts', import.meta.url));

interface Outcome {
  readonly lost: number;
  readonly damaged: number;
  readonly halves: number;
  readonly leftovers: number;
}

export const exchangeKills: Rig = async (runs) => {
  const sum = { lost: 0, damaged: 0, halves: 0, leftovers: 0 };
  await inLanes(runs, async (run) => {
    const outcome = await killOnce(exchanges[run % exchanges.length]!, 'late', 40 + ((run * 53) % 700));
    for (const name of Object.keys(sum) as (keyof Outcome)[]) sum[name] += outcome[name];
  });
  let controlLost = 0;
  for (let run = 0; run < 20 && controlLost === 0; run += 1) controlLost += (await killOnce('merge', 'early', 20 + run * 13)).lost;
  const harm = sum.lost + sum.damaged + sum.halves + sum.leftovers;
  return {
    figure: 'kill -9 in merges, applied spreadsheets and shares: edits lost / damaged / half / files left behind',
    runs,
    value: `${sum.lost}/${sum.damaged}/${sum.halves}/${sum.leftovers}`,
    limit: '0/0/0/0',
    ok: harm === 0 && controlLost > 0,
    control: `acknowledged before the call: ${controlLost} lost`,
  };
};

async function killOnce(work: ExchangeWork, mode: 'late' | 'early', afterMs: number): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-kill-'));
  try {
    cpSync(await template(), folder, { recursive: true });
    mkdirSync(join(folder, 'temp'));
    const acknowledged = await runAndKill([child, folder, work, mode], { afterMs, env: { ...process.env, TMPDIR: join(folder, 'temp') } });
    return await inTurn(() => inspect(folder, work, acknowledged));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let last: Promise<unknown> = Promise.resolve();
/** Where files are kept for a while is a setting of the whole process. */
function inTurn<T>(look: () => Promise<T>): Promise<T> {
  const next = last.then(look);
  last = next.catch(() => undefined);
  return next;
}

async function inspect(folder: string, work: ExchangeWork, acknowledged: number): Promise<Outcome> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = join(folder, 'temp');
  const app = plainApp(folder, plainHost(folder));
  try {
    app.openPath(join(folder, 'w.assay'));
    const { total } = await app.ask('history.list', { limit: 1 });
    const { claims } = await app.ask('claims.list', {});
    const noted = claims.filter(({ note }) => note === 'edited outside').length;
    // Every second edit takes the one before it back.
    const isTaken = (total - madeEdits) % 2 === 1;
    const whole = { claims: work === 'merge' && isTaken ? 2 * atOnce : atOnce, noted: work === 'apply' && isTaken ? atOnce : 0 };
    const isWhole = claims.length === whole.claims && noted === whole.noted;
    const { ok } = await app.ask('workbook.verify', {});
    const parts = work === 'share' ? await partsIn(app, folder) : [];
    const kept = work === 'share' ? parts.length : total - madeEdits;
    return {
      lost: Math.max(0, acknowledged - kept),
      damaged: Number(!ok) + parts.filter((isSound) => !isSound).length,
      halves: Number(!isWhole),
      leftovers: await leftIn(app, folder),
    };
  } catch {
    return { lost: 1, damaged: 1, halves: 0, leftovers: 0 };
  } finally {
    app.close();
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

async function partsIn(app: App, folder: string): Promise<boolean[]> {
  const sound: boolean[] = [];
  for (const name of readdirSync(folder).filter((one) => /^part \d+\.assay$/.test(one))) {
    app.openPath(join(folder, name));
    sound.push((await app.ask('claims.list', {})).claims.length === atOnce && (await app.ask('workbook.verify', {})).ok);
  }
  app.openPath(join(folder, 'w.assay'));
  return sound;
}

/** After the next share, which sweeps what a killed one left. */
async function leftIn(app: App, folder: string): Promise<number> {
  await app.ask('exchange.share', {});
  return readdirSync(folder, { recursive: true }).filter((name) => /(^|[\\/])\.assay-/.test(String(name))).length;
}

/** Edits of the workbook before anything is taken in. */
const madeEdits = 2;

let made: Promise<string> | undefined;
/** A workbook, a copy of it that went on, and an export of it with a note in each row. */
function template(): Promise<string> {
  made ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'assay-template-'));
    const host = plainHost(folder);
    const app = plainApp(folder, host);
    await app.createPath(join(folder, 'w.assay'));
    const { id } = await app.ask('sources.paste', { text: 'Template\nwith words', meta: { title: 'Template' } });
    await capture(app, id, { number: 1, count: atOnce });
    const { download, bytes } = await app.ask('exchange.export', { format: 'xlsx' });
    writeFileSync(join(folder, 'edited.xlsx'), await edited(host.files.read(download, 0, bytes).piece));
    app.close();
    cpSync(join(folder, 'w.assay'), join(folder, 'theirs.assay'));
    const other = plainApp(folder, plainHost(join(folder, 'other')));
    other.openPath(join(folder, 'theirs.assay'));
    await capture(other, id, { number: 2, count: atOnce });
    other.close();
    for (const name of readdirSync(folder))
      if (!/^(w\.assay|theirs\.assay|edited\.xlsx)$/.test(name)) rmSync(join(folder, name), { recursive: true });
    return folder;
  })();
  return made;
}

async function edited(bytes: Uint8Array): Promise<Uint8Array> {
  const { sheets } = await readXlsx(bytes);
  const note = sheets.find(({ name }) => name === 'Statements')!.rows[0]!.indexOf('Note');
  const rowsOf = (sheet: (typeof sheets)[number]) =>
    sheet.name === 'Statements' ? sheet.rows.map((row, index) => (index === 0 ? row : row.with(note, 'edited outside'))) : sheet.rows;
  return writeXlsx({ sheets: sheets.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) })) });
}
