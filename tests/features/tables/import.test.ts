// A table that is brought in: its rows are told wherever claims are, and become claims when a person does something with them.
import { writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import { startCopies } from '../../helpers/copies.ts';
import { figure, handOver, newWorkbook, pasteSource, type TestWorkbook } from '../../helpers/workbook.ts';

const sales = 'Brand;2022;2023;2024\nAlpha;1 200;1 500;2 100\nBeta;900;;1 050\nGamma;n.d.;310;400\n';
const mapping = {
  delimiter: ';',
  columns: [
    { at: 'A', field: 'subject' },
    { at: 'B:D', field: 'value', period: 'head', measure: 'sales', unit: 'UNITS' },
  ],
  fixed: { area: 'RU' },
};

async function imported({ app, files }: Pick<TestWorkbook, 'app' | 'files'>, table = sales, more: object = {}) {
  return app.ask('tables.import', { file: handOver(files, 'sales.csv', table), mapping, ...more });
}

const list = async (app: App) => (await app.ask('claims.list', {})).claims as unknown as Record<string, unknown>[];
const claimAt = async (app: App, cells: string) => (await list(app)).find((one) => (one.passage as { cells?: string } | null)?.cells === cells)!;

describe('an imported table', () => {
  it('is one edit and one record; its figures stand at their cells, and what cannot be read is named with its row', async () => {
    const workbook = await newWorkbook();
    const { app } = workbook;
    const made = await imported(workbook);
    expect(made).toMatchObject({ rows: 7, added: 7, updated: 0, skipped: 0, rejected: [{ row: 4, why: { key: 'errors:number.none' } }] });
    expect((await app.ask('history.list', { limit: 1 })).edits[0]).toMatchObject({ kind: 'import', label: { key: 'edits:importTable' } });
    expect(await claimAt(app, 'D2')).toMatchObject({
      measure: 'sales',
      subject: 'Alpha',
      period: '2024',
      value: { low: '2100', high: '2100', qualifier: 'exact' },
      unit: 'UNITS',
      passage: { exact: '2 100', sheet: 'sales', state: 'same' },
    });
    expect(await app.ask('workbook.info', {})).toMatchObject({ claims: { figure: 7 }, sources: 1, observations: 7, series: 3 });
    expect(await app.ask('workbook.verify', {})).toMatchObject({ ok: true });
  });

  it('is taken back by one undo and comes again by redo', async () => {
    const workbook = await newWorkbook();
    const { app } = workbook;
    await imported(workbook);
    const before = await list(app);
    await app.ask('history.undo', {});
    expect(await list(app)).toEqual([]);
    expect((await app.ask('ledger.list', {})).observations).toEqual([]);
    await app.ask('history.redo', {});
    expect(await list(app)).toEqual(before);
  });

  it('stands in one list with captured claims, in any order and filter', async () => {
    const workbook = await newWorkbook();
    const { app } = workbook;
    const source = await pasteSource(app);
    await app.ask('claims.capture', {
      claims: [
        figure(source, '1.06m cars', {
          measure: 'sales',
          subject: 'Beta',
          period: '2023',
          value: { low: '950', high: '950', qualifier: 'exact' },
          unit: 'UNITS',
        }),
      ],
    });
    await imported(workbook);
    const window = (request: object) => app.ask('claims.window', { kind: 'figure', start: 0, count: 100, ...request });
    const byValue = await window({ sort: [{ field: 'value', direction: 'desc' }] });
    expect(byValue.rows.map((row) => row.value?.low)).toEqual(['2100', '1500', '1200', '1050', '950', '900', '400', '310']);
    const ofBeta = await window({ filter: [{ field: 'subject', op: 'equals', value: 'beta' }], sort: [{ field: 'period', direction: 'asc' }] });
    expect(ofBeta.rows.map((row) => [row.value?.low, row.period])).toEqual([
      ['900', '2022'],
      ['950', '2023'],
      ['1050', '2024'],
    ]);
    expect((await window({ start: 3, count: 2, sort: [{ field: 'value', direction: 'desc' }] })).rows.map((row) => row.value?.low)).toEqual([
      '1050',
      '950',
    ]);
    const single = await window({ filter: [{ field: 'state', op: 'equals', value: 'single' }] });
    expect(single.total).toBe(8);
  });

  it('disputes what a text says', async () => {
    const workbook = await newWorkbook();
    const { app } = workbook;
    const source = await pasteSource(app);
    await app.ask('claims.capture', {
      claims: [
        figure(source, '1.06m cars', {
          measure: 'sales',
          subject: 'Alpha',
          area: 'RU',
          basis: null,
          period: '2024',
          value: { low: '2300', high: '2300', qualifier: 'exact' },
          unit: 'UNITS',
        }),
      ],
    });
    await imported(workbook);
    const { observations } = await app.ask('ledger.list', {});
    expect(observations.filter((one) => one.state === 'disputed')).toHaveLength(1);
    const { groups } = await app.ask('conflicts.list', {});
    expect(groups.map((group) => group.kind)).toContain('value');
  });
});

describe('a row of a table', () => {
  it('becomes a claim under its id when it is graded, noted or decided on, and a row again when that is undone', async () => {
    const workbook = await newWorkbook();
    const { app } = workbook;
    await imported(workbook);
    const before = await list(app);
    const row = await claimAt(app, 'C2');
    await app.ask('claims.setCells', { cells: [{ id: String(row.id), field: 'note', value: 'counted by dealers' }] });
    expect(await claimAt(app, 'C2')).toMatchObject({ ...row, note: 'counted by dealers' });
    expect(await list(app)).toHaveLength(before.length);
    expect(await app.ask('passages.ofSource', { sourceId: String(row.sourceId) })).toMatchObject({ passages: [{ cells: 'C2', exact: '1 500' }] });
    expect(await app.ask('workbook.verify', {})).toMatchObject({ ok: true });
    expect((await app.ask('workbook.rebuild', {})).differed).toEqual([]);
    await app.ask('history.undo', {});
    expect(await list(app)).toEqual(before);
    expect(await app.ask('passages.ofSource', { sourceId: String(row.sourceId) })).toEqual({ passages: [] });
  });

  it('is traced to its cell as a claim is', async () => {
    const workbook = await newWorkbook();
    await imported(workbook);
    const row = await claimAt(workbook.app, 'B3');
    const trace = await workbook.app.ask('claims.trace', { id: String(row.id) });
    expect(trace.passage).toMatchObject({ exact: '900', cells: 'B3', sheet: 'sales' });
  });

  it('is left out when it is removed, and comes back by undo', async () => {
    const workbook = await newWorkbook();
    const { app } = workbook;
    await imported(workbook);
    const before = await list(app);
    const row = await claimAt(app, 'D4');
    await app.ask('claims.remove', { ids: [String(row.id)] });
    expect((await list(app)).map((one) => one.id)).toEqual(before.map((one) => one.id).filter((id) => id !== row.id));
    expect((await app.ask('claims.window', { kind: 'figure', start: 0, count: 100 })).total).toBe(6);
    await app.ask('history.undo', {});
    expect(await list(app)).toEqual(before);
  });

  it('stays removed when it was a claim before', async () => {
    const workbook = await newWorkbook();
    const { app } = workbook;
    await imported(workbook);
    const id = String((await claimAt(app, 'D4')).id);
    await app.ask('claims.setCells', { cells: [{ id, field: 'note', value: 'odd' }] });
    await app.ask('claims.remove', { ids: [id] });
    expect((await list(app)).some((one) => one.id === id)).toBe(false);
    await app.ask('history.undo', {});
    expect(await claimAt(app, 'D4')).toMatchObject({ id, note: 'odd' });
    await app.ask('history.undo', {});
    expect(await claimAt(app, 'D4')).toMatchObject({ id, note: '' });
  });
});

describe('the source of a table', () => {
  it('goes with its rows only where that is wanted, and brings them back', async () => {
    const workbook = await newWorkbook();
    const { app } = workbook;
    const { sourceId } = await imported(workbook);
    const before = await list(app);
    expect(await app.ask('sources.removal', { ids: [sourceId] })).toMatchObject({ claims: 7 });
    await expect(app.ask('sources.remove', { ids: [sourceId] })).rejects.toMatchObject({ code: 'conflict' });
    await app.ask('sources.remove', { ids: [sourceId], withClaims: true });
    expect(await list(app)).toEqual([]);
    await app.ask('history.undo', {});
    expect(await list(app)).toEqual(before);
  });
});

describe('a later table', () => {
  const later = 'Brand;2023;2024;2025\nAlpha;1 500;2 150;2 400\n';

  it('adds, tells anew and skips rows that are known by the fields of a match', async () => {
    const workbook = await newWorkbook();
    const { app } = workbook;
    await imported(workbook);
    expect(await imported(workbook, later, { match: ['measure', 'subject', 'period'] })).toMatchObject({ rows: 3, added: 1, updated: 1, skipped: 1 });
    const alpha = (await list(app)).filter((one) => one.subject === 'Alpha');
    expect(alpha.map((one) => [one.period, (one.value as { low: string }).low]).toSorted()).toEqual([
      ['2022', '1200'],
      ['2023', '1500'],
      ['2024', '2150'],
      ['2025', '2400'],
    ]);
    await app.ask('history.undo', {});
    expect(await list(app)).toHaveLength(7);
  });

  it('keeps what a person said of a row that it tells anew', async () => {
    const workbook = await newWorkbook();
    const { app } = workbook;
    await imported(workbook);
    const id = String((await claimAt(app, 'D2')).id);
    await app.ask('claims.setCells', { cells: [{ id, field: 'note', value: 'to be revised' }] });
    const { sourceId } = await imported(workbook, later, { match: ['measure', 'subject', 'period'] });
    const now = (await list(app)).find((one) => one.id === id)!;
    expect(now).toMatchObject({ note: 'to be revised', sourceId, value: { low: '2150' }, passage: { cells: 'C2', exact: '2 150' } });
    expect((await list(app)).filter((one) => one.subject === 'Alpha' && one.period === '2024')).toHaveLength(1);
    expect(await app.ask('workbook.verify', {})).toMatchObject({ ok: true });
  });

  it('that is the very same brings nothing', async () => {
    const workbook = await newWorkbook();
    await imported(workbook);
    expect(await imported(workbook)).toMatchObject({ added: 0, skipped: 7, importId: null });
    expect((await workbook.app.ask('history.list', { limit: 10 })).edits).toHaveLength(1);
  });

  it('of the same heads is read as the one before', async () => {
    const workbook = await newWorkbook();
    await imported(workbook);
    const preview = await workbook.app.ask('tables.preview', { file: handOver(workbook.files, 'more.csv', sales.replace('Gamma', 'Delta')) });
    expect(preview).toMatchObject({ origin: 'known', rows: 7 });
    expect(preview.mapping.fixed).toEqual({ area: 'RU' });
  });
});

describe('the past of a workbook', () => {
  it('holds the rows that were there then', async () => {
    const workbook = await newWorkbook();
    const { app } = workbook;
    await pasteSource(app);
    await imported(workbook);
    const row = await claimAt(app, 'C2');
    await app.ask('claims.setCells', { cells: [{ id: String(row.id), field: 'note', value: 'later' }] });
    await app.ask('claims.remove', { ids: [String((await claimAt(app, 'D4')).id)] });
    const at = async (edit: number) => (await app.ask('claims.list', {}, { at: edit })).claims.length;
    expect([await at(1), await at(2), await at(3), await at(4)]).toEqual([0, 7, 7, 6]);
    const then = await app.ask('claims.window', { kind: 'figure', start: 0, count: 100 }, { at: 2 });
    expect(then.rows.find((one) => one.id === row.id)).toMatchObject({ note: '' });
  });
});

describe('two copies of a workbook', () => {
  it('become one with the rows of both, and rows that both imported are one', async () => {
    const copies = startCopies();
    await copies.work('mine', 'A. Placeholder', (app) => pasteSource(app));
    copies.copy('mine', 'theirs');
    for (const name of ['mine', 'theirs'] as const) await copies.work(name, `${name}`, (app, files) => imported({ app, files }));
    await copies.work('theirs', 'B. Placeholder', async (app, files) => {
      await imported({ app, files }, 'Brand;2022;2023;2024\nDelta;1;2;3\n');
      await app.ask('claims.setCells', { cells: [{ id: String((await claimAt(app, 'C2')).id), field: 'note', value: 'seen' }] });
    });
    expect(await copies.merge('mine', 'theirs')).toMatchObject({ ok: true });
    await copies.work('mine', 'A. Placeholder', async (app) => {
      expect(await list(app)).toHaveLength(10);
      expect((await list(app)).filter((one) => one.note === 'seen')).toHaveLength(1);
      expect(await app.ask('workbook.verify', {})).toMatchObject({ ok: true });
    });
    expect(await copies.compare('mine', 'theirs')).toMatchObject({ changed: [] });
  });
});

describe('a part that is shared', () => {
  it('has the table of a chosen source with its rows, and comes back with what was said of them', async () => {
    const copies = startCopies();
    const sourceId = await copies.work('mine', 'A. Placeholder', async (app, files) => {
      await pasteSource(app);
      return (await imported({ app, files })).sourceId;
    });
    await copies.work('mine', 'A. Placeholder', async (app, files) => {
      const { download, bytes } = await app.ask('exchange.share', { sources: [sourceId] });
      writeFileSync(copies.path('part'), files.read(download, 0, bytes).piece);
    });
    await copies.work('part', 'B. Placeholder', async (app) => {
      expect(await list(app)).toHaveLength(7);
      expect(await app.ask('workbook.verify', {})).toMatchObject({ ok: true });
      await app.ask('claims.setCells', { cells: [{ id: String((await claimAt(app, 'C2')).id), field: 'note', value: 'seen' }] });
    });
    expect(await copies.merge('mine', 'part')).toMatchObject({ ok: true });
    await copies.work('mine', 'A. Placeholder', async (app) => {
      expect(await list(app)).toHaveLength(7);
      expect(await claimAt(app, 'C2')).toMatchObject({ note: 'seen' });
    });
  });
});

describe('rows that a stranger bent', () => {
  it.each([
    ['a value', "UPDATE table_row SET low = '9'"],
    ['a place', 'UPDATE table_row SET place = place + 1'],
    ['what they say', "UPDATE row_shape SET body = '{}'"],
    ['a period', "UPDATE row_period SET earliest = '1900-01-01'"],
    ['their number', 'DELETE FROM table_row WHERE n = 2'],
    ['all of them', 'DELETE FROM import_rows'],
  ])('are told by a check: %s', async (_what, statement) => {
    const workbook = await newWorkbook();
    await imported(workbook);
    workbook.close();
    const db = new Database(workbook.path);
    db.exec(statement);
    db.close();
    workbook.app.openPath(workbook.path);
    expect(await workbook.app.ask('workbook.verify', {})).toMatchObject({ ok: false });
  });
});

describe('rows that were damaged on the disk', () => {
  it.each([
    ['a value', "UPDATE table_row SET low = '999' WHERE n = 2"],
    ['all of them', 'DELETE FROM table_row'],
    ['what they are rows of', 'DELETE FROM import_rows'],
    ['what they say', "UPDATE row_shape SET body = '{}'"],
  ])('are told, and made anew from the bytes of the table: %s', async (_, damage) => {
    const workbook = await newWorkbook();
    const { app } = workbook;
    await imported(workbook);
    await imported(workbook, sales.replace('Alpha', 'Delta'));
    await app.ask('history.undo', {});
    const before = await list(app);
    app.close();
    const db = new Database(workbook.path);
    db.exec(damage);
    db.close();
    app.openPath(workbook.path);
    expect((await app.ask('workbook.verify', {})).ok).toBe(false);
    expect((await app.ask('workbook.rebuild', {})).differed).not.toEqual([]);
    expect(await app.ask('workbook.verify', {})).toEqual({ ok: true, problems: [] });
    expect(await list(app)).toEqual(before);
    await app.ask('history.redo', {});
    expect(await list(app)).toHaveLength(14);
  });
});

describe('rows in search', () => {
  const hitsOf = async (app: App, query: string, more: object = {}) => {
    const { hits, counts } = await app.ask('search.find', { query, where: ['claim', 'note'], ...more });
    return { counts, titles: hits.map(({ title }) => title) };
  };

  it('are found by what they say, as claims are, and no more where they are removed or taken back', async () => {
    const workbook = await newWorkbook();
    const { app } = workbook;
    await imported(workbook);
    expect(await hitsOf(app, 'alpha')).toEqual({
      counts: { claim: 3, source: 0, passage: 0, note: 0 },
      titles: ['sales · Alpha · 2022', 'sales · Alpha · 2023', 'sales · Alpha · 2024'],
    });
    expect((await hitsOf(app, 'alph')).counts.claim).toBe(3);
    expect((await hitsOf(app, 'alpha', { kinds: ['event'] })).counts.claim).toBe(0);
    expect((await hitsOf(app, 'alpha', { limit: 2 })).titles).toHaveLength(2);
    await app.ask('claims.remove', { ids: [String((await claimAt(app, 'D2')).id)] });
    expect((await hitsOf(app, 'alpha')).titles).toEqual(['sales · Alpha · 2022', 'sales · Alpha · 2023']);
    await app.ask('history.undo', {});
    await app.ask('history.undo', {});
    expect((await hitsOf(app, 'alpha')).counts.claim).toBe(0);
  });

  it('that became claims are found once, with the note that a person wrote', async () => {
    const workbook = await newWorkbook();
    const { app } = workbook;
    await imported(workbook);
    await app.ask('claims.setCells', { cells: [{ id: String((await claimAt(app, 'B2')).id), field: 'note', value: 'Ask the registry' }] });
    expect((await hitsOf(app, 'alpha')).counts.claim).toBe(3);
    expect((await hitsOf(app, 'registry')).titles).toEqual(['sales · Alpha · 2022']);
  });
});

describe('a table that cannot be brought in', () => {
  it.each([
    ['without rows', 'Brand;2022;2023\n', mapping, 'tables.noRows'],
    [
      'of which no row can be read',
      'Brand;2022;2023\nAlpha;n.d.;none\n',
      { ...mapping, columns: mapping.columns.map((one) => ({ ...one, at: one.at === 'B:D' ? 'B:C' : one.at })) },
      'tables.noneRead',
    ],
    [
      'by a mapping for other columns',
      sales,
      { ...mapping, columns: [{ at: 'Maker', field: 'subject' }, mapping.columns[1]] },
      'tables.otherColumns',
    ],
  ])('%s is refused with the reason, and nothing is written', async (_, table, map, key) => {
    const workbook = await newWorkbook();
    const { app } = workbook;
    const result = await app.call('tables.import', { file: handOver(workbook.files, 'sales.csv', table), mapping: map });
    expect(result).toMatchObject({ ok: false, error: { key } });
    expect(await app.ask('workbook.info', {})).toMatchObject({ sources: 0, edits: 0 });
  });

  it('takes thousands of its rows out in one edit that one undo brings back', async () => {
    const workbook = await newWorkbook();
    const { app } = workbook;
    const rows = Array.from({ length: 3000 }, (_, nth) => `Brand ${nth % 50};${nth};${nth + 1};${nth + 2}`);
    await imported(workbook, `Brand;2022;2023;2024\n${rows.join('\n')}\n`);
    const { hits } = await app.ask('search.find', { query: 'brand', where: ['claim'], limit: 500 });
    await app.ask('claims.remove', { ids: hits.map(({ id }) => id) });
    expect((await app.ask('workbook.info', {})).claims.figure).toBe(9000 - hits.length);
    expect((await app.ask('search.find', { query: 'brand', where: ['claim'] })).total).toBe(9000 - hits.length);
    await app.ask('history.undo', {});
    expect((await app.ask('workbook.info', {})).claims.figure).toBe(9000);
  });
});
