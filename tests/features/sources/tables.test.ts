import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { columnName } from '../../../shared/features/sources/cells.ts';
import { cellStarts, createPlaceFinder, lineOfRow, rowOfLine } from '../../../shared/features/sources/layout.ts';
import { read, refusal } from '../../helpers/extracting.ts';
import { figure, handOver, newWorkbook } from '../../helpers/workbook.ts';

const table = 'Brand;Year;Sales\nLada;2023;324446\nHaval;2023;111720\n';

describe('a table of separated values', () => {
  it('is a data set: a line a row, cells apart by tabs, whatever its separator', async () => {
    for (const separator of [',', ';', '\t', '|']) {
      const { text, kind, extractor } = await read('sales.csv', table.replaceAll(';', separator));
      expect([kind, text, extractor]).toEqual(['dataset', table.trim().replaceAll(';', '\t'), `csv-2 ${JSON.stringify(separator)}`]);
    }
  });

  it('is not fooled by separators within quotes or by decimal commas', async () => {
    const { text } = await read('a.csv', 'name;share\n"Lada, Granta";32,5\n"a ""b""; c";7,1\n');
    expect(text).toBe('name\tshare\nLada, Granta\t32,5\na "b"; c\t7,1');
  });

  it('says how many rows have another number of cells, and folds line ends within cells', async () => {
    const { text, warnings } = await read('a.csv', 'a,b,c\n1,2\n"x\ny",2,3\n1,2,3,4\n');
    expect(text).toBe('a\tb\tc\n1\t2\nx y\t2\t3\n1\t2\t3\t4');
    expect(warnings).toEqual(['2 rows have more or fewer cells than most.', 'One cell had line breaks or tabs; they are shown as spaces.']);
  });

  it('is refused beyond the limits, by row and column', async () => {
    expect((await refusal('wide.csv', Array.from({ length: 20_000 }, () => 'x').join(','))).message).toContain('20,000 columns in row 1');
    expect((await refusal('cell.csv', `a,b\n1,"${'x'.repeat(1_000_001)}"\n`)).message).toContain('1,000,001 characters in cell B2');
    expect((await refusal('open.csv', 'a,b\n1,"never closed\nand cut off\n')).message).toContain('row 2');
  });

  it('keeps the words of every cell at the place that its layout names', async () => {
    const cell = fc.stringMatching(/^[a-zа-я0-9一二三,;"' .€𝛼-]{0,12}$/u).map((text) => text.trim());
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (made) => {
        fc.pre(made.some((row) => row.some((text) => text !== '')));
        const { text, layout } = await read('a.tsv', Papa.unparse(made, { delimiter: '\t', newline: '\n' }));
        if (layout?.kind !== 'sheets') throw new Error('no sheets');
        const [sheet] = layout.sheets;
        const points = [...text];
        const { placeOf } = createPlaceFinder(layout, text);
        for (const [line, starts] of cellStarts(text, sheet!).entries()) {
          for (const [column, start] of starts.entries()) {
            const words = made[rowOfLine(sheet!, line) - 1]![column]!.normalize('NFC');
            expect(points.slice(start, start + [...words].length).join('')).toBe(words);
            if (words !== '') expect(placeOf(start, start + [...words].length).cells).toBe(`${columnName(column + 1)}${rowOfLine(sheet!, line)}`);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the rows of a sheet', () => {
  it('are found from its lines and back, over rows that are empty', () => {
    const sheet = {
      name: 's',
      start: 0,
      end: 9,
      columns: 2,
      rows: [
        [0, 1],
        [3, 7],
        [4, 20],
      ] as [number, number][],
    };
    expect([0, 2, 3, 4, 6].map((line) => rowOfLine(sheet, line))).toEqual([1, 3, 7, 20, 22]);
    expect([1, 3, 4, 7, 8, 21].map((row) => lineOfRow(sheet, row))).toEqual([0, 2, undefined, 3, undefined, 5]);
  });
});

describe('a spreadsheet', () => {
  const sheets = [
    {
      name: 'Sales',
      rows: [['Brand', 'Share', 'Sold'], ['Lada', 0.3245, 1_324_446], null, ['Haval', 0.07, 111_720.5]].map((row) => row ?? []),
      columns: [{}, { numFmt: '0.0%' }, { numFmt: '#,##0' }],
    },
    { name: 'Dates', rows: [[new Date(Date.UTC(2024, 9, 1)), true, null, 'x']], columns: [{ numFmt: 'mmm yyyy' }] },
  ];

  it('is a data set of its sheets, numbers in full, percentages with their sign, months as months', async () => {
    const { text, kind, layout } = await read('market.xlsx', await writeXlsx({ sheets }));
    expect(kind).toBe('dataset');
    expect(text).toBe('Brand\tShare\tSold\nLada\t32.45%\t1324446\nHaval\t7%\t111720.5\n\n2024-10\tTRUE\t\tx');
    expect(layout?.kind === 'sheets' && layout.sheets.map((sheet) => [sheet.name, text.slice(sheet.start, sheet.end).length, sheet.rows])).toEqual([
      [
        'Sales',
        54,
        [
          [0, 1],
          [2, 4],
        ],
      ],
      ['Dates', 15, [[0, 1]]],
    ]);
  });

  it('is recognised by its bytes under any name', async () => {
    const bytes = await writeXlsx({ sheets });
    expect((await read('market.csv', bytes)).mediaType).toContain('spreadsheetml');
    expect((await read('market.pdf', table)).mediaType).toBe('text/plain');
  });

  it('is read row by row, with the rows that the file counts', async () => {
    const { app, files } = await newWorkbook();
    const { added } = await app.ask('sources.add', { files: [handOver(files, 'market.xlsx', await writeXlsx({ sheets }))] });
    const id = added[0]!.id;
    const { total, columns, head, rows } = await app.ask('sources.cells', { id, sheet: 0, start: 1, count: 10 });
    expect([total, columns, head, rows.map((row) => [row.row, ...row.cells])]).toEqual([
      3,
      3,
      ['Brand', 'Share', 'Sold'],
      [
        [2, 'Lada', '32.45%', '1324446'],
        [4, 'Haval', '7%', '111720.5'],
      ],
    ]);
    const { text } = await app.ask('sources.text', { id });
    expect(rows.map((row) => row.cells.map((cell, index) => text.slice(row.starts[index]!, row.starts[index]! + cell.length)))).toEqual(
      rows.map((row) => row.cells),
    );
    await expect(app.ask('sources.cells', { id, sheet: 2 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('proposes a figure of a cell from the words of its row and its column', async () => {
    const { app, files } = await newWorkbook();
    const csv = 'Brand,Year,Share %,Sold\nLada,2023,32.4,324446\n';
    const { added } = await app.ask('sources.add', { files: [handOver(files, 'a.csv', csv)] });
    const id = added[0]!.id;
    const [row] = (await app.ask('sources.cells', { id, sheet: 0, start: 1 })).rows;
    const draftOf = async (column: number) => {
      const start = row!.starts[column]!;
      return (await app.ask('claims.draft', { sourceId: id, start, end: start + row!.cells[column]!.length })).claim;
    };
    expect(await draftOf(2)).toMatchObject({
      measure: 'Share %',
      subject: 'Lada',
      period: '2023',
      unit: 'PCT',
      value: { low: '32.4', high: '32.4' },
    });
    expect(await draftOf(3)).toMatchObject({ measure: 'Sold', subject: 'Lada', period: '2023', value: { low: '324446', qualifier: 'exact' } });
  });

  it('gives sheet and cells to the passages of its claims', async () => {
    const { app, files } = await newWorkbook();
    const { added } = await app.ask('sources.add', { files: [handOver(files, 'market.xlsx', await writeXlsx({ sheets }))] });
    const source = added[0]!.id;
    const { claims } = await app.ask('claims.capture', {
      claims: [figure(source, '32.45%'), figure(source, 'Haval\t7%', { period: '2024' })],
    });
    const traces = await Promise.all(claims.map(({ id }) => app.ask('claims.trace', { id })));
    expect(traces.map(({ passage }) => [passage?.sheet, passage?.cells, passage?.page])).toEqual([
      ['Sales', 'B2', null],
      ['Sales', 'A4:B4', null],
    ]);
    const listed = await app.ask('claims.list', {});
    expect(listed.claims.map((claim) => (claim.passage as { cells: string }).cells)).toEqual(['B2', 'A4:B4']);
  });
});
