import { describe, expect, it } from 'vitest';
import { figure, newWorkbook, pasteSource, workbookWithRivals } from '../../helpers/workbook.ts';

async function withRivals() {
  const { app, source, ids } = await workbookWithRivals();
  const { observations } = await app.ask('ledger.list', { series: 'sales' });
  return { app, source, ids, observation: observations[0]! };
}

describe('an observation', () => {
  it('is disputed when no value satisfies all its claims, and shows the span that they cover', async () => {
    const { observation } = await withRivals();
    expect(observation).toMatchObject({ state: 'disputed', low: '1.06', high: '1.1', qualifier: 'between', support: 2, verdict: null });
  });

  it('is agreed when the roundings overlap', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app, 'One says 1.06m, the other 1.063m in 2023.', { title: 'Two' });
    const of = (exact: string, low: string) =>
      figure(source, exact, { measure: 'sales', value: { low, high: low, qualifier: 'exact' }, unit: 'UNITS', multiplier: 6 });
    await app.ask('claims.capture', { claims: [of('1.06m', '1.06'), of('1.063m', '1.063')] });
    expect((await app.ask('ledger.list', {})).observations).toMatchObject([{ state: 'agreed', low: '1.063', support: 1 }]);
  });

  it('keeps series apart that differ only in basis', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app);
    await app.ask('claims.capture', {
      claims: [
        figure(source, 'over 50%', { basis: 'brands' }),
        figure(source, 'share of Chinese brands', { basis: 'imported cars', value: { low: '49', high: '49', qualifier: 'exact' } }),
      ],
    });
    expect((await app.ask('ledger.list', {})).observations.map((one) => one.state)).toEqual(['single', 'single']);
  });

  it('never sets a target against an outcome', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app);
    const of = (exact: string, status: 'actual' | 'target', low: string) =>
      figure(source, exact, { status, value: { low, high: low, qualifier: 'exact' } });
    await app.ask('claims.capture', { claims: [of('over 50%', 'actual', '50'), of('share of Chinese brands', 'target', '70')] });
    const { observations } = await app.ask('ledger.list', {});
    expect(observations.toSorted((a, b) => Number(a.low) - Number(b.low))).toMatchObject([
      { state: 'single', low: '50', status: 'actual', class: 'outcome', issuer: null, claims: [expect.any(String)] },
      { state: 'single', low: '70', status: 'target', class: 'target', issuer: 'Autostat', claims: [expect.any(String)] },
    ]);
  });
});

describe('open readings', () => {
  /** Two readings of one wording, +640 % and a factor, and an outlet that says seven and a half times. */
  async function withReadings() {
    const { app } = await newWorkbook();
    const source = await pasteSource(app, 'Deliveries increased 6.4 times. Later they were 7.2 times as many. A check: 8 times.', {
      title: 'Growth',
    });
    const grown = (exact: string, times: string, readings: readonly object[] = []) =>
      figure(source, exact, {
        measure: 'deliveries_change',
        unit: 'TIMES',
        change: 'factor',
        value: { low: times, high: times, qualifier: 'times' },
        readings: readings as never,
      });
    const open = [
      { label: 'factor', low: '6.4', high: '6.4', unit: 'TIMES' },
      { label: 'rise', low: '640', high: '640', unit: 'PCT' },
    ];
    const { claims } = await app.ask('claims.capture', { claims: [grown('increased 6.4 times', '6.4', open)] });
    const listed = async () => (await app.ask('ledger.list', {})).observations[0]!;
    return { app, grown, claimId: claims[0]!.id, listed };
  }

  it('make a band, and other claims agree with it where they lie within', async () => {
    const { app, grown, listed } = await withReadings();
    expect(await listed()).toMatchObject({ state: 'single', low: '6.4', high: '7.4', qualifier: 'between' });
    await app.ask('claims.capture', { claims: [grown('7.2 times', '7.2')] });
    expect(await listed()).toMatchObject({ state: 'agreed' });
    await app.ask('claims.capture', { claims: [grown('8 times', '8')] });
    expect(await listed()).toMatchObject({ state: 'disputed', rivals: [{ low: '6.4', high: '7.4' }, { low: '7.2' }, { low: '8' }] });
  });

  it('are closed by a verdict on one of them, and open again without it', async () => {
    const { app, claimId, listed } = await withReadings();
    const { id } = await listed();
    const decided = await app.ask('ledger.decide', { observationId: id, claimId, reading: 1, reason: 'the text compares increments' });
    expect(decided).toMatchObject({ state: 'decided', low: '640', high: '640', unit: 'PCT', change: 'percent' });
    expect(await app.ask('ledger.reopen', { observationId: id })).toMatchObject({ low: '6.4', high: '7.4' });
  });
});

describe('a verdict', () => {
  it('adopts a claim with a reason and can be taken back', async () => {
    const { app, ids, observation } = await withRivals();
    const decided = await app.ask('ledger.decide', { observationId: observation.id, claimId: ids[0]!, reason: 'stated method' });
    expect(decided).toMatchObject({ state: 'decided', low: '1.06', verdict: { reason: 'stated method', isStale: false } });
    expect((await app.ask('claims.trace', { id: ids[0]! })).usedBy).toMatchObject([
      { record: 'verdict', label: { key: 'evidence:use.adopted', params: { reason: 'stated method' } } },
    ]);
    expect(await app.ask('ledger.reopen', { observationId: observation.id })).toMatchObject({ state: 'disputed', verdict: null });
  });

  it('goes with its claim when that claim alone moves to another series', async () => {
    const { app, ids, observation } = await withRivals();
    await app.ask('ledger.decide', { observationId: observation.id, claimId: ids[0]!, reason: 'stated method' });
    await app.ask('claims.setCells', { cells: [{ id: ids[0]!, field: 'subject', value: 'Vans' }] });
    const { observations } = await app.ask('ledger.list', { series: 'sales' });
    const verdictOn = (subject: string) => observations.find((one) => one.series.subject === subject)?.verdict?.reason;
    expect([verdictOn('Vans'), verdictOn('Cars')]).toEqual(['stated method', undefined]);
  });

  it('becomes stale when a claim beneath it changes, and never silently other', async () => {
    const { app, ids, observation } = await withRivals();
    await app.ask('ledger.decide', { observationId: observation.id, claimId: ids[0]!, reason: 'stated method' });
    await app.ask('claims.setCells', { cells: [{ id: ids[1]!, field: 'rank', value: 'deprecated' }] });
    const { observations } = await app.ask('ledger.list', { series: 'sales' });
    expect(observations).toMatchObject([{ state: 'stale', low: '1.06', verdict: { isStale: true } }]);
    await app.ask('history.undo', {});
    expect((await app.ask('ledger.list', { series: 'sales' })).observations).toMatchObject([{ state: 'decided' }]);
  });

  it('needs a reason, and a claim that stands behind the observation', async () => {
    const { app, source, observation } = await withRivals();
    const { claims } = await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] });
    expect(await app.call('ledger.decide', { observationId: observation.id, claimId: claims[0]!.id, reason: 'x' })).toMatchObject({
      error: { code: 'invalid-input' },
    });
    expect(
      await app.call('ledger.decide', { observationId: observation.id, own: { low: '1', high: '1', qualifier: 'exact' }, reason: '  ' }),
    ).toMatchObject({ error: { code: 'invalid-input' } });
  });

  it('may be an own value', async () => {
    const { app, observation } = await withRivals();
    const decided = await app.ask('ledger.decide', {
      observationId: observation.id,
      own: { low: '1.08', high: '1.08', qualifier: 'about' },
      reason: 'mean of two counts',
    });
    expect(decided).toMatchObject({ state: 'decided', low: '1.08', qualifier: 'about', unit: 'UNITS', multiplier: 6 });
  });
});
