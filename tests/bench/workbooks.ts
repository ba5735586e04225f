// Workbooks that benches measure on: many claims of our own making, and tables with many rows.
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type App, createApp } from '../../electron/core/app.ts';
import type { Files } from '../../electron/core/host.ts';
import { createNodeHost } from '../../electron/core/node-host.ts';
import type { ClaimInput } from '../../shared/features/claims/model.ts';
import { handOver } from '../helpers/workbook.ts';
import { assayCommand, type Ran, run } from './measure.ts';

export interface Desk {
  readonly folder: string;
  /** A core of its own; closed with the desk. */
  start(): App;
  /** A file in the hands of a core. */
  handOver(app: App, path: string): string;
  /** What the command line needs to know the same machine. */
  readonly env: NodeJS.ProcessEnv;
  clear(): void;
}

export function openDesk(name: string): Desk {
  const folder = mkdtempSync(join(tmpdir(), `assay-${name}-`));
  const open = new Map<App, Files>();
  return {
    folder,
    env: { ASSAY_HOME: folder, ASSAY_AUTHOR: 'Bench' },
    start() {
      const host = createNodeHost({ workbooks: join(folder, 'workbooks'), settings: join(folder, 'settings') }, { ASSAY_AUTHOR: 'Bench' });
      const app = createApp({ host, clock: Date.now, log: { info: () => {}, error: () => {} } });
      open.set(app, host.files);
      return app;
    },
    handOver: (app, path) => handOver(open.get(app)!, basename(path), readFileSync(path)),
    clear() {
      for (const app of open.keys()) app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const batch = 10_000;
const sources = 40;

/** A workbook of yearly series of 25 years with four claims a year, one year in twenty in dispute; closed again. */
export async function makeClaims(desk: Desk, path: string, claims: number): Promise<void> {
  const app = desk.start();
  await app.createPath(path);
  const ids: string[] = [];
  for (let nth = 0; nth < sources; nth += 1) {
    const text = `Yearbook ${nth}. ${Array.from({ length: 50 }, (_, at) => `Figure ${at} is here.`).join(' ')}`;
    ids.push((await app.ask('sources.paste', { text, meta: { title: `Yearbook ${nth}`, publisher: `Office ${nth % 7}`, publishedOn: '2025' } })).id);
  }
  for (let from = 0; from < claims; from += batch)
    await app.ask('claims.capture', { claims: Array.from({ length: Math.min(batch, claims - from) }, (_, at) => claimOf(from + at, ids)) });
  app.close();
}

function claimOf(nth: number, sourceIds: readonly string[]): ClaimInput {
  const series = Math.floor(nth / 100);
  const year = 2000 + (Math.floor(nth / 4) % 25);
  const value = String(10_000 + series + 7 * (year - 2000) + (nth % 80 === 0 ? 3000 : 0));
  return {
    kind: 'figure',
    measure: `output_of_good_${series % 50}`,
    subject: `Region ${series}`,
    area: 'UT',
    basis: 'all goods',
    period: String(year),
    value: { low: value, high: value, qualifier: 'exact' },
    unit: 'UNITS',
    saidBy: [`Agency ${nth % 4}`],
    passage: { source: sourceIds[nth % sources]!, exact: `Figure ${nth % 50} is here.` },
  };
}

const tableHead = 'Subject,Good,Unit,Month,Value,Office';

const tableMapping = {
  kind: 'figure',
  columns: [
    { at: 'Subject', field: 'subject' },
    { at: 'Good', field: 'measure' },
    { at: 'Unit', field: 'unit' },
    { at: 'Month', field: 'period' },
    { at: 'Value', field: 'value' },
    { at: 'Office', field: 'saidBy' },
  ],
} as const;

/** A CSV of monthly figures, about 94 bytes a row. One row in a hundred differs from the one before in its value alone. */
export function writeTable(path: string, rows: number, series: number): void {
  const file = openSync(path, 'w');
  const months = Math.ceil(rows / series);
  let lines = [tableHead];
  for (let row = 0; row < rows; row += 1) {
    const rival = row % 100 === 99 ? 1 : 0;
    const [nth, month] = [Math.floor((row - rival) / months), (row - rival) % months];
    const period = `${1990 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    const value = 1000 + ((nth * 7919 + month * 104_729 + rival * 37) % 900_000);
    lines.push(`District ${nth},sales of goods of the group ${nth % 40},UNITS,${period},${value},Statistical office of district ${nth % 90}`);
    if (lines.length < 20_000) continue;
    writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  }
  if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`);
  closeSync(file);
}

/** Brings a table of `writeTable` into a workbook that is there, by the command line. */
export async function importTable(desk: Desk, path: string, table: string): Promise<Ran> {
  const map = join(desk.folder, 'map.json');
  writeFileSync(map, JSON.stringify(tableMapping));
  return run(process.execPath, [assayCommand, 'import', path, table, '--map', map], { env: desk.env });
}
