// The -wal of a workbook that was not closed: bent, cut, of an earlier time, of another workbook. Each edit that does not
// come back is told, and what is shown is what the workbook held after one of its edits.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { App } from '../../../electron/core/app.ts';
import type { Committed } from '../../../electron/core/host.ts';
import { AppError } from '../../../shared/errors.ts';
import { everything } from '../everything.ts';
import type { Rig } from '../figure.ts';
import { inLanes } from '../lanes.ts';
import { plainApp, plainHost } from '../plain-app.ts';
import { seededRandom } from '../random.ts';

interface Material {
  readonly folder: string;
  readonly id: string;
  readonly committed: Committed;
  /** A workbook as a kill leaves it, without and with its journal copied into the file. */
  readonly files: readonly Buffer[];
  readonly journal: Buffer;
  /** Journals that are whole, and not its own. */
  readonly others: readonly Buffer[];
  /** What it held after each edit. */
  readonly states: ReadonlyMap<number, string>;
  readonly lastEdit: number;
}

type Outcome = 'same' | 'told' | 'refused' | 'untold' | 'changed';

export const journals: Rig = async (runs) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-journal-'));
  try {
    const material = await makeMaterial(folder);
    const counts = await damageMany(material, { runs, isCounted: true });
    const controlRuns = Math.max(12, Math.round(runs / 10));
    const control = await damageMany(material, { runs: controlRuns, isCounted: false });
    const harm = counts.untold + counts.changed;
    return {
      figure: 'damaged, stale and foreign journals: edits lost untold / shown changed',
      runs,
      value: `${counts.untold}/${counts.changed}`,
      limit: '0/0',
      ok: harm === 0 && counts.told > 0 && control.untold + control.changed > 0,
      control: `${counts.told} times the loss was told, ${counts.refused} times nothing was shown, ${counts.same} times nothing was lost; without the counter ${control.untold} of ${controlRuns} lost edits untold, ${control.changed} showed changed data`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const edits = 12;

async function makeMaterial(folder: string): Promise<Material> {
  const path = join(folder, 'w.assay');
  const app = plainApp(folder);
  await app.createPath(path, { sample: true });
  const ids = (await app.ask('claims.window', { kind: 'figure', count: 40 })).rows.map((row) => row.id);
  app.close();
  const sound = readFileSync(path);
  const earlier = await journalAfter(app, path, { ids, text: 'earlier' });
  app.close();
  writeFileSync(path, sound);
  const other = await journalAfter(app, path, { ids, text: 'in another copy' });
  app.close();
  // What follows begins from another state of the file: the journals so far are of an earlier time and of a copy.
  app.openPath(path);
  for (const id of ids) await note(app, id, `between ${id}`);
  app.close();
  app.openPath(path);
  const states = new Map<number, string>();
  for (let edit = 0; edit <= edits; edit += 1) {
    if (edit > 0) await note(app, ids[edit % ids.length]!, `edit ${edit} ${'of some length '.repeat(edit)}`);
    states.set(await lastEdit(app), await everything(app));
  }
  const journal = readFileSync(`${path}-wal`);
  const behind = readFileSync(path);
  copyJournalIn(path);
  const files = [behind, readFileSync(path)];
  const last = await lastEdit(app);
  const { id } = await app.ask('workbook.info', {});
  app.close();
  return { folder, id, committed: plainHost(folder).commits.read(id)!, files, journal, others: [earlier, other], states, lastEdit: last };
}

async function journalAfter(app: App, path: string, { ids, text }: { ids: readonly string[]; text: string }): Promise<Buffer> {
  app.openPath(path);
  for (const id of ids) await note(app, id, text);
  return readFileSync(`${path}-wal`);
}

function note(app: App, id: string, value: string) {
  return app.ask('claims.setCells', { cells: [{ id, field: 'note', value }] });
}

async function lastEdit(app: App): Promise<number> {
  return (await app.ask('history.state', {})).last?.seq ?? 0;
}

/** As SQLite does by itself every thousand pages; the journal stays. */
function copyJournalIn(path: string): void {
  const db = new Database(path);
  db.pragma('wal_checkpoint(PASSIVE)');
  db.close();
}

async function damageMany(material: Material, { runs, isCounted }: { runs: number; isCounted: boolean }): Promise<Record<Outcome, number>> {
  const counts: Record<Outcome, number> = { same: 0, told: 0, refused: 0, untold: 0, changed: 0 };
  await inLanes(runs, async (run) => {
    const place = join(material.folder, `run-${run}`);
    mkdirSync(place);
    try {
      counts[await damageOnce(material, { place, run, isCounted })] += 1;
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });
  return counts;
}

async function damageOnce(material: Material, { place, run, isCounted }: { place: string; run: number; isCounted: boolean }): Promise<Outcome> {
  const path = join(place, 'w.assay');
  writeFileSync(path, material.files[run % 2]!);
  writeFileSync(`${path}-wal`, damagedJournal(material, seededRandom(run)));
  const host = plainHost(place);
  host.library.rememberId(path, material.id);
  if (isCounted) host.commits.write(material.id, material.committed);
  const app = plainApp(place, host);
  try {
    await app.open(path);
    const { missingEdits } = await app.ask('workbook.info', {});
    const last = await lastEdit(app);
    if ((await everything(app)) !== material.states.get(last)) return 'changed';
    if (last === material.lastEdit) return 'same';
    return missingEdits === null ? 'untold' : 'told';
  } catch (error) {
    if (error instanceof AppError) return 'refused';
    throw error;
  } finally {
    app.close();
  }
}

/** Mostly its own with a flipped bit; else cut off somewhere, or one that is not its own, whole or cut off. */
function damagedJournal({ journal, others }: Material, random: () => number): Buffer {
  const kind = random();
  const from = kind < 0.8 ? journal : others[Math.floor(random() * others.length)]!;
  const bytes = Buffer.from(from);
  if (kind < 0.55) bytes[Math.floor(random() * bytes.length)]! ^= 1 << Math.floor(random() * 8);
  return kind < 0.55 || kind > 0.9 ? bytes : bytes.subarray(0, Math.floor(random() * bytes.length));
}
