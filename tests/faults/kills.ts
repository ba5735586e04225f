// kill -9 while edits, undo, backups, captures of hundreds of claims, restores, new workbooks and new formats are under way:
// everything acknowledged is there afterwards, a capture is there whole or not at all, every workbook checks out.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from '../../electron/core/app.ts';
import { makeOlder, twoFormats } from '../helpers/formats.ts';
import { capture, claimsAtOnce, type KilledWork, killedWork, olderName } from './editing-child.ts';
import type { Rig } from './figure.ts';
import { inLanes } from './lanes.ts';
import { plainApp, plainHost } from './plain-app.ts';
import { runAndKill } from './run-and-kill.ts';

const command = fileURLToPath(new URL('../../electron/assay.mjs', import.meta.url));
const child = fileURLToPath(new URL('./editing-child.ts', import.meta.url));

interface Outcome {
  readonly lost: number;
  readonly isDamaged: boolean;
  readonly halves: number;
  readonly leftovers: number;
}

export const kills: Rig = async (runs) => {
  const sum = { lost: 0, damaged: 0, halves: 0, leftovers: 0 };
  await inLanes(runs, async (run) => {
    const outcome = await killOnce(killedWork[run % killedWork.length]!, 'late', 100 + ((run * 37) % 500));
    sum.lost += outcome.lost;
    sum.damaged += Number(outcome.isDamaged);
    sum.halves += outcome.halves;
    sum.leftovers += outcome.leftovers;
  });
  for (let run = 0; run < Math.ceil(runs / 20); run += 1) {
    const outcome = await killNew(run);
    sum.halves += outcome.halves;
    sum.leftovers += outcome.leftovers;
  }
  let controlLost = 0;
  for (let run = 0; run < 20 && controlLost === 0; run += 1) controlLost += (await killOnce('edit', 'early', 300 + run * 13)).lost;
  const harm = sum.lost + sum.damaged + sum.halves + sum.leftovers;
  return {
    figure: 'kill -9: edits lost / damaged / half / files left behind',
    runs,
    value: `${sum.lost}/${sum.damaged}/${sum.halves}/${sum.leftovers}`,
    limit: '0/0/0/0',
    ok: harm === 0 && controlLost > 0,
    control: `acknowledged before the commit: ${controlLost} lost`,
  };
};

async function killOnce(work: KilledWork, mode: 'late' | 'early', afterMs: number): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-kill-'));
  try {
    const path = join(folder, 'w.assay');
    cpSync(await template(), path);
    if (work === 'migrate') cpSync(await olderTemplate(), join(folder, olderName));
    const acknowledged = await runAndKill([child, path, folder, work, mode], { afterMs });
    return work === 'migrate' ? await inspectMigrated(folder, acknowledged) : await inspect(folder, { work, acknowledged });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Kills the child some time after its first acknowledgement; returns the last one that was read. */
async function inspect(folder: string, { work, acknowledged }: { work: KilledWork; acknowledged: number }): Promise<Outcome> {
  const app = plainApp(folder);
  try {
    const created = await openCreated(app, folder);
    app.openPath(join(folder, 'w.assay'));
    const { rows } = await app.ask('sources.window', {});
    const noted = Number(/note (\d+)/.exec(rows[0]!.note)?.[1] ?? 0);
    const { claims } = await app.ask('claims.list', {});
    const perActor = Map.groupBy(claims, (claim) => String(claim.actor));
    const halves = [...perActor.values()].filter((group) => group.length !== claimsAtOnce[work]).length;
    const { ok } = await app.ask('workbook.verify', {});
    const leftovers = leftIn(folder);
    const kept = work === 'create' || work === 'sample' ? created.length : noted;
    return { lost: Math.max(0, acknowledged - kept), isDamaged: !ok || created.includes(false), halves, leftovers };
  } catch {
    return { lost: 1, isDamaged: true, halves: 0, leftovers: 0 };
  } finally {
    app.close();
  }
}

/** What was made on the way and stays: swept when the next workbook of the folder is opened or backed up. */
function leftIn(folder: string): number {
  return readdirSync(folder, { recursive: true }).filter((name) => /(^|[\\/])\.assay-/.test(String(name))).length;
}

/** The command line itself, killed while it makes the sample: whole under its name, or not there; and nothing beside it. */
async function killNew(run: number): Promise<{ halves: number; leftovers: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-kill-new-'));
  try {
    const path = join(folder, 'new.assay');
    const env = { ...process.env, ASSAY_HOME: join(folder, 'home') };
    const started = spawn(process.execPath, [command, 'new', path, '--sample'], { env, stdio: 'ignore' });
    const over = once(started, 'exit');
    while (started.exitCode === null && readdirSync(folder).every((name) => !name.endsWith('.tmp')))
      await new Promise((resolve) => setImmediate(resolve));
    setTimeout(() => started.kill('SIGKILL'), (run * 131) % 600);
    await over;
    const app = plainApp(join(folder, 'home'));
    if (!existsSync(path)) await app.createPath(path);
    else app.openPath(path);
    const { total } = await app.ask('history.list', { limit: 1 });
    app.close();
    return { halves: Number(total !== 0 && total !== (await fullSample())), leftovers: leftIn(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Edits of a whole sample. */
let full: Promise<number> | undefined;
function fullSample(): Promise<number> {
  full ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'assay-template-'));
    const app = plainApp(folder);
    await app.createPath(join(folder, 'full.assay'), { sample: true });
    const { total } = await app.ask('history.list', { limit: 1 });
    app.close();
    rmSync(folder, { recursive: true, force: true });
    return total;
  })();
  return full;
}

/** Whether each workbook that stands under its final name is whole. */
async function openCreated(app: App, folder: string): Promise<boolean[]> {
  const whole: boolean[] = [];
  for (const name of readdirSync(folder).filter((one) => /^(created|sample) \d+\.assay$/.test(one))) {
    app.openPath(join(folder, name));
    const { id } = await app.ask('workbook.info', {});
    const { total } = await app.ask('history.list', { limit: 1 });
    const isFull = name.startsWith('created') || total === (await fullSample());
    whole.push(id !== '' && isFull && (await app.ask('workbook.verify', {})).ok);
  }
  return whole;
}

/** Each workbook has its old format or the new one, and all that it held; each backup of it is whole. */
async function inspectMigrated(folder: string, acknowledged: number): Promise<Outcome> {
  // The next start of the one that was killed sweeps beside its settings; the workbooks are looked at from a home of our own.
  plainHost(folder);
  const app = plainApp(folder, plainHost(join(folder, 'looking')), twoFormats);
  const names = readdirSync(folder).filter((name) => /^migrated \d+\.assay$/.test(name));
  const kept = readdirSync(join(folder, 's'), { recursive: true }).map(String);
  const backups = kept.filter((name) => name.endsWith('.assay')).map((name) => join('s', name));
  const sum = { lost: Math.max(0, acknowledged - names.length), isDamaged: false, halves: 0 };
  try {
    for (const name of [...names, ...backups]) {
      // Backups of copies share files, and one file is open once.
      app.close();
      app.openPath(join(folder, name));
      const { claims } = await app.ask('claims.list', {});
      sum.lost += Number(claims.length === 0);
      sum.halves += Number(claims.length !== claimsAtOnce.migrate);
      sum.isDamaged ||= !(await app.ask('workbook.verify', {})).ok;
    }
    return { ...sum, leftovers: leftIn(folder) };
  } catch {
    return { lost: 1, isDamaged: true, halves: 0, leftovers: 0 };
  } finally {
    app.close();
  }
}

let madeOlder: Promise<string> | undefined;
function olderTemplate(): Promise<string> {
  madeOlder ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'assay-template-'));
    const path = join(folder, olderName);
    cpSync(await template(), path);
    const app = plainApp(folder);
    app.openPath(path);
    const { rows } = await app.ask('sources.window', {});
    await capture(app, rows[0]!.id, { number: 1, count: claimsAtOnce.migrate });
    app.close();
    makeOlder(path);
    return path;
  })();
  return madeOlder;
}

let made: Promise<string> | undefined;
function template(): Promise<string> {
  made ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'assay-template-'));
    const path = join(folder, 'template.assay');
    const app = plainApp(folder);
    await app.createPath(path);
    await app.ask('sources.paste', { text: 'Template\nwith words', meta: { title: 'Template' } });
    app.close();
    return path;
  })();
  return made;
}
