// Hostile files, made by generators, taken in by the real app in a process whose network is refused and whose writes are
// watched: nothing may crash it, write elsewhere, ask the network, take longer than the cap or eat more than the cap.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockFolder } from '../../../electron/core/store/lock.ts';
import { clockLimitMs, type Rig, skipped } from '../figure.ts';
import { plainApp } from '../plain-app.ts';
import { buildPreload, watchedEnvironment } from '../preload/preload.ts';
import type { Begun, Taken } from './adding-child.ts';
import { foreignWorkbooks, turnedBytes } from './foreign-workbooks.ts';
import type { HostileFile } from './hostile-file.ts';
import { hostileMails } from './mails.ts';
import { mutantsOf } from './mutants.ts';
import { hostileDocuments, hostileSheets } from './office.ts';
import { hostilePages } from './pages.ts';
import { hostilePdfs } from './pdfs.ts';
import { hostileTables, hostileTexts } from './texts.ts';

const child = fileURLToPath(new URL('./adding-child.ts', import.meta.url));
const figure = 'hostile files: crashed / wrote elsewhere / asked the network / over 20 s / over 1 GB / untyped';
/** The cap of the job, and a moment to end it. */
const mostMs = clockLimitMs(22_000);
const mostMb = 1100;
const batch = 40;
/** Two at a time: what is measured are caps, not speed. */
const lanes = 2;

interface Harm {
  crashed: string[];
  wrote: string[];
  asked: number;
  slow: string[];
  large: string[];
  untyped: string[];
}

export const hostileFiles: Rig = async (runs) => {
  const preload = buildPreload();
  if ('missing' in preload) return skipped(figure, preload.missing);
  const folder = mkdtempSync(join(tmpdir(), 'assay-hostile-'));
  try {
    const files = chosen(await everyFile(folder), runs);
    const harm: Harm = { crashed: [], wrote: [], asked: 0, slow: [], large: [], untyped: [] };
    const refused = { count: 0 };
    const batches = Array.from({ length: Math.ceil(files.length / batch) }, (_, at) => files.slice(at * batch, (at + 1) * batch));
    const lane = async (name: string) => {
      for (let next = batches.shift(); next !== undefined; next = batches.shift())
        await takeIn(next, { folder: join(folder, name), preload, harm, refused });
    };
    await Promise.all(Array.from({ length: lanes }, (_, at) => lane(`lane-${at}`)));
    const counts = [harm.crashed, harm.wrote, harm.slow, harm.large, harm.untyped].map((list) => list.length);
    const [crashed, wrote, slow, large, untyped] = counts;
    const isHung = hangsWithoutGate(folder);
    const details = [harm.crashed, harm.wrote, harm.slow, harm.large, harm.untyped].flat().slice(0, 20).join('; ');
    return {
      figure,
      runs: files.length,
      value: `${crashed}/${wrote}/${harm.asked}/${slow}/${large}/${untyped}${details === '' ? '' : ` (${details})`}`,
      limit: '0/0/0/0/0/0',
      ok: counts.every((count) => count === 0) && harm.asked === 0 && isHung,
      control: `${refused.count} refused; an endless view read without the gate ${isHung ? 'did not end' : 'ended'}`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Formats in turn, so that a smaller number of runs has some of each; those that take long stand last in their format. */
async function everyFile(folder: string): Promise<HostileFile[]> {
  const formats = [
    hostilePages(),
    hostileTexts(),
    hostileTables(),
    hostileSheets(),
    hostileDocuments(),
    hostilePdfs(),
    hostileMails(),
    foreignWorkbooks(await soundWorkbook(folder)),
  ];
  const longest = Math.max(...formats.map((format) => format.length));
  return Array.from({ length: longest }, (_, at) => formats.flatMap((format) => format[at] ?? [])).flat();
}

/** Beyond the files that were thought of: mutants of all of them. */
function chosen(files: readonly HostileFile[], runs: number): HostileFile[] {
  const first = files.slice(0, runs);
  return first.length === runs ? first : [...first, ...mutantsOf(files, runs - first.length)];
}

interface Bench {
  readonly folder: string;
  readonly preload: { readonly path: string };
  readonly harm: Harm;
  readonly refused: { count: number };
}

async function takeIn(files: readonly HostileFile[], { folder, preload, harm, refused }: Bench): Promise<void> {
  const place = join(folder, 'app');
  const [temporary, sockets, writes] = ['tmp', 'sockets', 'writes'].map((name) => join(folder, name)) as [string, string, string];
  for (const old of [place, temporary, sockets, writes]) rmSync(old, { recursive: true, force: true });
  mkdirSync(join(place, 'in'), { recursive: true });
  mkdirSync(temporary, { recursive: true });
  files.forEach((file, at) => void writeFileSync(join(place, 'in', `${String(at).padStart(4, '0')} ${file.name}`), file.bytes));
  const environment = { ...watchedEnvironment(preload, { folder: place, sockets, writes }), TMPDIR: temporary };
  const { taken, lastBegun } = await run(place, environment);
  if (taken.length < files.length) harm.crashed.push(lastBegun);
  for (const { name, outcome, message, ms, mb } of taken) {
    if (outcome !== 'kept') refused.count += 1;
    if (outcome === 'untyped' || outcome === 'unexpected') harm.untyped.push(`${name}: ${message}`);
    if (ms > mostMs) harm.slow.push(`${name}: ${ms} ms`);
    if (mb > mostMb) harm.large.push(`${name}: ${mb} MB`);
  }
  harm.asked += linesOf(sockets).length;
  harm.wrote.push(
    ...linesOf(writes).filter((path) => path !== temporary && !path.startsWith(temporary + sep)),
    ...readdirSync(temporary).filter((name) => !name.startsWith(lockFolder)),
  );
  if (existsSync('/tmp/assay-owned')) harm.wrote.push('/tmp/assay-owned');
}

function run(place: string, env: NodeJS.ProcessEnv): Promise<{ taken: Taken[]; lastBegun: string }> {
  const started = spawn(process.execPath, [child, place], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  started.stdout.on('data', (piece) => (said += String(piece)));
  return new Promise((resolve) => {
    started.once('close', () => {
      const lines = said.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Taken | Begun]));
      const begun = lines.filter((line) => 'begins' in line);
      resolve({ taken: lines.filter((line) => 'outcome' in line), lastBegun: begun.at(-1)?.begins ?? 'before any file' });
    });
  });
}

function linesOf(path: string): string[] {
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
}

async function soundWorkbook(folder: string): Promise<Buffer> {
  const app = plainApp(join(folder, 'sound'));
  const path = join(folder, 'sound.assay');
  await app.createPath(path, { sample: true });
  app.close();
  return readFileSync(path);
}

/** The control: the hostile view in a process without the gate. */
function hangsWithoutGate(folder: string): boolean {
  const path = join(folder, 'endless.assay');
  const endless = 'CREATE VIEW meta AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x AS key, x AS value FROM n';
  writeFileSync(
    path,
    turnedBytes(readFileSync(join(folder, 'sound.assay')), (db) => db.exec(`DROP TABLE meta; ${endless}`)),
  );
  const read = `const D = require('better-sqlite3'); new D(process.argv[1]).prepare("SELECT count(*) FROM meta WHERE key = 'id'").get()`;
  const { error } = spawnSync(process.execPath, ['-e', read, path], {
    timeout: 3000,
    killSignal: 'SIGKILL',
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
  });
  return (error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT';
}
