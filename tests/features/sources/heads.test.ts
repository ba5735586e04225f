import { describe, expect, it } from 'vitest';
import { headsOf } from '../../../shared/features/sources/heads.ts';
import { handOver, newWorkbook } from '../../helpers/workbook.ts';

const rowsOf = (table: string) => table.split('\n').map((line) => line.split('|'));

/** Words over each column, the title, and the line with which data begin. */
function read(table: string) {
  const rows = rowsOf(table);
  const { over, title, dataFrom } = headsOf(rows);
  return [Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, column) => over(column)).join('|'), title, dataFrom];
}

describe('the heads of a table', () => {
  it('are those of its columns, whatever stands above them', () => {
    const cases: readonly (readonly [table: string, heads: string, title: string, dataFrom: number])[] = [
      ['brand|sold|share\nLada|324|32\nKia|120|12', 'brand|sold|share', '', 1],
      ['Sales of cars, 2024\nbrand|sold|share\nLada|324|32\nKia|120|12', 'brand|sold|share', 'Sales of cars, 2024', 2],
      [
        'Продажи автомобилей, шт.\n\nЯнварь 2024\nмарка|продано|доля\nЛада|324|32\nКиа|120|12',
        'марка|продано|доля',
        'Продажи автомобилей, шт.. Январь 2024',
        4,
      ],
      ['汽车销量（辆）\n品牌|七月|八月\n奇瑞|324|32\n哈弗|120|12', '品牌|七月|八月', '汽车销量（辆）', 2],
      ['brand|2022|2023\nLada|324|32\nKia|120|12', 'brand|2022|2023', '', 1],
      ['Title\nbrand|2022|2023\nLada|324|32\nKia|120|12', 'brand|2022|2023', 'Title', 2],
      ['|2023||2024|\nbrand|Q1|Q2|Q1|Q2\nLada|1|2|3|4\nKia|5|6|7|8', 'brand|2023 Q1|2023 Q2|2024 Q1|2024 Q2', '', 2],
      ['T\n|Sold||Share\nbrand|new|used|new\nLada|1|2|3\nKia|5|6|7', 'brand|Sold new|Sold used|Share new', 'T', 3],
      ['brand|sold|price\n|units|USD\nLada|324|32\nKia|120|12', 'brand|sold units|price USD', '', 2],
      ['Марка|1 кв. 2024|2 кв. 2024\nЛада|324|32\nКиа|120|12', 'Марка|1 кв. 2024|2 кв. 2024', '', 1],
      ['month|cars\n2024-01|12\n2024-02|13', 'month|cars', '', 1],
      ['name|town\nLada|Tula\nKia|Ufa', 'name|town', '', 1],
    ];
    expect(cases.map(([table]) => [table, ...read(table)])).toEqual(cases);
  });

  it('of a table that has none are not taken from its data', () => {
    expect(headsOf(rowsOf('Report\nLada|324|32\nKia|120|12')).over(1)).toBe('');
  });
});

describe('a figure of a table under a title', () => {
  it('keeps measure and period of its column, its row or the title', async () => {
    const { app, files } = await newWorkbook();
    const draft = async (table: string, value: string) => {
      const csv = table.replaceAll('|', ';');
      const { added } = await app.ask('sources.add', { files: [handOver(files, `${value}.csv`, csv)] });
      const id = added[0]!.id;
      const { text } = await app.ask('sources.text', { id });
      const start = [...text.slice(0, text.indexOf(value))].length;
      const { claim } = await app.ask('claims.draft', { sourceId: id, start, end: start + value.length });
      const { measure, subject, period } = claim as Record<string, string>;
      return { measure, subject, period };
    };
    expect(await draft('Car market review\n\nBrand|Year|Sold\nLada|2023|324446\nHaval|2023|111720\n', '324446')).toEqual({
      measure: 'Sold',
      subject: 'Lada',
      period: '2023',
    });
    expect(await draft('Sales of new cars\nBrand|2022|2023\nLada|174688|324447\nHaval|33900|111721\n', '324447')).toEqual({
      measure: 'Sales of new cars',
      subject: 'Lada',
      period: '2023',
    });
    expect(await draft('Продажи автомобилей в 2024 году\nМарка|январь|февраль\nЛада|28888|27777\nКиа|1111|1222\n', '27777')).toMatchObject({
      subject: 'Лада',
      period: '2024-02',
    });
    expect(await draft('汽车销量\n品牌|2023年|2024年\n奇瑞|118950|157000\n哈弗|111722|190000\n', '157000')).toEqual({
      measure: '汽车销量',
      subject: '奇瑞',
      period: '2024',
    });
    expect(await draft('|2023||2024|\nBrand|Q1|Q2|Q1|Q2\nLada|51001|52002|53003|54004\nKia|1|2|3|4\n', '53003')).toMatchObject({
      subject: 'Lada',
      period: '2024-Q1',
    });
  });
});
