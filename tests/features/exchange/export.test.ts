import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import type { Files } from '../../../electron/core/host.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

async function exported(app: App, files: Files, format: 'xlsx' | 'csv' | 'json'): Promise<Uint8Array> {
  const { download, bytes } = await app.ask('exchange.export', { format });
  const { piece } = files.read(download, 0, bytes);
  return piece;
}

async function withClaims() {
  const workbook = await newWorkbook();
  const source = await pasteSource(workbook.app);
  await workbook.app.ask('claims.capture', {
    claims: [
      figure(source, 'over 50%', { note: '=HYPERLINK("http://example.com")' }),
      figure(source, 'almost $4.6bn', {
        measure: 'exports',
        period: '2023-01/2023-06',
        value: { low: null, high: '4.6', qualifier: 'almost' },
        unit: 'USD',
        multiplier: 9,
      }),
      {
        kind: 'event',
        subject: 'Plant',
        subjectType: 'project',
        stage: 'stopped',
        what: 'production stopped',
        when: '2025-02',
        passage: { source, exact: 'Production stopped in February 2025' },
      },
    ],
  });
  return workbook;
}

describe('an exported .xlsx', () => {
  it('holds the sheets, right numbers and dates, the quote beside each value and the ids in hidden columns', async () => {
    const { app, files } = await withClaims();
    const book = await readXlsx(await exported(app, files, 'xlsx'), { readStyles: true });
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Figures', 'Events', 'Statements', 'Ledger', 'Sources']);
    const figures = book.sheets[0]!;
    const header = figures.rows[0]!.map(String);
    const row = (measure: string) => figures.rows.find((cells) => cells[0] === measure)!;
    const cell = (measure: string, name: string) => row(measure)[header.indexOf(name)];
    expect([cell('exports', 'High'), cell('exports', 'Low'), cell('exports', 'Qualifier'), cell('market share', 'Low')]).toEqual([
      4_600_000_000,
      null,
      'almost',
      50,
    ]);
    expect(String(cell('exports', 'Value')).replaceAll('\u00a0', ' ')).toBe('≲ 4.6bn USD');
    expect((cell('exports', 'To') as Date).toISOString().slice(0, 10)).toBe('2023-06-30');
    expect([cell('exports', 'Quote'), cell('exports', 'Source')]).toEqual(['almost $4.6bn', 'Market digest']);
    expect(cell('market share', 'Note')).toBe('=HYPERLINK("http://example.com")');
    const hidden = header.filter((_, index) => figures.columns?.[index]?.hidden);
    expect(hidden).toEqual(['claim id', 'source id', 'passage id', 'passage start', 'content key']);
  });
});

describe('an exported .csv', () => {
  it('keeps text that begins like a formula from running', async () => {
    const { app, files } = await withClaims();
    const text = new TextDecoder().decode(await exported(app, files, 'csv'));
    const { data } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
    expect(data.map((row) => [row.Kind, row.Note])).toEqual([
      ['figure', expect.stringMatching(/^('=HYPER|$)/)],
      ['figure', expect.any(String)],
      ['event', ''],
    ]);
    expect(data.some((row) => row.Note === '\'=HYPERLINK("http://example.com")')).toBe(true);
  });
});

describe('an exported .json', () => {
  it('holds the claims in the form in which they are captured, and no file name', async () => {
    const { app, files } = await withClaims();
    const content = JSON.parse(new TextDecoder().decode(await exported(app, files, 'json')));
    expect(content.claims).toHaveLength(3);
    expect(content.claims.find((claim: { measure?: string }) => claim.measure === 'exports')).toMatchObject({
      value: { low: null, high: '4.6', qualifier: 'almost' },
      multiplier: 9,
    });
    expect(JSON.stringify(content)).not.toContain('fileName');
  });
});
