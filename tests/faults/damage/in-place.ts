// Another program changes the files of a workbook that a real process has open: writes over it, cuts it, takes its journal or its
// lock away, opens it by another name. No edit is acknowledged after that which the file does not hold, and never do two write.
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, linkSync, mkdtempSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Rig } from '../figure.ts';
import { inLanes } from '../lanes.ts';
import { plainApp } from '../plain-app.ts';

const command = fileURLToPath(new URL('../../../electron/assay.mjs', import.meta.url));

type Fault = (path: string, other: string, run: number) => void;
/** `stops`: the file is not the same any more; the others only try to bring in a second writer. */
const faults: readonly { readonly stops: boolean; readonly change: Fault }[] = [
  { stops: true, change: (path, other) => copyFileSync(other, path) },
  { stops: true, change: (path) => truncateSync(path, 0) },
  { stops: true, change: (path, _other, run) => truncateSync(path, 4096 * (1 + (run % 9))) },
  { stops: true, change: flipInPlace },
  { stops: true, change: (path) => rmSync(`${path}-wal`) },
  { stops: true, change: (path) => truncateSync(`${path}-wal`, 100) },
  { stops: false, change: (path) => rmSync(`${path}-lock`) },
  { stops: false, change: (path) => linkSync(path, second(path)) },
];

const second = (path: string) => `${path.slice(0, -'.assay'.length)} second.assay`;

/** One byte, with the times set back as some programs do. */
function flipInPlace(path: string, _other: string, run: number): void {
  const bytes = readFileSync(path);
  const at = (run * 7919) % bytes.length;
  bytes[at] = bytes[at]! ^ 0x10;
  writeFileSync(path, bytes);
  utimesSync(path, 1_700_000_000, 1_700_000_000);
}

export const inPlace: Rig = async (runs) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-in-place-'));
  try {
    const path = join(folder, 'one.assay');
    const other = join(folder, 'other.assay');
    for (const [name, title] of [
      [path, 'One'],
      [other, 'Other'],
    ] as const) {
      const app = plainApp(join(folder, 'home'));
      await app.createPath(name);
      await app.ask('sources.paste', { text: `${title} has words.`, meta: { title } });
      app.close();
    }
    const sum = { lost: 0, twoWriters: 0 };
    await inLanes(runs, async (run) => {
      const outcome = await changeOnce(join(folder, `run-${run}`), { path, other, run });
      sum.lost += outcome.lost;
      sum.twoWriters += outcome.twoWriters;
    });
    const control = await believed(join(folder, 'control'), { path, other });
    return {
      figure: 'files changed in place: edits acknowledged and lost / two writers',
      runs,
      value: `${sum.lost}/${sum.twoWriters}`,
      limit: '0/0',
      ok: sum.lost + sum.twoWriters === 0 && control,
      control: `a program that does not look ${control ? 'wrote on and lost it' : 'lost nothing'}`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

interface Files {
  readonly path: string;
  readonly other: string;
}

async function changeOnce(folder: string, { path, other, run }: Files & { run: number }): Promise<{ lost: number; twoWriters: number }> {
  const copy = join(folder, 'w.assay');
  cpSync(path, copy, { recursive: true });
  const { stops, change } = faults[run % faults.length]!;
  const writer = startWriter(copy, join(folder, 'home'));
  let rival: Writing | undefined;
  try {
    if (!(await writer.write('before'))) throw new Error('the first edit was refused');
    change(copy, other, run);
    if (!stops) rival = startWriter(existsSync(second(copy)) ? second(copy) : copy, join(folder, 'rival'));
    const isRivalIn = (await rival?.write('rival')) ?? false;
    const isAcknowledged = await writer.write('after');
    await writer.end();
    if (stops) return { lost: Number(isAcknowledged && !(await holds(copy, join(folder, 'look'), 'after'))), twoWriters: 0 };
    return { lost: 0, twoWriters: Number(isRivalIn && isAcknowledged) };
  } finally {
    await rival?.end();
    await writer.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Writing {
  /** Whether the edit was acknowledged. */
  write(title: string): Promise<boolean>;
  end(): Promise<void>;
}

function startWriter(path: string, home: string): Writing {
  const child: ChildProcess = spawn(process.execPath, [command, 'call', path, '-'], {
    env: { ...process.env, ASSAY_HOME: home, ASSAY_AUTHOR: 'Test' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin!.on('error', () => {});
  const over = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return {
    async write(title) {
      child.stdin!.write(`${JSON.stringify({ method: 'sources.paste', input: { text: `${title} has words of its own.`, meta: { title } } })}\n`);
      const { value, done } = await lines.next();
      return done !== true && JSON.parse(value).ok === true;
    },
    async end() {
      child.stdin!.end();
      await over;
    },
  };
}

async function holds(path: string, home: string, title: string): Promise<boolean> {
  const app = plainApp(home);
  try {
    await app.open(path);
    return (await app.ask('sources.window', {})).rows.some((row) => row.title === title);
  } catch {
    return false;
  } finally {
    app.close();
  }
}

/** The control: the same, written by SQLite itself, which does not look. */
async function believed(folder: string, { path, other }: Files): Promise<boolean> {
  const { default: Database } = await import('better-sqlite3');
  const copy = join(folder, 'w.assay');
  cpSync(path, copy, { recursive: true });
  const db = new Database(copy);
  try {
    db.pragma('journal_mode = WAL');
    db.exec("INSERT INTO meta (key, value) VALUES ('before', '1')");
    copyFileSync(other, copy);
    db.exec("INSERT INTO meta (key, value) VALUES ('after', '1')");
    return true;
  } catch {
    return false;
  } finally {
    db.close();
  }
}
