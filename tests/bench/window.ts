// A window of a hundred rows at any place of a list of imported rows and claims, by several sorts and filters, read and put into the text
// that is sent; against a keyset read of as many rows at the beginning of an indexed table. `flat`: near the end against at the start.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { App } from '../../electron/core/app.ts';
import type { Input } from '../../shared/contract.ts';
import type { BenchResult } from './bench.ts';
import { byTurns, percentile, timed } from './measure.ts';
import { type Desk, importTable, makeClaims, openDesk, writeTable } from './workbooks.ts';

const defaultRows = 1_000_000;
const shown = 100;
const pairs = 5;
const looks = 40;

type Window = Pick<Input<'claims.window'>, 'sort' | 'filter'>;

const windows: Readonly<Record<string, Window>> = {
  plain: {},
  byValue: { sort: [{ field: 'value', direction: 'desc' }] },
  bySubjectAndPeriod: {
    sort: [
      { field: 'subject', direction: 'asc' },
      { field: 'period', direction: 'desc' },
    ],
  },
  filtered: { sort: [{ field: 'value', direction: 'asc' }], filter: [{ field: 'subject', op: 'contains', value: '7' }] },
};

export async function benchWindow(rows = defaultRows): Promise<BenchResult> {
  const desk = openDesk('window');
  try {
    const path = join(desk.folder, 'window.assay');
    await makeClaims(desk, path, Math.min(10_000, Math.ceil(rows / 10)));
    const table = join(desk.folder, 'rows.csv');
    writeTable(table, rows, Math.max(1, Math.round(rows / 125)));
    await importTable(desk, path, table);
    const app = desk.start();
    app.openPath(path);
    const plain = keysetOver(desk, rows);
    const firstMs: Record<string, number> = {};
    const totals: Record<string, number> = {};
    for (const [name, window] of Object.entries(windows)) {
      firstMs[name] = await timed(async () => (totals[name] = (await look(app, window, 0)).total));
    }
    const p95At = async (share: number) => percentile(await looksAt(app, totals, share), 95);
    const turns = await byTurns(
      pairs,
      async () => Math.max(await p95At(0), await p95At(0.5), await p95At(0.99)),
      () => percentile(Array.from({ length: looks }, plain), 95),
    );
    const atStart: number[] = [];
    const atEnd: number[] = [];
    for (let round = 0; round < pairs; round += 1) {
      atStart.push(await p95At(0));
      atEnd.push(await p95At(0.99));
    }
    const flat = percentile(
      atEnd.map((ms, index) => ms / atStart[index]!),
      50,
    );
    return { name: 'window', ...turns, unit: 'ms', rows, flat, firstMs };
  } finally {
    desk.clear();
  }
}

async function looksAt(app: App, totals: Readonly<Record<string, number>>, share: number): Promise<number[]> {
  const taken: number[] = [];
  for (const [name, window] of Object.entries(windows))
    for (let nth = 0; nth < looks; nth += 1) {
      const start = Math.max(0, Math.floor(share * (totals[name]! - shown)) - 7 * nth * Math.sign(share - 0.5));
      taken.push(await timed(async () => JSON.stringify(await look(app, window, Math.max(0, start)))));
    }
  return taken;
}

function look(app: App, window: Window, start: number) {
  return app.ask('claims.window', { kind: 'figure', ...window, start, count: shown });
}

/** What a program reads that knows where its window begins. */
function keysetOver(desk: Desk, rows: number): () => number {
  const db = new Database(join(desk.folder, 'plain.db'));
  db.exec('CREATE TABLE figure (n INTEGER PRIMARY KEY, subject TEXT, measure TEXT, unit TEXT, period TEXT, value REAL, office TEXT)');
  const insert = db.prepare('INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?)');
  db.transaction(() => {
    for (let n = 1; n <= rows; n += 1) insert.run(n, `District ${n % 8000}`, `group ${n % 40}`, 'UNITS', '2001-01', (n * 7919) % 900_000, 'Office');
  })();
  db.exec('CREATE INDEX figure_value ON figure (value, n)');
  const read = db.prepare(`SELECT * FROM figure WHERE (value, n) > (?, ?) ORDER BY value, n LIMIT ${shown}`);
  return () => {
    const start = performance.now();
    JSON.stringify(read.all(-1, 0));
    return performance.now() - start;
  };
}
