import { describe, expect, it } from 'vitest';
import { figure, newWorkbook, pasteSource, workbookWithRivals } from '../../helpers/workbook.ts';

async function withRivals() {
  const { app, source, ids } = await workbookWithRivals();
  const state = async () => (await app.ask('conflicts.list', {})).groups.map((group) => [group.kind, group.state]);
  return { app, source, ids, state };
}

describe('a contradiction in a workbook', () => {
  it('comes with the claims, counts as open, and goes with an undo', async () => {
    const { app, state } = await withRivals();
    expect(await state()).toEqual([['value', 'open']]);
    expect((await app.ask('workbook.info', {})).conflicts).toBe(1);
    await app.ask('history.undo', {});
    expect(await state()).toEqual([]);
    await app.ask('history.redo', {});
    expect(await state()).toEqual([['value', 'open']]);
  });

  it('changes its kind with the claim that is edited, and only then', async () => {
    const { app, ids, state } = await withRivals();
    await app.ask('claims.setCells', { cells: [{ id: ids[1]!, field: 'basis', value: 'imported cars' }] });
    // One source that counts two universes tells them apart itself.
    expect(await state()).toEqual([]);
    await app.ask('claims.setCells', {
      cells: [
        { id: ids[1]!, field: 'basis', value: '' },
        { id: ids[1]!, field: 'status', value: 'target' },
      ],
    });
    expect(await state()).toEqual([['status', 'explained']]);
  });

  it('is closed by a decision with a reason, becomes stale when a claim changes, and can be reopened', async () => {
    const { app, ids, state } = await withRivals();
    const { groups } = await app.ask('conflicts.list', {});
    const id = groups[0]!.id;
    expect(await app.call('conflicts.decide', { id, outcome: 'adopt', claimId: null, reason: 'x' })).toMatchObject({
      error: { code: 'invalid-input' },
    });
    expect(await app.ask('conflicts.decide', { id, outcome: 'not_comparable', reason: 'other counting rules' })).toMatchObject({
      state: 'closed',
      decision: { reason: 'other counting rules' },
    });
    await app.ask('claims.setCells', { cells: [{ id: ids[1]!, field: 'value', value: '1.2m' }] });
    expect(await state()).toEqual([['value', 'stale']]);
    await app.ask('history.undo', {});
    expect(await state()).toEqual([['value', 'closed']]);
    expect(await app.ask('conflicts.reopen', { id })).toMatchObject({ state: 'open', decision: null });
  });

  it('is settled by the verdict on its observation', async () => {
    const { app, ids, state } = await withRivals();
    const { observations } = await app.ask('ledger.list', {});
    await app.ask('ledger.decide', { observationId: observations[0]!.id, claimId: ids[0]!, reason: 'stated method' });
    expect(await state()).toEqual([['value', 'closed']]);
  });
});

describe('a check in a workbook', () => {
  it('follows the claims, and can be switched off and on', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app, 'Output was 450 in 2022 and 537 in 2023, up 39.2%.', { title: 'Output' });
    const of = (exact: string, period: string, low: string, fields = {}) =>
      figure(source, exact, { measure: 'output', subject: 'Plant', period, value: { low, high: low, qualifier: 'exact' }, unit: 'UNITS', ...fields });
    await app.ask('claims.capture', {
      claims: [
        of('450', '2022', '450'),
        of('537', '2023', '537'),
        of('39.2%', '2023', '39.2', { measure: 'output_change', unit: 'PCT', change: 'percent' }),
      ],
    });
    const growth = async () => (await app.ask('checks.list', {})).checks.filter((check) => check.rule === 'growth').map((check) => check.result);
    expect(await growth()).toEqual(['breaks']);
    await app.ask('checks.setRule', { rule: 'growth', isOn: false });
    expect(await growth()).toEqual([]);
    await app.ask('history.undo', {});
    expect(await growth()).toEqual(['breaks']);
  });
});
