import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockOf } from '../../../../renderer/features/sources/dataset/block.ts';
import { agreed, type CellDraft, valueTogether } from '../../../../renderer/features/sources/dataset/block-claim.ts';
import { blockOfCells, cellRange, columnName, columnOfName } from '../../../../shared/features/sources/cells.ts';
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
