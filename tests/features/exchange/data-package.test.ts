// A data package: what is said of each file and column is so, and cells are what they were.
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { checkZip } from '../../../electron/core/jobs/extract/office/check-zip.ts';
import { newWorkbook } from '../../helpers/workbook.ts';
import { captureHarbour } from './harbour.ts';

interface Described {
  readonly name: string;
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly schema: { readonly fields: readonly { readonly name: string; readonly type: string }[]; readonly primaryKey?: readonly string[] };
  }[];
}
interface OnTheWeb {
  readonly tables: readonly {
    readonly url: string;
    readonly tableSchema: { readonly columns: readonly { readonly name: string; readonly datatype: string }[] };
  }[];
}

async function packageOf() {
  const { app, files } = await newWorkbook();
  await captureHarbour(app);
  const { download, bytes } = await app.ask('exchange.export', { format: 'zip' });
  const zip = files.read(download, 0, bytes).piece;
  const { kept } = await checkZip({ name: 'out.zip', bytes: zip }, () => true);
  return { app, parts: new Map([...kept].map(([name, part]) => [name, part.toString('utf8')])) };
}

describe('a data package', () => {
  it('names every file in it, with the heads of the file as its fields, alike in both descriptions', async () => {
    const { parts } = await packageOf();
    const described = JSON.parse(parts.get('datapackage.json')!) as Described;
    const web = JSON.parse(parts.get('csv-metadata.json')!) as OnTheWeb;
    const paths = described.resources.map(({ path }) => path);
    expect(paths.toSorted()).toEqual([...parts.keys()].filter((name) => name.endsWith('.csv')).toSorted());
    for (const [index, { path, schema }] of described.resources.entries()) {
      const names = schema.fields.map(({ name }) => name);
      expect([path, Papa.parse<string[]>(parts.get(path)!, { delimiter: ',' }).data[0]]).toEqual([path, names]);
      expect(new Set(names).size).toBe(names.length);
      expect(web.tables[index]).toMatchObject({
        url: path,
        tableSchema: { columns: schema.fields.map(({ name, type }) => ({ name, datatype: type })) },
      });
    }
  });

  it('says of a column only what all its cells are, and of a key that it never repeats', async () => {
    const { parts } = await packageOf();
    const { resources } = JSON.parse(parts.get('datapackage.json')!) as Described;
    for (const { path, schema } of resources) {
      const { data } = Papa.parse<Record<string, string>>(parts.get(path)!.trimEnd(), { header: true, delimiter: ',' });
      for (const { name, type } of schema.fields) {
        const cells = data.map((row) => row[name]!).filter((cell) => cell !== '');
        const isSo = (cell: string) =>
          type === 'number' ? /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(cell) : type === 'date' ? /^\d{4}-\d\d-\d\d$/.test(cell) : true;
        expect([path, name, cells.filter((cell) => !isSo(cell))]).toEqual([path, name, []]);
      }
      const keys = (schema.primaryKey ?? []).map((name) => data.map((row) => row[name]));
      for (const values of keys) expect(new Set(values).size).toBe(values.length);
    }
  });

  it('holds a row for each claim and observation of the workbook', async () => {
    const { app, parts } = await packageOf();
    const rows = (path: string) => Papa.parse(parts.get(path)!.trimEnd(), { header: true, delimiter: ',' }).data.length;
    const { claims, observations } = await app.ask('workbook.info', {});
    expect([rows('figures.csv'), rows('events.csv'), rows('statements.csv'), rows('ledger.csv')]).toEqual([
      claims.figure,
      claims.event,
      claims.statement,
      observations,
    ]);
  });
});
