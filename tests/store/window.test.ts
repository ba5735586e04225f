// Windows over long lists: rows stay where they were shown until somebody sorts again.
import { describe, expect, it } from 'vitest';
import type { App } from '../../electron/core/app.ts';
import { figure, newWorkbook, pasteSource } from '../helpers/workbook.ts';

const byValue = { kind: 'figure' as const, sort: [{ field: 'value', direction: 'asc' as const }] };

async function withValues(...values: string[]) {
  const { app } = await newWorkbook();
  const source = await pasteSource(app, values.map((value) => `Sales were ${value} cars.`).join('\n'));
  const claims = values.map((value) =>
    figure(source, `were ${value} cars`, { subject: `Plant ${value}`, value: { low: value, high: value, qualifier: 'exact' }, unit: 'UNITS' }),
  );
  const made = await app.ask('claims.capture', { claims });
  return { app, source, ids: made.claims.map(({ id }) => id) };
}

const shown = async (app: App, order?: string, more: object = {}) => {
  const page = await app.ask('claims.window', { ...byValue, ...more, ...(order === undefined ? {} : { order }) });
  return { subjects: page.rows.map((row) => row.subject), isSorted: page.isSorted, total: page.total };
};
const set = (app: App, id: string, field: string, value: string | null) => app.ask('claims.setCells', { cells: [{ id, field, value }] });

describe('rows that were shown', () => {
  it('stay in their places when the column that they are sorted by is edited, until somebody sorts again', async () => {
    const { app, ids } = await withValues('1', '2', '3');
    await shown(app, 'a');
    await set(app, ids[0]!, 'value', '9');
    expect(await shown(app, 'a')).toMatchObject({ subjects: ['Plant 1', 'Plant 2', 'Plant 3'], isSorted: false });
    expect(await shown(app)).toMatchObject({ subjects: ['Plant 2', 'Plant 3', 'Plant 1'], isSorted: true });
  });

  it('stay when an edit takes them out of the filter, and those that come stand at the end', async () => {
    const { app, ids, source } = await withValues('1', '2', '3');
    const filter = { filter: [{ field: 'value', op: 'lessThan' as const, value: '5' }] };
    await shown(app, 'a', filter);
    await set(app, ids[1]!, 'value', '9');
    await app.ask('claims.capture', {
      claims: [figure(source, 'Sales were 1 cars', { subject: 'New', value: { low: '0', high: '0', qualifier: 'exact' } })],
    });
    expect(await shown(app, 'a', filter)).toMatchObject({ subjects: ['Plant 1', 'Plant 2', 'Plant 3', 'New'], total: 4, isSorted: false });
    expect((await shown(app, undefined, filter)).subjects).toEqual(['New', 'Plant 1', 'Plant 3']);
  });

  it('leave no gap when they are removed, and come back to their places', async () => {
    const { app, ids } = await withValues('1', '2', '3');
    await shown(app, 'a');
    await app.ask('claims.remove', { ids: [ids[1]!] });
    expect((await shown(app, 'a')).subjects).toEqual(['Plant 1', 'Plant 3']);
    await app.ask('history.undo', {});
    expect(await shown(app, 'a')).toMatchObject({ subjects: ['Plant 1', 'Plant 2', 'Plant 3'], isSorted: true });
  });

  it('are sorted anew where nobody remembers how they stood', async () => {
    const { app } = await withValues('2', '1');
    expect(await shown(app, 'unknown')).toMatchObject({ subjects: ['Plant 1', 'Plant 2'], isSorted: true });
  });

  it('stand in one order over all windows of a list', async () => {
    const { app, ids } = await withValues('1', '2', '3', '4');
    await shown(app, 'a', { count: 2 });
    await set(app, ids[3]!, 'value', '0');
    expect((await shown(app, 'a', { start: 2, count: 2 })).subjects).toEqual(['Plant 3', 'Plant 4']);
  });
});
