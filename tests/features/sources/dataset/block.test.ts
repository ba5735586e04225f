import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../../renderer/features/passages/reader/passage-words.ts';
import { blockOf } from '../../../../renderer/features/sources/dataset/block.ts';
import { agreed, type CellDraft, valueTogether } from '../../../../renderer/features/sources/dataset/block-claim.ts';
import type { PassageInput } from '../../../../shared/features/claims/model.ts';
import { blockOfCells, cellRange, cellsOfFragment, columnName, columnOfName, fragmentOfCells } from '../../../../shared/features/sources/cells.ts';
import { handOver, newWorkbook } from '../../../helpers/workbook.ts';

const table = 'Brand;Year;Sold;Note\nLada;2023;324446;\nHaval;2023;111720;\nGeely;2023;;no figure\n';

async function openTable() {
  const { app, files } = await newWorkbook();
  const { added } = await app.ask('sources.add', { files: [handOver(files, 'sold.csv', table)] });
  const id = added[0]!.id;
  const { rows } = await app.ask('sources.cells', { id, sheet: 0 });
  return { app, id, rows };
}

describe('a block of cells', () => {
  it('is a passage from its first cell to its last, empty ones at its corners too', async () => {
    const { app, id, rows } = await openTable();
    for (const [top, left, bottom, right] of [
      [2, 1, 2, 3],
      [2, 3, 3, 3],
      [1, 2, 4, 3],
      [4, 1, 4, 3],
      [3, 2, 3, 2],
    ] as const) {
      const block = blockOf(rows.slice(top - 1, bottom), { left, right })!;
      const { place } = await app.ask('sources.layout', { id, start: block.start, end: block.end });
      expect([place?.cells, block.cells]).toEqual([cellRange([top, left], [bottom, right]), cellRange([top, left], [bottom, right])]);
    }
  });

  it('holds the numbers in it; a year beside them is what they are of', async () => {
    const { rows } = await openTable();
    const numbers = (from: number, to: number, left: number, right: number) =>
      blockOf(rows.slice(from, to), { left, right })?.numbers.map((one) => one.cells);
    expect(numbers(1, 2, 1, 3)).toEqual(['C2']);
    expect(numbers(1, 3, 2, 2)).toEqual(['B2', 'B3']);
    expect(blockOf(rows.slice(3, 4), { left: 3, right: 3 })).toBeUndefined();
  });

  it('is kept with its range when a claim is captured from it', async () => {
    const { app, id, rows } = await openTable();
    const { start, end } = blockOf(rows.slice(1, 2), { left: 1, right: 3 })!;
    const { claim } = await app.ask('claims.draft', { sourceId: id, start, end });
    const passage = claim['passage'] as { source: string; exact: string; start: number };
    const { claims } = await app.ask('claims.capture', {
      claims: [
        { kind: 'figure', measure: 'sales', subject: 'Lada', period: '2023', value: { low: '324446', high: '324446', qualifier: 'exact' }, passage },
      ],
    });
    expect((await app.ask('claims.trace', { id: claims[0]!.id })).passage).toMatchObject({ sheet: 'sold', cells: 'A2:C2' });
  });
});

const wide = 'Brand;Plant;Sold;Plan;Note\nLada;T;324446;400000;ok\nHaval;U;111720;150000;late\nGeely;V;93553;;\nChery;W;80001;90000\n';

/** Sold and plan of three brands: other cells stand between them, and one of their own is empty at the end of its row. */
async function capturedBlock(cells = 'C2:D4') {
  const { app, files } = await newWorkbook();
  const { added } = await app.ask('sources.add', { files: [handOver(files, 'sold.csv', wide)] });
  const id = added[0]!.id;
  const { claim } = await app.ask('claims.draft', { sourceId: id, start: 40, end: 60, cells });
  const passage = claim['passage'] as PassageInput;
  const fields = {
    kind: 'figure',
    measure: 'sales',
    subject: 'All',
    period: '2023',
    value: { low: '529719', high: '529719', qualifier: 'exact' },
  } as const;
  const { claims } = await app.ask('claims.capture', { claims: [{ ...fields, passage }] });
  const passages = async () => (await app.ask('passages.ofSource', { sourceId: id })).passages;
  const replace = (text: string) => app.ask('sources.replace', { id, file: handOver(files, 'sold.csv', text) });
  return { app, id, claimId: claims[0]!.id, passage, passages, replace };
}

const soldAndPlan = '324446\t400000\n111720\t150000\n93553';

describe('the quote of a block over several rows', () => {
  it('is its cells and no others, in the passage, the trace, the list and the search', async () => {
    const { app, claimId, passages } = await capturedBlock();
    expect(await passages()).toMatchObject([{ exact: soldAndPlan, cells: 'C2:D4', sheet: 'sold', state: 'same' }]);
    expect((await app.ask('claims.trace', { id: claimId })).passage).toMatchObject({ exact: soldAndPlan, before: '', after: '', cells: 'C2:D4' });
    expect((await app.ask('claims.get', { id: claimId })).passages[0]?.exact).toBe(soldAndPlan);
    expect((await app.ask('search.find', { query: '"150000"', where: ['passage'] })).total).toBe(1);
    expect((await app.ask('search.find', { query: 'late', where: ['passage'] })).total).toBe(0);
    expect((await app.ask('workbook.verify', {})).problems).toEqual([]);
  });

  it('is refused where its cells hold other words, and shared where they hold the same', async () => {
    const { app, passage, passages } = await capturedBlock();
    const claim = { kind: 'event', subject: 'Table', stage: 'published' } as const;
    await expect(app.ask('claims.capture', { claims: [{ ...claim, passage: { ...passage, cells: 'C2:D3' } }] })).rejects.toMatchObject({
      code: 'passage-not-found',
    });
    await app.ask('claims.capture', { claims: [{ ...claim, passage }] });
    expect(await passages()).toHaveLength(1);
    const narrow = { ...passage, cells: 'C2:C4', exact: '324446\n111720\n93553' };
    await app.ask('claims.capture', { claims: [{ ...claim, passage: narrow }] });
    expect((await passages()).map((one) => one.cells)).toEqual(['C2:D4', 'C2:C4']);
  });

  it('stays the same when cells beside it change, and moves with its rows', async () => {
    const { passages, replace } = await capturedBlock();
    await replace(wide.replace('late', 'in time').replace('ok', 'agreed'));
    expect(await passages()).toMatchObject([{ exact: soldAndPlan, cells: 'C2:D4', state: 'same', isPending: false }]);
    const [head, ...rest] = wide.split('\n');
    await replace([head, 'Omoda;X;1;2;new', ...rest].join('\n'));
    expect(await passages()).toMatchObject([{ exact: soldAndPlan, cells: 'C3:D5', state: 'moved', isPending: false }]);
  });

  it('waits for the analyst when one of its own cells changed, and keeps what is accepted', async () => {
    const { app, passages, replace } = await capturedBlock();
    await replace(wide.replace('150000', '155000'));
    const changed = soldAndPlan.replace('150000', '155000');
    expect(await passages()).toMatchObject([{ exact: changed, cells: 'C2:D4', state: 'changed', isPending: true }]);
    const { id } = (await passages())[0]!;
    await app.ask('passages.settle', { id, decision: 'accept' });
    expect(await passages()).toMatchObject([{ exact: changed, cells: 'C2:D4', state: 'same', isPending: false }]);
  });

  it('is lost when its rows no longer stand together, and stands again when they do', async () => {
    const { passages, replace } = await capturedBlock();
    const [head, lada, ...rest] = wide.trimEnd().split('\n');
    await replace([head, ...rest, lada].join('\n'));
    expect(await passages()).toMatchObject([{ exact: soldAndPlan, state: 'lost', isPending: true }]);
    await replace(wide);
    expect(await passages()).toMatchObject([{ exact: soldAndPlan, cells: 'C2:D4', state: 'same' }]);
  });

  it('is proposed where most of its values stand now, and goes there with its own cells when that is accepted', async () => {
    const { app, passages, replace } = await capturedBlock();
    const [head, lada, ...rest] = wide.trimEnd().split('\n');
    await replace([head, ...rest, lada].join('\n'));
    const pending = async () => (await app.ask('passages.pending', {})).passages;
    const [place] = (await pending())[0]!.places;
    expect(place).toMatchObject({ cells: 'C1:D3', exact: expect.stringContaining('111720\t150000\n93553') });
    // Lost as it is, it is looked for by its values in the next version, too.
    const filler = ['Omoda;X;1;2;new', 'Jaecoo;Y;3;4;new'];
    await replace([head, ...filler, lada, ...rest].map((line, index) => (index === 0 ? line : `late;${line}`)).join('\n'));
    const [moved] = (await pending())[0]!.places;
    expect(moved).toMatchObject({ cells: 'D4:E6', exact: soldAndPlan });
    const { id } = (await passages())[0]!;
    await app.ask('passages.settle', { id, decision: 'place', start: moved!.start, end: moved!.end });
    expect(await passages()).toMatchObject([{ exact: soldAndPlan, cells: 'D4:E6', sheet: 'sold', state: 'same', isPending: false }]);
    expect((await app.ask('workbook.verify', {})).problems).toEqual([]);
  });

  it('has no proposal where its values do not stand together any more', async () => {
    const { app, replace } = await capturedBlock();
    const [head] = wide.split('\n');
    await replace([head, 'Ann;q;324446;7;z', 'Bea;r;8;9;z', 'Cid;s;10;11;z', 'Dov;t;12;13;93553'].join('\n'));
    expect((await app.ask('passages.pending', {})).passages).toMatchObject([{ state: 'lost', places: [] }]);
  });

  it('goes out as a Web Annotation and comes back to its cells', async () => {
    const { app, id, passages } = await capturedBlock();
    const { documents } = await app.ask('passages.annotations', { sourceId: id });
    await app.ask('history.undo', {});
    expect(await passages()).toEqual([]);
    await app.ask('passages.importAnnotations', { json: JSON.stringify(documents) });
    expect(await passages()).toMatchObject([{ exact: soldAndPlan, cells: 'C2:D4' }]);
  });

  it('is drawn in the text on its own cells', async () => {
    const { app, id, passages } = await capturedBlock();
    const { text } = await app.ask('sources.text', { id });
    const [passage] = await passages();
    const drawn = piecesOf(text, passage!, passage!).map(({ start, end }) => text.slice(start, end));
    expect(drawn).toEqual(soldAndPlan.split('\n'));
  });
});

describe('a fragment of a table', () => {
  it('names the same cells as the range', () => {
    const cell = fc.tuple(fc.integer({ min: 1, max: 1_048_576 }), fc.integer({ min: 1, max: 16_384 }));
    fc.assert(
      fc.property(cell, cell, (a, b) => {
        const cells = cellRange([Math.min(a[0], b[0]), Math.min(a[1], b[1])], [Math.max(a[0], b[0]), Math.max(a[1], b[1])]);
        expect(cellsOfFragment(fragmentOfCells(cells))).toBe(cells);
      }),
    );
    expect(['cell=0,1', 'row=4', 'cell=1,2-*', undefined].map(cellsOfFragment)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('the claim from several cells', () => {
  const draft = (low: string, fields: Record<string, unknown> = {}): CellDraft => ({
    claim: { measure: 'Sold', value: { low, high: low, qualifier: 'exact' }, multiplier: 0, ...fields },
    inferred: { measure: 'the words at the top of the column' },
  });

  it('is proposed as far as all of them agree', () => {
    expect(agreed([draft('1', { subject: 'Lada' }), draft('2', { subject: 'Haval' })])).toEqual({
      claim: { measure: 'Sold', multiplier: 0 },
      inferred: { measure: 'the words at the top of the column' },
    });
  });

  it('has their sum without an error of rounding, or their least and greatest', () => {
    const drafts = ['0.1', '0.2', '-3', '10'].map((low) => draft(low));
    expect(valueTogether(drafts, 'sum')).toEqual({ low: '7.3', high: '7.3', qualifier: 'exact' });
    expect(valueTogether(drafts, 'range')).toEqual({ low: '-3', high: '10', qualifier: 'between' });
  });

  it('has no value where one of them is no plain number, or counts in other scales', () => {
    expect(valueTogether([draft('1'), draft('2', { value: { low: '2', high: null, qualifier: 'over' } })], 'sum')).toBeUndefined();
    expect(valueTogether([draft('1'), draft('2', { multiplier: 6 })], 'range')).toBeUndefined();
  });
});

describe('names of cells', () => {
  it('are read as they are written', () => {
    const cell = fc.tuple(fc.integer({ min: 1, max: 1_048_576 }), fc.integer({ min: 1, max: 16_384 }));
    fc.assert(
      fc.property(cell, cell, (a, b) => {
        const [top, bottom] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
        const [left, right] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
        expect(blockOfCells(cellRange([top, left], [bottom, right]))).toEqual({ top, left, bottom, right });
        expect(columnOfName(columnName(left))).toBe(left);
      }),
    );
    expect(['', 'A', '7', 'A0:', 'a1'].map(blockOfCells)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});
