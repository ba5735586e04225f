// What an exported spreadsheet says of the state that it shows.
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import { readBase } from '../../../electron/core/features/exchange/base.ts';
import { joined, parted } from '../../../electron/core/features/exchange/cells.ts';
import type { Files } from '../../../electron/core/host.ts';
import { checkZip } from '../../../electron/core/jobs/extract/office/check-zip.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

async function exported(app: App, files: Files): Promise<Uint8Array> {
  const { download, bytes } = await app.ask('exchange.export', { format: 'xlsx' });
  return files.read(download, 0, bytes).piece;
}

async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const { kept } = await checkZip({ name: 'out.xlsx', bytes }, () => true);
  return new Map([...kept].map(([name, part]) => [name, part.toString('utf8')]));
}

async function withFigures() {
  const workbook = await newWorkbook();
  const source = await pasteSource(workbook.app);
  const note = 'x'.repeat(19_000);
  await workbook.app.ask('claims.capture', {
    claims: [
      figure(source, 'over 50%', { note, basis: ['Smith; Sons', '"odd" name'], value: { low: '1234567890123456.5', high: null, qualifier: 'over' } }),
    ],
  });
  return workbook;
}

describe('the base of an exported .xlsx', () => {
  it('stands in a property, in the identifier and in a hidden sheet, and names the copy and the last edit', async () => {
    const { app, files } = await withFigures();
    const parts = await partsOf(await exported(app, files));
    const { edits } = await app.ask('history.list', { limit: 1 });
    const { id } = await app.ask('workbook.info', {});
    const base = readBase(parts.get('docProps/core.xml')!)!;
    expect(base).toMatchObject({ format: 1, workbook: id, language: 'en', replica: expect.any(String), edit: expect.any(String) });
    expect(readBase(parts.get('docProps/custom.xml')!)).toEqual(base);
    const hidden = [...parts].find(([name, text]) => name.startsWith('xl/worksheets/') && text.includes('assay-export'))![1];
    expect(readBase(hidden)).toEqual(base);
    expect(edits).toHaveLength(1);
    expect(parts.get('xl/workbook.xml')).toContain('<sheet name="_assay" sheetId="9" state="hidden"');
  });

  it('is null of copy and edit before the first edit', async () => {
    const { app, files } = await newWorkbook();
    const base = readBase((await partsOf(await exported(app, files))).get('docProps/core.xml')!);
    expect(base).toMatchObject({ replica: null, edit: null });
  });

  it('goes row by row with ids, key and digest, in the row and in the hidden sheet', async () => {
    const { app, files } = await withFigures();
    const { sheets } = await readXlsx(await exported(app, files));
    const [head = [], row = []] = sheets.find(({ name }) => name === 'Figures')!.rows;
    const cell = (name: string) => row[head.indexOf(name)];
    const marks = sheets.find(({ name }) => name === '_assay')!.rows.find(([sheet]) => sheet === 'Figures');
    expect(marks).toEqual(['Figures', cell('claim id'), cell('passage id'), cell('content key'), cell('row digest')]);
  });

  it('comes out the same byte for byte a second time', async () => {
    const { app, files } = await withFigures();
    expect(Buffer.from(await exported(app, files)).equals(Buffer.from(await exported(app, files)))).toBe(true);
  });

  it('names each filter, freezes the head, proposes codes and holds no empty text', async () => {
    const { app, files } = await withFigures();
    const parts = await partsOf(await exported(app, files));
    const sheet = parts.get('xl/worksheets/sheet1.xml')!;
    expect(parts.get('xl/workbook.xml')).toMatch(/_xlnm\._FilterDatabase" localSheetId="0" hidden="1">'Figures'!\$A\$1:\$[A-Z]+\$2</);
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<formula1>"exact,about,over');
    expect(sheet).not.toContain('preserve"></t>');
  });

  it('keeps long numbers as text, and codes beside their words', async () => {
    const { app, files } = await withFigures();
    const { sheets } = await readXlsx(await exported(app, files));
    const [head = [], row = []] = sheets[0]!.rows;
    const cell = (name: string) => row[head.indexOf(name)];
    expect([cell('Low'), cell('Measure'), cell('measure code')]).toEqual(['1234567890123456.5', 'market share', 'market_share']);
    expect(parted(String(cell('Basis')))).toEqual(['Smith; Sons', '"odd" name']);
  });
});

describe('a list in a cell', () => {
  it.each([[['a', 'b']], [['a; b', 'c']], [['"a"', 'b"']], [['a；b']], [['say "x; y" now', 'z']], [[]]])('%j comes back as it went', (list) => {
    expect(parted(joined(list))).toEqual(list);
  });
});
