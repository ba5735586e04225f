import { describe, expect, it } from 'vitest';
import { wordedGroup } from '../../../electron/commands/worded.ts';
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

  it('is listed with what its line says: the values against each other, as they stand now', async () => {
    const { app, ids } = await withRivals();
    const against = async () =>
      (await app.ask('conflicts.list', {})).groups.map(wordedGroup)[0]!.against.map((lead) => lead.words.replaceAll('\u00a0', ' '));
    expect(await against()).toEqual(['1.06m units', '1.10m units']);
    await app.ask('claims.setCells', { cells: [{ id: ids[1]!, field: 'value', value: '1.2m' }] });
    expect(await against()).toEqual(['1.06m units', '1.2m units']);
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

  it('gives the verdict to the ledger where one observation stands behind it, and each change of mind is one undo', async () => {
    const { app, ids, state } = await withRivals();
    const { id } = (await app.ask('conflicts.list', {})).groups[0]!;
    const verdict = async () => (await app.ask('ledger.list', {})).observations[0]!.verdict?.claimId;
    await app.ask('conflicts.decide', { id, outcome: 'adopt', claimId: ids[0]!, reason: 'stated method' });
    expect([await verdict(), await state()]).toEqual([ids[0], [['value', 'closed']]]);
    expect(await app.ask('conflicts.decide', { id, outcome: 'not_comparable', reason: 'other counting rules' })).toMatchObject({
      decision: { outcome: 'not_comparable' },
    });
    expect(await verdict()).toBeUndefined();
    await app.ask('history.undo', {});
    expect([await verdict(), (await app.ask('conflicts.get', { id })).decision?.outcome]).toEqual([ids[0], 'adopt']);
    expect(await app.ask('conflicts.reopen', { id })).toMatchObject({ state: 'open', decision: null });
    expect(await verdict()).toBeUndefined();
  });

  it('that is one claim read in several ways is settled by a reading, in the ledger as well', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app, 'Deliveries increased 6.4 times.', { title: 'Growth' });
    const readings = [
      { label: 'factor', low: '6.4', high: '6.4', unit: 'TIMES' },
      { label: 'rise', low: '640', high: '640', unit: 'PCT' },
    ];
    const grown = { measure: 'deliveries_change', unit: 'TIMES', change: 'factor', value: { low: '6.4', high: '6.4', qualifier: 'times' } } as const;
    await app.ask('claims.capture', { claims: [figure(source, '6.4 times', { ...grown, readings: readings as never })] });
    const { id, claims } = (await app.ask('conflicts.list', { kind: 'unit' })).groups[0]!;
    await app.ask('conflicts.decide', { id, outcome: 'adopt', claimId: claims[0]!, reading: 1, reason: 'the text compares increments' });
    const listed = async () => [(await app.ask('conflicts.get', { id })).state, (await app.ask('ledger.list', {})).observations[0]!.low];
    expect(await listed()).toEqual(['closed', '640']);
    await app.ask('conflicts.reopen', { id });
    expect(await listed()).toEqual(['open', '6.4']);
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
