// Run by itself: writes or reads one spreadsheet, ours or by exceljs, and says what it took. Arguments: write-ours, write-peer, read-ours
// or read-peer, rows, file.
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Cell } from '../../electron/core/features/exchange/cells.ts';
import { writeXlsx } from '../../electron/core/features/exchange/xlsx/write-xlsx.ts';
import { readValues } from '../../electron/core/jobs/extract/tables/xlsx/read-values.ts';

const columns = 25;
/** Not among the packages of the project: it brings dozens that nobody keeps any more. The bench says how to have it here. */
const peer: string = 'exceljs';

/** What is used of the peer. */
interface Excel {
  readonly stream: {
    readonly xlsx: {
      readonly WorkbookWriter: new (
        options: object,
      ) => {
        addWorksheet(name: string): { addRow(cells: readonly unknown[]): { commit(): void }; commit(): void };
        commit(): Promise<void>;
      };
      readonly WorkbookReader: new (stream: unknown, options: object) => AsyncIterable<AsyncIterable<{ eachCell(visit: () => void): void }>>;
    };
  };
}
const [what = '', count = '0', file = ''] = process.argv.slice(2);
const rows = Number(count);

/** Words that repeat, words of their own, numbers and days. */
function cellAt(row: number, column: number): string | number {
  if (column % 5 === 0) return `Row ${row}, column ${column}`;
  if (column % 5 === 1) return `Group ${(row + column) % 40}`;
  if (column % 5 === 2) return (row * 7919 + column) % 1_000_000;
  return column % 5 === 3 ? ((row * 31 + column) % 10_000) / 100 : `${2000 + (row % 25)}-0${1 + (row % 9)}`;
}

function cellsOf(row: number): (string | number)[] {
  return Array.from({ length: columns }, (_, column) => cellAt(row, column));
}

const works: Readonly<Record<string, () => Promise<unknown>>> = {
  async 'write-ours'() {
    const heads = Array.from({ length: columns }, (_, column) => ({ header: `Column ${column}` }));
    const made = {
      length: rows,
      *[Symbol.iterator](): Generator<readonly Cell[]> {
        for (let row = 0; row < rows; row += 1) yield cellsOf(row);
      },
    };
    await pipeline(
      writeXlsx([{ name: 'Figures', columns: heads, rows: made }], { identity: 'bench', property: 'bench', hidden: [] }),
      createWriteStream(file),
    );
  },
  async 'write-peer'() {
    const { default: excel } = (await import(peer)) as { default: Excel };
    const workbook = new excel.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true, useSharedStrings: false });
    const sheet = workbook.addWorksheet('Figures');
    sheet.addRow(Array.from({ length: columns }, (_, column) => `Column ${column}`)).commit();
    for (let row = 0; row < rows; row += 1) sheet.addRow(cellsOf(row)).commit();
    sheet.commit();
    await workbook.commit();
  },
  async 'read-ours'() {
    const { sheets } = await readValues({ name: 'bench.xlsx', mediaType: '', bytes: new Uint8Array(readFileSync(file)) });
    expectCells(
      sheets.reduce((sum, sheet) => sum + sheet.rows.reduce((cells, row) => cells + row.cells.filter((cell) => cell !== null).length, 0), 0),
    );
  },
  async 'read-peer'() {
    const { default: excel } = (await import(peer)) as { default: Excel };
    let cells = 0;
    for await (const sheet of new excel.stream.xlsx.WorkbookReader(createReadStream(file), { sharedStrings: 'cache' }))
      for await (const row of sheet) row.eachCell(() => (cells += 1));
    expectCells(cells);
  },
};

function expectCells(cells: number): void {
  if (cells !== (rows + 1) * columns) throw new Error(`${cells} cells were read of ${(rows + 1) * columns}`);
}

const start = performance.now();
await works[what]!();
process.stdout.write(JSON.stringify({ ms: performance.now() - start, memoryMb: process.resourceUsage().maxRSS / 1024 }));
