// Tables of statistical offices and data packages: read without a mapping, by what they say of themselves.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mappingOfPackage, tablesOfPackage } from '../../../electron/core/jobs/tables/data-package.ts';
import { runAssay } from '../../helpers/assay-command.ts';
import { handOver, newWorkbook, temporaryFolder } from '../../helpers/workbook.ts';

async function importedFrom(name: string, content: unknown, more: object = {}) {
  const workbook = await newWorkbook();
  const file = handOver(workbook.files, name, typeof content === 'string' ? content : JSON.stringify(content));
  const made = await workbook.app.ask('tables.import', { file, ...more });
  const { claims } = await workbook.app.ask('claims.list', {});
  const figures = (claims as unknown as Record<string, unknown>[]).map(({ measure, subject, period, value, unit, multiplier, status }) => [
    measure,
    subject,
    period,
    (value as { low: string }).low,
    unit,
    multiplier,
    status,
  ]);
  return { made, figures, claims };
}

const dataset = {
  version: '2.0',
  class: 'dataset',
  id: ['what', 'place', 'year'],
  size: [1, 2, 2],
  role: { time: ['year'], geo: ['place'], metric: ['what'] },
  dimension: {
    what: { category: { index: ['cars'] } },
    place: { category: { index: { N: 0, S: 1 }, label: { N: 'North', S: 'South' } } },
    year: { category: { index: ['2023', '2024'] } },
  },
  value: { '0': 12, '1': 14.5, '3': 7 },
  status: { '3': 'p' },
};

describe('JSON-stat', () => {
  it('is read by its dimensions; a value that is not there is no figure', async () => {
    const { figures, made } = await importedFrom('cars.json', dataset, { mapping: { fixed: { unit: 'UNITS' } } });
    expect(made.rejected).toEqual([]);
    expect(figures.toSorted()).toEqual([
      ['cars', 'North', '2023', '12', 'UNITS', 0, 'actual'],
      ['cars', 'North', '2024', '14.5', 'UNITS', 0, 'actual'],
      ['cars', 'South', '2024', '7', 'UNITS', 0, 'provisional'],
    ]);
  });

  it('whose sizes and categories differ is refused', async () => {
    await expect(importedFrom('cars.json', { ...dataset, size: [1, 2, 3] })).rejects.toMatchObject({ code: 'unreadable' });
  });
});

describe('SDMX-JSON', () => {
  it('is read by its structure, with the attributes of observations', async () => {
    const { figures } = await importedFrom('flow.json', {
      data: {
        structure: {
          name: { en: 'Cars' },
          dimensions: {
            series: [
              { id: 'REF_AREA', values: [{ id: 'N', name: 'North' }] },
              { id: 'INDICATOR', values: [{ id: 'CARS' }] },
            ],
            observation: [{ id: 'TIME_PERIOD', values: [{ id: '2024-01' }, { id: '2024-02' }] }],
          },
          attributes: {
            observation: [
              { id: 'OBS_STATUS', values: [{ id: 'A' }, { id: 'E' }] },
              { id: 'UNIT_MULT', values: [{ id: '3' }] },
              { id: 'UNIT_MEASURE', values: [{ id: 'UNITS' }] },
            ],
          },
        },
        dataSets: [{ series: { '0:0': { observations: { '0': [1.5, 0, 0, 0], '1': [2, 1, 0, 0] } } } }],
      },
    });
    expect(figures).toEqual([
      ['CARS', 'N', '2024-01', '1.5', 'UNITS', 3, 'actual'],
      ['CARS', 'N', '2024-02', '2', 'UNITS', 3, 'estimate'],
    ]);
  });
});

const description = JSON.stringify({
  name: 'cars',
  resources: [
    {
      name: 'sales',
      path: 'data/sales.csv',
      dialect: { delimiter: '|' },
      schema: { fields: [{ name: 'brand' }, { name: 'month' }, { name: 'sold', groupChar: ' ', decimalChar: ',' }], missingValues: ['', 'NA'] },
    },
  ],
});

describe('a data package', () => {
  it('says how its tables are written', () => {
    expect(tablesOfPackage(description, 'datapackage.json')).toEqual(['data/sales.csv']);
    expect(mappingOfPackage(description, 'sales.csv')).toEqual({ delimiter: '|', decimal: ',', thousands: ' ', nulls: ['NA'] });
    expect(() => mappingOfPackage(description, 'other.csv')).toThrow(expect.objectContaining({ code: 'unreadable' }));
    expect(() => tablesOfPackage('[]', 'datapackage.json')).toThrow(expect.objectContaining({ code: 'unreadable' }));
  });

  it('is brought in by the command line beside its files, and never from elsewhere', async () => {
    const folder = temporaryFolder();
    const [path, outside] = [join(folder, 'datapackage.json'), join(folder, 'outside')];
    mkdirSync(join(folder, 'data'));
    mkdirSync(outside);
    writeFileSync(path, description);
    writeFileSync(join(folder, 'data', 'sales.csv'), 'brand|month|sold\nAlpha|2024-05|1 200,5\nBeta|2024-05|NA\n');
    writeFileSync(join(outside, 'datapackage.json'), description.replace('data/sales.csv', '../data/sales.csv'));
    const map = join(folder, 'map.json');
    writeFileSync(map, JSON.stringify({ fixed: { measure: 'sales', unit: 'UNITS' } }));
    const workbook = join(folder, 'w.assay');
    await runAssay(['new', workbook], { folder });
    const made = await runAssay(['import', workbook, path, '--map', map, '--json'], { folder });
    expect(JSON.parse(made.stdout)).toMatchObject({ rows: 1, added: 1, rejected: [] });
    const refused = await runAssay(['import', workbook, join(outside, 'datapackage.json'), '--map', map], { folder });
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('outside its folder')]);
  });
});
