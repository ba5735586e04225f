// Small documents that were once read wrongly, each with its right value.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../shared/features/passages/finder/index.ts';
import { readNumber } from '../../../shared/quantity/number-reading.ts';
import { read } from '../../helpers/extracting.ts';
import { needsSharedMaterial, readShared, sharedPath } from '../../helpers/shared-material.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const hasCases = existsSync(sharedPath('cases', 'files'));

function readCase(name: string) {
  return read(name, new Uint8Array(readFileSync(sharedPath('cases', 'files', name))));
}

async function rowsOf(name: string): Promise<string[][]> {
  return (await readCase(name)).text.split('\n').map((line) => line.split('\t'));
}

describe.skipIf(!hasCases)(`documents once read wrongly (${needsSharedMaterial})`, () => {
  it('keep their rows where quotes quote nothing', async () => {
    const rows = await rowsOf('44-stray-quotes.csv');
    expect(rows.map((row) => row.length)).toEqual(Array.from({ length: 9 }, () => 4));
    expect(rows.map((row) => row[3])).toEqual(['cars', '10', '20', '30', '40', '50', '60', '70', '80']);
    expect((await rowsOf('44b-quoted-names.csv')).map((row) => row.join('|'))).toEqual([
      'name|region|cars',
      '"Mir" Avto|Perm|20',
      '"Vostok" LLC|Ufa|30',
      'Zapad|Omsk|40',
      'Plain|Moscow|80',
    ]);
  });

  it('keep one number one, whichever sign its groups and decimals have', async () => {
    const { text } = await readCase('07b-euro-amounts.txt');
    const figures = findMentions(text).filter((mention) => mention.type === 'figure');
    expect(figures.map((mention) => mention.low)).toEqual([
      '1234.5',
      '1234.56',
      '21419.06',
      '-2405.17',
      '1234.56',
      '1234.567',
      '12345678.90',
      '1234.56',
      '1234.56',
    ]);
    const amounts = (await rowsOf('08a-semicolon-decimals.csv')).map((row) => readNumber(row[2]!));
    expect(amounts.map((amount) => ('value' in amount ? amount.value : undefined)).slice(0, 7)).toEqual([
      '-21419.06',
      '-21375.00',
      '-53.9',
      '-116',
      '-249',
      '-275',
      '-2405.17',
    ]);
  });

  it('keep the formats of a spreadsheet, whatever stands among its sheets', async () => {
    const chart = await readCase('05b-chartsheet.xlsx');
    expect(chart.text.split('\n').slice(1)).toEqual(['2023-01-31\t39%\t1250000.5 ₽', '2023-02-28\t39.5%\t1300000 ₽']);
    expect(chart.dropped[0]).toEqual({ what: 'chart sheet', text: 'Chart1' });
    expect((await rowsOf('42-wan-yi.xlsx')).slice(1)).toEqual([
      ['2022', '12.5万', '1.25亿'],
      ['2023', '118.95万', '11.895亿'],
    ]);
    expect((await rowsOf('43-conditions.xlsx')).slice(1).filter(([, value, shown]) => value !== shown)).toEqual([]);
  });

  it('show a number as its format says', async () => {
    const alike: Readonly<Record<string, string>> = {
      'h not date': '12h',
      'day month': '2023-09-07',
      'month name': 'September',
      weekday: 'Thursday',
      aaaa: 'Thursday',
      permille: '0.012‰',
      'zero na': '0',
      'hidden ;;;': '42',
      'thousand comma': '1234567',
      phone: '+7 (495) 123-45-67',
    };
    const wrong = (await rowsOf('47-number-formats.xlsx')).slice(1).filter(([name, value, , expected]) => value !== (alike[name!] ?? expected));
    expect(wrong).toEqual([]);
  });

  it('have empty cells where nothing is stored, and holes where a formula has no result', async () => {
    expect(await rowsOf('49-empty-shared-cell.xlsx')).toEqual([['brand', 'cars'], ['Chery']]);
    const holes = await readCase('11-formula-results.xlsx');
    expect(holes.text.split('\n')[0]!.split('\t')[5]).toBe('=…');
    expect(holes.dropped[0]!.text).toBe('S!F1: =1+1');
    expect((await readCase('24-merged-hidden.xlsx')).dropped).toContainEqual({ what: 'cell comment', text: 'Main!B3: Preliminary' });
  });

  it('have every run of a Word file in their text', async () => {
    const text = async (name: string) => (await readCase(name)).text;
    expect(await text('09-docx-fields.docx')).toBe('A mail field: 4,150 cars.\n\nTable 3: imports by month\n\nComplex field: 5,200');
    expect(await text('09b-docx-ruby.docx')).toBe('In 奇瑞(qí ruì) sold 900 cars.');
    expect([...(await text('09d-docx-textboxes.docx')).matchAll(/(\d)\1/g)].map(([number]) => number)).toEqual('11 22 33 44 55 66 77 88'.split(' '));
    expect(await text('09f-docx-trailing-byte.docx')).toBe('A whole document, 7 cars.');
    expect(await text('09j-docx-superscript.docx')).toBe('Imports were 415,000¹ cars of 10⁶ in all.');
    const link = await readCase('09i-docx-broken-link.docx');
    expect([link.text, link.warnings.length]).toEqual(['See the site for 95 cars.', 1]);
  });

  it('have the rows of a PDF by where they stand, and its words whole', async () => {
    const table = [
      ['Brand', 'Unit', 'July'],
      ['Chery', 'cars', '11,895'],
      ['Haval', 'cars', '11,172'],
      ['Geely', 'cars', '9,355'],
    ];
    expect(await rowsOf('40a-label-drawn-last.pdf')).toEqual(table);
    expect(await rowsOf('40b-column-by-column.pdf')).toEqual(table);
    expect(await rowsOf('35-empty-cells.pdf')).toEqual([
      ['Month', 'Cars', 'Trucks'],
      ['Jan', '100'],
      ['Feb', '', '20'],
      ['Mar', '300', '30'],
    ]);
    expect((await readCase('18a-tracking.pdf')).text.split('\n').slice(0, 3)).toEqual([
      'MARKET REVIEW',
      'Sales rose to 95 000 cars',
      'TOTAL 118 950',
    ]);
    const parted = (await readCase('17-hyphen-space.pdf')).text;
    for (const words of ['association', 'government', 'short-term effect', '2023-2024 season', 'long-term plan', 'Russian-Chinese'])
      expect(parted).toContain(words);
  });

  it('have the day, the sender and the words of a mail', async () => {
    expect((await readCase('51-mail-tz.eml')).publishedOn).toBe('2024-01-01');
    expect((await readCase('52-mail-tz-cn.eml')).publishedOn).toBe('2023-09-07');
    expect(await readCase('53-mail-html-inline.eml')).toMatchObject({ publishedOn: '2023-09-07', author: 'Ivan Petrov' });
    const guessed = await readCase('55-mail-nocharset-cp1251.eml');
    expect([guessed.text, guessed.encoding, guessed.warnings.length]).toEqual(['Продажи выросли на 12 % до 5 000 машин.', 'windows-1251', 1]);
    expect((await readCase('61-mail-alt.eml')).text).toContain('415,000 cars');
  });

  it('are decoded as the HTML standard has it', async () => {
    expect(await readCase('45-meta-utf16.html')).toMatchObject({ encoding: 'utf-8', text: expect.stringContaining('rose by 12 percent') });
  });

  it('are searched by other endings, other digits groups and letters without their dots', async () => {
    const { app } = await newWorkbook();
    await pasteSource(app, readShared('cases', 'files', '15-search.txt'), { title: 'search' });
    for (const query of ['елки', 'продажа', 'автомобиль', '95000', '95,000', 'тигр OR ежи', '"long-term plan"', '奇瑞汽车'])
      expect((await app.ask('search.find', { query, where: ['source'] })).total, query).toBe(1);
    expect((await app.ask('search.find', { query: 'ежи NOT продажа', where: ['source'] })).total).toBe(0);
  });

  it('take a quote but for its typesetting, and never with another figure', async () => {
    const { app } = await newWorkbook();
    const id = await pasteSource(app, readShared('cases', 'files', '20-quote.txt'), { title: '20-quote.txt' });
    const annotations: { target: { selector: { exact: string } } }[] = JSON.parse(readShared('cases', 'files', '20-annotations.json'));
    const taken: boolean[] = [];
    for (const { target } of annotations) {
      const capture = app.ask('claims.capture', { claims: [figure(id, target.selector.exact)] });
      taken.push(
        await capture.then(
          () => true,
          () => false,
        ),
      );
    }
    const { unplaced } = await app.ask('passages.importAnnotations', { json: JSON.stringify(annotations) });
    expect(taken).toEqual([true, true, true, true, false, false]);
    expect(unplaced.map((one) => one.annotation)).toEqual(['urn:x:4', 'urn:x:5']);
  });

  it('decide by their own dates whether the day or the month comes first', () => {
    const days = (name: string) => findMentions(readShared('cases', 'files', name)).flatMap((one) => (one.type === 'date' ? [one.edtf] : []));
    expect(days('03c-us-dates.txt')).toEqual(['2012-12-31', '2014-02-01', '2023-09-07']);
    expect(days('08a-semicolon-decimals.csv').slice(0, 3)).toEqual(['2016-01-08', '2016-01-12', '2016-01-19']);
  });
});
