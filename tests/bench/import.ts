// A table of many rows brought in as figures by the command line, against `sqlite3` that imports the same file into a typed table
// and makes three indexes: wall time, the bytes of a figure with its source, and how memory grows with the rows.
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchResult } from './bench.ts';
import { assayCommand, byTurns, median, neededProgram, type Ran, run } from './measure.ts';
import { type Desk, importTable, openDesk, writeTable } from './workbooks.ts';

const defaultRows = 1_000_000;
const pairs = 5;
/** Series of a usual table, and of one whose rows have next to nothing in common. */
const fewSeries = (rows: number) => Math.max(1, Math.round(rows / 125));
const manySeries = (rows: number) => Math.max(1, Math.round(rows / 2));

export async function benchImport(rows = defaultRows): Promise<BenchResult[]> {
  const sqlite = neededProgram('sqlite3', 'sqlite3');
  const desk = openDesk('import');
  try {
    return [await importOf('import', desk, sqlite, rows, fewSeries), await importOf('import-many-series', desk, sqlite, rows, manySeries)];
  } finally {
    desk.clear();
  }
}

async function importOf(name: string, desk: Desk, sqlite: string, rows: number, seriesOf: (rows: number) => number): Promise<BenchResult> {
  const table = join(desk.folder, `${name}.csv`);
  writeTable(table, rows, seriesOf(rows));
  const taken: Ran[] = [];
  const bytes: number[] = [];
  const ours = async (pair: number) => {
    const path = join(desk.folder, `${name}-${pair}.assay`);
    const made = await importInto(desk, path, table);
    taken.push(made);
    bytes.push(statSync(path).size / rows);
    rmSync(path, { force: true });
    return made.ms;
  };
  const turns = await byTurns(pairs, ours, (pair) => plainImport(sqlite, join(desk.folder, `${name}-${pair}.db`), table));
  const smaller = join(desk.folder, `${name}-smaller.csv`);
  writeTable(smaller, Math.ceil(rows / 10), seriesOf(Math.ceil(rows / 10)));
  const small = await importInto(desk, join(desk.folder, `${name}-smaller.assay`), smaller);
  const peakMb = median(taken.map((one) => one.peakMb));
  return { name, ...turns, unit: 'ms', rows, series: seriesOf(rows), memory: peakMb / small.peakMb, peakMb, bytesPerFigure: median(bytes) };
}

async function importInto(desk: Desk, path: string, table: string): Promise<Ran> {
  await run(process.execPath, [assayCommand, 'new', path], { env: desk.env });
  return importTable(desk, path, table);
}

async function plainImport(sqlite: string, path: string, table: string): Promise<number> {
  const input = `CREATE TABLE figure (subject TEXT, good TEXT, unit TEXT, month TEXT, value REAL, office TEXT);
.mode csv
.import --skip 1 ${table} figure
CREATE INDEX figure_series ON figure (subject, good, month);
CREATE INDEX figure_month ON figure (month);
CREATE INDEX figure_value ON figure (value);
`;
  const { ms } = await run(sqlite, [path], { input });
  rmSync(path, { force: true });
  return ms;
}
