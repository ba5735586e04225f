// Two copies of a workbook with a large table, of which one row in a hundred was noted in the other: their difference and the whole merge by
// the command line, against `sqldiff --summary` of two plain databases of the same rows; how much memory it takes over a merge that brings
// nothing; and a copy with one edit taken in, against the same edit made here.
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { App } from '../../electron/core/app.ts';
import type { BenchResult } from './bench.ts';
import { assayCommand, byTurns, median, neededProgram, type Ran, run, timed } from './measure.ts';
import { type Desk, importTable, openDesk, writeTable } from './workbooks.ts';

const defaultRows = 1_000_000;
const pairs = 5;
const apart = 100;
const batch = 10_000;

export async function benchMerge(rows = defaultRows): Promise<BenchResult[]> {
  const sqldiff = neededProgram('sqldiff', 'sqlite3-tools');
  const desk = openDesk('merge');
  const at = (name: string) => join(desk.folder, name);
  try {
    await prepare(desk, rows);
    const assay = (...args: string[]) => run(process.execPath, [assayCommand, ...args], { env: desk.env });
    const plain = async () => (await run(sqldiff, ['--summary', at('plain-a.db'), at('plain-b.db')])).ms;
    const diff = await byTurns(pairs, async () => (await assay('diff', at('mine.assay'), at('theirs.assay'), '--summary')).ms, plain);
    const peaks: Ran[] = [];
    const mergeOf = async (theirs: string, nth: number) => {
      const out = at(`out-${nth}.assay`);
      const one = await assay('merge', at('mine.assay'), at(theirs), '--out', out);
      rmSync(out, { force: true });
      return one;
    };
    const whole = await byTurns(
      pairs,
      async (pair) => {
        const one = await mergeOf('theirs.assay', pair);
        peaks.push(one);
        return one.ms;
      },
      plain,
    );
    const empty = await mergeOf('same.assay', pairs);
    const peakMb = median(peaks.map((one) => one.peakMb));
    const oneEdit = await mergedEdit(desk, at);
    return [
      { name: 'merge', ...whole, unit: 'ms', rows, diff: diff.ratio, diffMs: diff.ours, peakMb, memoryOverEmptyMb: peakMb - empty.peakMb },
      { name: 'merge-one-edit', ...oneEdit, unit: 'ms', rows },
    ];
  } finally {
    desk.clear();
  }
}

/** A workbook with a table, a copy of it as it was sent, and one in which somebody went on. */
async function prepare(desk: Desk, rows: number): Promise<void> {
  const at = (name: string) => join(desk.folder, name);
  writeTable(at('rows.csv'), rows, Math.max(1, Math.round(rows / 125)));
  await run(process.execPath, [assayCommand, 'new', at('mine.assay')], { env: desk.env });
  await importTable(desk, at('mine.assay'), at('rows.csv'));
  for (const name of ['same', 'theirs', 'one']) copyFileSync(at('mine.assay'), at(`${name}.assay`));
  const app = desk.start();
  app.openPath(at('theirs.assay'));
  for (let from = 0; from < rows; from += batch * apart) {
    const ids = await idsOf(app, from, Math.min(rows, from + batch * apart));
    await app.ask('claims.setCells', { cells: ids.map((id, nth) => ({ id, field: 'note', value: `Seen ${from + nth}` })) });
  }
  app.openPath(at('one.assay'));
  await noteFirst(app, 'One edit');
  app.close();
  plainCopies(desk, rows);
}

/** Every hundredth row. */
async function idsOf(app: App, from: number, to: number): Promise<string[]> {
  const ids: string[] = [];
  for (let start = from; start < to; start += apart) {
    const [row] = (await app.ask('claims.window', { kind: 'figure', start, count: 1 })).rows;
    if (row !== undefined) ids.push(row.id);
  }
  return ids;
}

async function noteFirst(app: App, value: string): Promise<void> {
  const [row] = (await app.ask('claims.window', { kind: 'figure', start: 0, count: 1 })).rows;
  await app.ask('claims.setCells', { cells: [{ id: row!.id, field: 'note', value }] });
}

async function mergedEdit(desk: Desk, at: (name: string) => string) {
  const app = desk.start();
  app.openPath(at('mine.assay'));
  await noteFirst(app, 'Warm');
  await app.ask('history.undo', {});
  return byTurns(
    pairs,
    async () => {
      const theirs = desk.handOver(app, at('one.assay'));
      const ms = await timed(() => app.ask('exchange.merge', { theirs, answers: [] }));
      await app.ask('history.undo', {});
      return ms;
    },
    async (pair) => {
      const ms = await timed(() => noteFirst(app, `Plain ${pair}`));
      await app.ask('history.undo', {});
      return ms;
    },
  );
}

function plainCopies(desk: Desk, rows: number): void {
  const path = join(desk.folder, 'plain-a.db');
  const db = new Database(path);
  db.exec('CREATE TABLE figure (id INTEGER PRIMARY KEY, subject TEXT, good TEXT, unit TEXT, month TEXT, value REAL, office TEXT, note TEXT)');
  const insert = db.prepare("INSERT INTO figure VALUES (?, ?, ?, 'UNITS', ?, ?, ?, NULL)");
  db.transaction(() => {
    for (let n = 0; n < rows; n += 1)
      insert.run(n, `District ${n % 8000}`, `group ${n % 40}`, `${1990 + (n % 30)}-01`, n % 900_000, `Office ${n % 90}`);
  })();
  db.close();
  copyFileSync(path, join(desk.folder, 'plain-b.db'));
  const other = new Database(join(desk.folder, 'plain-b.db'));
  other.exec(`UPDATE figure SET note = 'Seen' WHERE id % ${apart} = 0`);
  other.close();
}
