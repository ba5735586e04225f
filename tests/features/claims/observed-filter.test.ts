import { describe, expect, it } from 'vitest';
import type { Filter } from '../../../shared/rpc.ts';
import { figure, workbookWithRivals } from '../../helpers/workbook.ts';

/** Two figures that stand against each other, and one alone. */
async function threeFigures() {
  const { app, source, ids } = await workbookWithRivals();
  const { claims } = await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] });
  const all = { [ids[0]!]: 'first', [ids[1]!]: 'rival', [claims[0]!.id]: 'alone' };
  const found = async (...filter: Filter[]) => {
    const { total, rows } = await app.ask('claims.window', { kind: 'figure', filter, sort: [{ field: 'value', direction: 'asc' }] });
    expect(total).toBe(rows.length);
    return rows.map((row) => all[row.id]);
  };
  return { app, ids, found };
}

describe('figures filtered by what stands beside them', () => {
  it('are those in a state, alone or with other filters', async () => {
    const { found } = await threeFigures();
    expect(await found({ field: 'state', op: 'equals', value: 'disputed' })).toEqual(['first', 'rival']);
    expect(await found({ field: 'state', op: 'equals', value: 'single' })).toEqual(['alone']);
    expect(await found({ field: 'state', op: 'in', value: ['single', 'disputed'] }, { field: 'saidBy', op: 'contains', value: 'Agency B' })).toEqual([
      'rival',
    ]);
    expect(await found({ field: 'state', op: 'equals', value: 'stale' })).toEqual([]);
  });

  it('are those with so many rivals', async () => {
    const { found } = await threeFigures();
    expect(await found({ field: 'rivals', op: 'greaterThan', value: '0' })).toEqual(['first', 'rival']);
    expect(await found({ field: 'rivals', op: 'blank' })).toEqual(['alone']);
    await expect(found({ field: 'rivals', op: 'greaterThan', value: 'many' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(found({ field: 'state', op: 'lessThan', value: '1' })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('are other ones as soon as a verdict is given, and again when it is undone', async () => {
    const { app, ids, found } = await threeFigures();
    const { observationId } = await app.ask('claims.get', { id: ids[0]! });
    const disputed: Filter = { field: 'state', op: 'equals', value: 'disputed' };
    await app.ask('ledger.decide', { observationId: observationId!, claimId: ids[0]!, reason: 'It counts all dealers.' });
    expect(await found(disputed)).toEqual([]);
    await app.ask('history.undo', {});
    expect(await found(disputed)).toEqual(['first', 'rival']);
  });
});
