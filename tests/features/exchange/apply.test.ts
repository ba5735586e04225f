// An export that was edited outside is taken back: compared with the state that it shows, and written as one edit.
import { writeXlsx } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import type { Files } from '../../../electron/core/host.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { figure, handOver, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

type Rows = unknown[][];
type Sheets = Map<string, Rows>;

async function exported(app: App, files: Files): Promise<Uint8Array> {
  const { download, bytes } = await app.ask('exchange.export', { format: 'xlsx' });
  return files.read(download, 0, bytes).piece;
}

/** The file after its rows were changed and it was saved by another program, which keeps the hidden sheet and nothing else of the base. */
async function saved(bytes: Uint8Array, edit: (sheets: Sheets) => void): Promise<Uint8Array> {
  const { sheets } = await readXlsx(bytes);
  const all: Sheets = new Map(sheets.map(({ name, rows }) => [name, rows as Rows]));
  edit(all);
  return writeXlsx({ sheets: [...all].map(([name, rows]) => ({ name, rows: rows as never })) });
}

function put(rows: Rows, row: number, values: Readonly<Record<string, unknown>>): void {
  for (const [head, value] of Object.entries(values)) {
    const column = rows[0]!.indexOf(head);
    if (column < 0) throw new Error(`no column ${head}`);
    rows[row] ??= [];
    rows[row]![column] = value;
  }
}

async function withFigures() {
  const workbook = await newWorkbook();
  const source = await pasteSource(workbook.app);
  const { claims } = await workbook.app.ask('claims.capture', {
    claims: [
      figure(source, 'over 50%'),
      figure(source, 'almost $4.6bn', { measure: 'exports', value: { low: null, high: '4.6', qualifier: 'almost' }, unit: 'USD', multiplier: 9 }),
      figure(source, '1.06m cars', {
        measure: 'sales',
        value: { low: '1.06', high: '1.06', qualifier: 'exact' },
        unit: 'UNITS',
        multiplier: 6,
        tags: ['a'],
      }),
    ],
  });
  const ids = claims.map(({ id }) => id as string);
  const bytes = await exported(workbook.app, workbook.files);
  const preview = async (edit: (figures: Rows, sheets: Sheets) => void, hasBase = true) =>
    workbook.app.ask('exchange.applyPreview', { file: await held(edit), hasBase });
  const held = async (edit: (figures: Rows, sheets: Sheets) => void) =>
    handOver(workbook.files, 'edited.xlsx', await saved(bytes, (sheets) => edit(sheets.get('Figures')!, sheets)));
  const apply = async (edit: (figures: Rows, sheets: Sheets) => void, input: Omit<Input<'exchange.apply'>, 'file'> = {}) =>
    workbook.app.ask('exchange.apply', { file: await held(edit), ...input });
  /** The row of a claim; rows of the sheet stand in another order than they were captured. */
  const rowOf = (rows: Rows, id: string) => rows.findIndex((row) => row.includes(id));
  return { ...workbook, source, ids, bytes, preview, apply, held, rowOf };
}

const counts = ({ unchanged, changed, added, deleted, conflicts }: Output<'exchange.applyPreview'>) => [
  unchanged,
  changed.length,
  added.length,
  deleted.length,
  conflicts.length,
];

describe('the preview of an edited export', () => {
  it('finds nothing where nothing was edited, also in the file as it came', async () => {
    const { app, files, bytes, preview } = await withFigures();
    expect(counts(await preview(() => {}))).toEqual([4, 0, 0, 0, 0]);
    expect(counts(await app.ask('exchange.applyPreview', { file: handOver(files, 'same.xlsx', bytes) }))).toEqual([4, 0, 0, 0, 0]);
  });

  it('tells a changed bound as the value that it makes, with its multiplier', async () => {
    const { preview, ids, rowOf } = await withFigures();
    const { changed } = await preview((rows) => put(rows, rowOf(rows, ids[2]!), { Low: 1_200_000, High: '1 200 000' }));
    expect(changed).toMatchObject([
      { table: 'claim', record: ids[2], field: 'value', to: { low: '1.2', high: '1.2', qualifier: 'exact', unit: 'UNITS', multiplier: 6 } },
    ]);
  });

  it.each([
    ['the same number as text', { High: '4 600 000 000' }],
    ['the same number with a comma', { High: '4600000000,0' }],
    ['the same period in words', { Period: 'Jan 2023 – Dec 2023' }],
    ['white space', { Subject: ' Chinese  brands ' }],
  ])('takes %s for the same', async (_what, values) => {
    const { preview, ids, rowOf } = await withFigures();
    expect(counts(await preview((rows) => put(rows, rowOf(rows, ids[1]!), values)))).toEqual([4, 0, 0, 0, 0]);
  });

  it('lets the side of a value count that changed, and asks where both did and are apart', async () => {
    const { preview, ids, rowOf } = await withFigures();
    const worded = await preview((rows) => put(rows, rowOf(rows, ids[2]!), { Value: '1.3m' }));
    expect(worded.changed).toMatchObject([{ field: 'value', to: { low: '1.3', high: '1.3', multiplier: 6 } }]);
    const both = await preview((rows) => put(rows, rowOf(rows, ids[2]!), { Value: '1.3m', Low: 1_300_000, High: 1_300_000 }));
    expect(counts(both)).toEqual([3, 1, 0, 0, 0]);
    const apart = await preview((rows) => put(rows, rowOf(rows, ids[2]!), { Value: '1.3m', Low: 1_400_000, High: 1_400_000 }));
    expect(counts(apart)).toEqual([3, 0, 0, 0, 1]);
    expect(apart.conflicts).toMatchObject([{ kind: 'value', record: ids[2], field: 'value', answers: ['mine', 'cells', 'words'] }]);
  });

  it('finds rows by key, passages or digest where ids are gone, and by what they say where all marks are', async () => {
    const { preview, ids, rowOf } = await withFigures();
    const without =
      (...heads: string[]) =>
      (rows: Rows) => {
        put(rows, rowOf(rows, ids[2]!), { Note: 'seen' });
        for (const head of heads) for (let row = 1; row < rows.length; row += 1) put(rows, row, { [head]: null });
      };
    for (const heads of [
      ['claim id'],
      ['claim id', 'content key'],
      ['claim id', 'content key', 'passage id'],
      ['claim id', 'content key', 'passage id', 'row digest'],
    ]) {
      const { changed, ...rest } = await preview(without(...heads));
      expect([heads.length, changed], JSON.stringify(rest)).toMatchObject([heads.length, [{ record: ids[2], field: 'note', to: 'seen' }]]);
      expect([rest.added, rest.deleted, rest.conflicts]).toEqual([[], [], []]);
    }
  });

  it('knows a sheet without its column of ids, beside a copy of it, and a column by its neighbours', async () => {
    const { preview, ids, rowOf } = await withFigures();
    const { changed, ignored, deleted } = await preview((rows, sheets) => {
      sheets.set('Figures (2)', structuredClone(rows));
      const note = rows[0]!.indexOf('Note');
      rows[0]![note] = 'Remarks';
      rows[rowOf(rows, ids[2]!)]![note] = 'seen';
      const column = rows[0]!.indexOf('claim id');
      for (const row of rows) row.splice(column, 1);
    });
    expect(changed).toMatchObject([{ record: ids[2], field: 'note', to: 'seen' }]);
    expect(ignored.filter(({ what }) => what === 'own-sheet').map(({ sheet }) => sheet)).toEqual(['Figures (2)']);
    expect(deleted).toEqual([]);
  });

  it('asks where the ids of two rows were swapped', async () => {
    const { preview, ids, rowOf } = await withFigures();
    const { conflicts, changed, deleted } = await preview((rows) => {
      const [one, other] = [rowOf(rows, ids[0]!), rowOf(rows, ids[2]!)];
      put(rows, one, { 'claim id': ids[2] });
      put(rows, other, { 'claim id': ids[0] });
    });
    expect(conflicts.map(({ kind, record }) => [kind, record]).toSorted()).toEqual([
      ['id', ids[0]],
      ['id', ids[2]],
    ]);
    expect([changed, deleted]).toEqual([[], []]);
  });

  it('names a thousand copies of a row, and takes only the edited one as new', async () => {
    const { preview, ids, rowOf } = await withFigures();
    const found = await preview((rows) => {
      const row = rowOf(rows, ids[2]!);
      for (let copy = 0; copy < 1000; copy += 1) rows.push([...rows[row]!]);
      put(rows, rows.length - 1, { Period: '2019' });
    });
    expect(counts(found)).toEqual([4, 0, 1, 0, 0]);
    expect(found.ignored).toContainEqual(expect.objectContaining({ what: 'copy', count: 999 }));
    expect(found.added[0]!.claim).toMatchObject({ period: '2019', measure: 'sales' });
  });

  it('proposes the deletion of rows that are gone, not of a sheet that is', async () => {
    const { preview, ids, rowOf } = await withFigures();
    expect((await preview((rows) => void rows.splice(rowOf(rows, ids[0]!), 1))).deleted).toEqual([{ table: 'claim', record: ids[0] }]);
    const { deleted, ignored } = await preview((_rows, sheets) => void sheets.delete('Figures'));
    expect([deleted, ignored.some(({ what }) => what === 'missing-sheet')]).toEqual([[], true]);
    expect((await preview((rows) => void rows.splice(1))).deleted.length).toBe(3);
  });

  it('names what it does not take', async () => {
    const { preview, ids, rowOf } = await withFigures();
    const { ignored, changed } = await preview((rows, sheets) => {
      const row = rowOf(rows, ids[2]!);
      put(rows, row, { To: '2031-01-01', Qualifier: 'perhaps', Period: 'some day' });
      rows[0]!.push('My remark');
      rows.push([null, null, null]);
      rows.push(['Total']);
      sheets.set('Mine', [['x']]);
    });
    const whats = ignored.map(({ what }) => what);
    for (const what of ['own-sheet', 'own-column', 'own-row', 'computed-column', 'unreadable', 'computed-sheet']) expect(whats).toContain(what);
    expect(changed).toEqual([]);
  });

  it('asks where the workbook changed too, and is silent where both changed alike', async () => {
    const { app, preview, ids, rowOf } = await withFigures();
    await app.ask('claims.setCells', { cells: [{ id: ids[2]!, field: 'note', value: 'mine' }] });
    await app.ask('claims.setCells', { cells: [{ id: ids[0]!, field: 'note', value: 'same' }] });
    const { conflicts, changed } = await preview((rows) => {
      put(rows, rowOf(rows, ids[2]!), { Note: 'theirs', Tags: 'a; b' });
      put(rows, rowOf(rows, ids[0]!), { Note: 'same' });
    });
    expect(conflicts).toMatchObject([{ kind: 'field', record: ids[2], field: 'note', base: '', mine: 'mine', theirs: 'theirs' }]);
    expect(changed).toMatchObject([{ record: ids[2], field: 'tags', to: ['a', 'b'] }]);
  });

  it('compares two ways without a base', async () => {
    const { app, preview, ids, rowOf } = await withFigures();
    await app.ask('claims.setCells', { cells: [{ id: ids[2]!, field: 'note', value: 'mine' }] });
    const { changed, deleted, conflicts } = await preview((rows) => void rows.splice(rowOf(rows, ids[0]!), 1), false);
    expect([changed.map(({ field, from, to }) => [field, from, to]), deleted, conflicts]).toEqual([[['note', 'mine', '']], [], []]);
  });
});

describe('applying an edited export', () => {
  it('makes a claim of a changed value whose passage is the cell, keeps the old one, and is one edit that undo takes back', async () => {
    const { app, apply, ids, rowOf } = await withFigures();
    const before = await app.ask('claims.list', {});
    const { applied } = await apply((rows) => {
      put(rows, rowOf(rows, ids[2]!), { Low: 1_200_000, High: 1_200_000 });
      put(rows, rowOf(rows, ids[0]!), { Note: 'seen' });
    });
    expect(applied).toMatchObject({ changed: 2, added: 0, deleted: 0, source: expect.any(String), claims: [expect.any(String)] });
    const made = await app.ask('claims.get', { id: applied.claims[0]! });
    expect(made).toMatchObject({ sourceTitle: 'edited.xlsx', value: { low: '1.2', high: '1.2' }, original: '1200000' });
    expect(made.passages).toMatchObject([{ exact: '1200000', sheet: 'Figures', cells: expect.stringMatching(/^J\d+$/) }]);
    expect(await app.ask('claims.get', { id: ids[2]! })).toMatchObject({ value: { low: '1.06' } });
    expect(await app.ask('claims.get', { id: ids[0]! })).toMatchObject({ note: 'seen' });
    const { edits } = await app.ask('history.list', { limit: 1 });
    expect(edits[0]).toMatchObject({ kind: 'import', label: { key: 'edits:applySheet' } });
    await app.ask('history.undo', {});
    expect(await app.ask('claims.list', {})).toEqual(before);
  });

  it('corrects in place where that was asked for', async () => {
    const { app, apply, ids, rowOf } = await withFigures();
    const { applied } = await apply((rows) => put(rows, rowOf(rows, ids[2]!), { Low: 1_200_000, High: 1_200_000 }), { as: 'edit' });
    expect(applied).toMatchObject({ changed: 1, claims: [], source: null });
    expect(await app.ask('claims.get', { id: ids[2]! })).toMatchObject({ value: { low: '1.2' }, captured: { value: { low: '1.06' } } });
  });

  it('takes a new row, its cell for a passage', async () => {
    const { app, apply } = await withFigures();
    const { applied } = await apply((rows) => {
      rows.push([]);
      put(rows, rows.length - 1, { Measure: 'market share', Subject: 'Geely', Period: '2024', Value: '7.5%', Unit: 'PCT' });
    });
    const made = await app.ask('claims.get', { id: applied.claims[0]! });
    expect(made).toMatchObject({ measure: 'market_share', subject: 'Geely', value: { low: '7.5', high: '7.5', qualifier: 'exact' }, unit: 'PCT' });
    expect(made.passages[0]).toMatchObject({ exact: '7.5%', sheet: 'Figures' });
  });

  it('removes nothing without a yes, and what an answer names with one', async () => {
    const { app, apply, ids, rowOf } = await withFigures();
    const gone = (rows: Rows) => void rows.splice(rowOf(rows, ids[0]!), 1);
    expect((await apply(gone)).applied.deleted).toBe(0);
    expect((await app.ask('workbook.info', {})).edits).toBe(2);
    expect((await apply(gone, { answers: [{ record: ids[0]!, take: 'theirs' }] })).applied.deleted).toBe(1);
    expect(await app.call('claims.get', { id: ids[0]! })).toMatchObject({ ok: false });
  });

  it('writes nothing while a conflict is open, and what was answered then', async () => {
    const { app, apply, ids, rowOf } = await withFigures();
    await app.ask('claims.setCells', { cells: [{ id: ids[2]!, field: 'note', value: 'mine' }] });
    const theirs = (rows: Rows) => put(rows, rowOf(rows, ids[2]!), { Note: 'theirs' });
    await expect(apply(theirs)).rejects.toMatchObject({ code: 'conflict', key: 'exchange.openConflicts' });
    await expect(apply(theirs, { answers: [{ record: ids[1]!, take: 'mine' }] })).rejects.toMatchObject({ code: 'conflict' });
    const answers = [{ record: ids[2]!, field: 'note', take: 'theirs' as const }];
    await expect(apply(theirs, { answers: [...answers, { record: 'nobody', take: 'mine' }] })).rejects.toMatchObject({
      key: 'exchange.unusedAnswer',
    });
    expect((await app.ask('workbook.info', {})).edits).toBe(3);
    await apply(theirs, { answers });
    expect(await app.ask('claims.get', { id: ids[2]! })).toMatchObject({ note: 'theirs' });
  });

  it('changes the grade of a source', async () => {
    const { app, apply, source } = await withFigures();
    await apply((_rows, sheets) => put(sheets.get('Sources')!, 1, { Grade: 'C', Note: 'weak' }));
    expect(await app.ask('sources.get', { id: source })).toMatchObject({ grade: 'C', note: 'weak' });
  });
});

describe('an edited file that is refused', () => {
  it('changes nothing, whatever is wrong with it', async () => {
    const { app, files, held, bytes } = await withFigures();
    const other = await newWorkbook();
    await pasteSource(other.app);
    const info = await app.ask('workbook.info', {});
    const marks = (text: string) => held((_rows, sheets) => put(sheets.get('_assay')!, 1, { sheet: text }));
    const base = (await readXlsx(bytes)).sheets.find(({ name }) => name === '_assay')!.rows[1]![0] as string;
    const refused: [string, Promise<string> | string, string, string][] = [
      ['no export', held((_rows, sheets) => void sheets.delete('_assay')), 'invalid-input', 'exchange.noExport'],
      [
        'of another workbook',
        Promise.resolve(handOver(files, 'x.xlsx', await exported(other.app, other.files))),
        'conflict',
        'exchange.otherWorkbook',
      ],
      ['of a newer Assay', marks(base.replace('assay-export:1', 'assay-export:99')), 'newer-workbook', 'exchange.newerExport'],
      [
        'of an unknown state',
        marks(base.replace(/[0-9a-f-]{36}:en$/, '01a22c9e-0000-7000-8000-000000000000:en')),
        'conflict',
        'exchange.unknownBase',
      ],
      ['no zip', handOver(files, 'x.xlsx', 'hello'), 'unreadable', 'refused.unknownKind'],
      ['encrypted', handOver(files, 'x.xlsx', encrypted()), 'unreadable', 'refused.locked'],
      ['cut short', handOver(files, 'x.xlsx', bytes.slice(0, bytes.length / 2)), 'unreadable', 'zip.noContents'],
    ];
    for (const [what, file, code, key] of refused)
      for (const call of ['exchange.applyPreview', 'exchange.apply'] as const) {
        const handle = call === 'exchange.apply' ? handOver(files, 'x.xlsx', files.peek(await file).bytes) : await file;
        expect([what, await app.call(call, { file: handle })]).toMatchObject([what, { ok: false, error: { code, key } }]);
      }
    expect(await app.ask('workbook.info', {})).toEqual(info);
  });

  it('is one with more new rows than anybody enters', async () => {
    const { preview, app } = await withFigures();
    const filled = preview((rows) => {
      for (let row = 0; row < 10_001; row += 1) {
        rows.push([]);
        put(rows, rows.length - 1, { Measure: 'sales', Subject: 'Geely', Period: '2024', Low: row, High: row, Unit: 'UNITS' });
      }
    });
    await expect(filled).rejects.toMatchObject({ code: 'limit', key: 'exchange.tooManyAdded' });
    expect((await app.ask('workbook.info', {})).edits).toBe(2);
  });

  it('is not one with formulas without results: they are named, and nothing is proposed', async () => {
    const { app, files, bytes } = await withFigures();
    const { sheets } = await readXlsx(bytes);
    const formulas = await writeXlsx({
      sheets: sheets.map(({ name, rows }) => {
        const cells = new Map<string, object>();
        for (const [at, row] of name === 'Figures' ? rows.entries() : [])
          if (at > 0) for (const column of row.keys()) cells.set(`${at},${column}`, { formula: '1+1', value: null });
        return { name, rows, cells } as never;
      }),
    });
    const found = await app.ask('exchange.applyPreview', { file: handOver(files, 'x.xlsx', formulas) });
    expect(counts(found).slice(1)).toEqual([0, 0, 0, 0]);
    expect(found.ignored.some(({ what }) => what === 'formula')).toBe(true);
  });
});

/** A compound file that names what only encrypted spreadsheets have. */
function encrypted(): Uint8Array {
  const bytes = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  Buffer.from('EncryptedPackage\0', 'utf16le').copy(bytes, 1024);
  return bytes;
}
