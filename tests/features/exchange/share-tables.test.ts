import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import type { Files } from '../../../electron/core/host.ts';
import type { Input } from '../../../shared/contract.ts';
import { type Copies, startCopies } from '../../helpers/copies.ts';
import { figure, handOver, pasteSource } from '../../helpers/workbook.ts';

const a = 'A. Placeholder';
const b = 'B. Placeholder';

/** Two series, each of two rows. */
const table = 'Brand;2023;2024\nAlpha;1500;2100\nBeta;910;1050\n';
const otherTable = 'Brand;2023\nGamma;77\n';

const mappingOf = (measure: string, columns: string) => ({
  delimiter: ';',
  columns: [
    { at: 'A', field: 'subject' },
    { at: columns, field: 'value', period: 'head', measure, unit: 'UNITS' },
  ],
  fixed: { area: 'RU' },
});

const importTable = (app: App, files: Files, [name, text, mapping]: readonly [string, string, object]) =>
  app.ask('tables.import', { file: handOver(files, `${name}.csv`, text), mapping: mapping as never, meta: { title: name } });

interface Made {
  readonly copies: Copies;
  /** Series of Alpha, and of Beta. */
  readonly alpha: string;
  readonly beta: string;
}

/** A table with two series, another table with one, a figure from a text. */
async function makeMine(more: (app: App) => Promise<unknown> = async () => {}): Promise<Made> {
  const copies = startCopies();
  const made = await copies.work('mine', a, async (app, files) => {
    await importTable(app, files, ['sales', table, mappingOf('sales', 'B:C')]);
    await importTable(app, files, ['stocks', otherTable, mappingOf('stocks', 'B')]);
    const source = await pasteSource(app);
    await app.ask('claims.capture', { claims: [figure(source, 'almost $4.6bn', { measure: 'exports' })] });
    const { series } = await app.ask('ledger.series', {});
    const idOf = (subject: string) => series.find((one) => one.subject === subject)!.id;
    const ids = { alpha: idOf('Alpha'), beta: idOf('Beta') };
    await more(app);
    return ids;
  });
  return { copies, ...made };
}

const share = (copies: Copies, choice: Input<'exchange.share'>) => copies.share('mine', choice, 'part');

const figuresOf = (copies: Copies, name: string, series: string) =>
  copies.work(name, a, async (app) => (await app.ask('ledger.list', { series })).observations);

/** Id of the row of the sales that stands at a cell. */
async function rowAt(app: App, cells: string): Promise<string> {
  const { claims } = await app.ask('claims.list', {});
  const listed = claims as readonly { readonly id: string; readonly passage?: { readonly cells?: string; readonly sheet?: string } | null }[];
  return listed.find(({ passage }) => passage?.cells === cells && passage.sheet === 'sales')!.id;
}

const problemsOf = (copies: Copies, name: string) => copies.work(name, a, async (app) => (await app.ask('workbook.verify', {})).problems);

describe('a part shared by a series of an imported table', () => {
  it('shows the same figures of the series, and nothing of another table or text', async () => {
    const { copies, alpha } = await makeMine();
    await share(copies, { series: [alpha] });
    const figures = await figuresOf(copies, 'mine', alpha);
    expect(figures).toHaveLength(2);
    expect(await figuresOf(copies, 'part', alpha)).toEqual(figures);
    const titles = await copies.work('part', b, async (app) =>
      (await app.ask('sources.window', { filter: [], count: 9 })).rows.map(({ title }) => title),
    );
    expect(titles).toEqual(['sales']);
    expect(await problemsOf(copies, 'part')).toEqual([]);
  });

  it('says beforehand that the whole table goes along', async () => {
    const { copies, alpha } = await makeMine();
    const seen = (choice: Input<'exchange.sharePreview'>) => copies.work('mine', a, (app) => app.ask('exchange.sharePreview', choice));
    expect(await seen({ series: [alpha] })).toMatchObject({ sources: 1, claims: 0, tables: [{ title: 'sales', rows: 4, chosen: 2 }] });
    expect(await seen({ series: ['exports'] })).toMatchObject({ sources: 1, claims: 1, tables: [] });
    expect((await seen({})).tables).toEqual([
      { title: 'sales', rows: 4, chosen: 4 },
      { title: 'stocks', rows: 1, chosen: 1 },
    ]);
  });

  it('merges back what was done to a row there', async () => {
    const { copies, alpha } = await makeMine();
    await share(copies, { series: [alpha] });
    expect(await copies.preview('mine', 'part')).toMatchObject({ already: true });
    const id = await copies.work('part', b, async (app) => {
      const row = await rowAt(app, 'C2');
      await app.ask('claims.setCells', { cells: [{ id: row, field: 'note', value: 'seen in part' }] });
      return row;
    });
    expect(await copies.merge('mine', 'part')).toMatchObject({ ok: true, value: { conflicts: [] } });
    expect((await copies.work('mine', a, (app) => app.ask('claims.get', { id }))).note).toBe('seen in part');
    expect(await copies.work('mine', a, async (app) => (await app.ask('claims.list', {})).claims.length)).toBe(6);
    expect(await problemsOf(copies, 'mine')).toEqual([]);
  });

  it('does not show a row as it was before it was moved to another series', async () => {
    const { copies, alpha } = await makeMine(async (app) => {
      await app.ask('claims.setCells', { cells: [{ id: await rowAt(app, 'C2'), field: 'subject', value: 'Delta' }] });
    });
    await share(copies, { series: [alpha] });
    const figures = await figuresOf(copies, 'mine', alpha);
    expect(figures).toHaveLength(1);
    expect(await figuresOf(copies, 'part', alpha)).toEqual(figures);
  });

  it('keeps at home what was noted on rows of other series', async () => {
    const { copies, alpha } = await makeMine(async (app) => {
      await app.ask('claims.setCells', { cells: [{ id: await rowAt(app, 'C3'), field: 'note', value: 'of Beta alone' }] });
    });
    await share(copies, { series: [alpha] });
    expect(Buffer.from(copies.bytes('part')).includes('of Beta alone')).toBe(false);
    expect(await copies.merge('mine', 'part')).toMatchObject({ ok: true, value: { conflicts: [], already: true } });
  });

  it('leaves out a table of which every row of the series was removed', async () => {
    const { copies, alpha } = await makeMine(async (app) => {
      const source = await pasteSource(app, 'Alpha sold 1600 cars in 2023.', { title: 'Release' });
      await app.ask('claims.capture', {
        claims: [
          figure(source, '1600', {
            measure: 'sales',
            subject: 'Alpha',
            period: '2023',
            value: { low: '1600', high: '1600', qualifier: 'exact' },
            unit: 'UNITS',
          }),
        ],
      });
      await app.ask('claims.remove', { ids: [await rowAt(app, 'B2'), await rowAt(app, 'C2')] });
    });
    await share(copies, { series: [alpha] });
    expect(await figuresOf(copies, 'part', alpha)).toEqual(await figuresOf(copies, 'mine', alpha));
    expect(Buffer.from(copies.bytes('part')).includes('Gamma')).toBe(false);
    const left = await copies.work('part', b, async (app) => (await app.ask('claims.list', {})).claims.length);
    expect(left).toBe(1);
  });
});
