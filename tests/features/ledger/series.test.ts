import { describe, expect, it } from 'vitest';
import { words } from '../../../electron/commands/words.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const text = 'Sales were 100 in 2022 and 120 in 2023. Car sales were 121 in 2023. Last year 90 were sold.';

async function withTwoSeries() {
  const { app } = await newWorkbook();
  const source = await pasteSource(app, text, { title: 'Yearbook', publishedOn: '2025', publisher: 'Office' });
  const of = (exact: string, low: string, fields: Parameters<typeof figure>[2]) =>
    figure(source, exact, { measure: 'sales', subject: 'Cars', value: { low, high: low, qualifier: 'exact' }, unit: 'UNITS', saidBy: [], ...fields });
  const { claims } = await app.ask('claims.capture', {
    claims: [
      of('100 in 2022', '100', { period: '2022' }),
      of('120 in 2023', '120', { period: '2023' }),
      of('121 in 2023', '121', { measure: 'car_sales', period: '2023' }),
      of('Last year 90', '90', { measure: 'returns', period: '2024', periodBasis: "'last year' in a text of 2025" }),
    ],
  });
  const shown = async () =>
    (await app.ask('ledger.list', {})).observations.map((one) => [one.series.measure, one.period, one.claims.length, one.state]);
  const seriesOf = async (measure: string) => (await app.ask('ledger.series', {})).series.find((one) => one.measure === measure)!.id;
  return { app, source, ids: claims.map((claim) => claim.id), shown, seriesOf };
}

describe('a series', () => {
  it('is proposed to be another under other words', async () => {
    const { app } = await withTwoSeries();
    const { pairs } = await app.ask('ledger.alike', {});
    expect(pairs.map(({ one, other, field }) => [one.measure, other.measure, field])).toEqual([['car_sales', 'sales', 'measure']]);
  });

  it('is said to be joined by a figure of the same parts, else those near it are offered', async () => {
    const { app } = await withTwoSeries();
    const asked = { measure: 'sales', subject: 'Cars', area: ['RU'], unit: 'UNITS', period: '2025' };
    const near = async (change: object) => {
      const { series, near: found } = await app.ask('ledger.seriesFor', { ...asked, ...change });
      return { joins: series?.measure, near: found.map((one) => one.measure) };
    };
    expect(await app.ask('ledger.seriesFor', asked)).toMatchObject({ series: { measure: 'sales', claims: 2 }, near: [] });
    expect(await near({ unit: null })).toEqual({ joins: undefined, near: ['sales', 'car_sales'] });
    expect(await near({ measure: 'sale' })).toEqual({ joins: undefined, near: ['sales', 'car_sales'] });
    expect(await near({ unit: 'USD' })).toEqual({ joins: undefined, near: [] });
    expect(await near({ period: '2025-03' })).toEqual({ joins: undefined, near: [] });
  });

  it('is not proposed again once it is kept apart, until that is taken back', async () => {
    const { app } = await withTwoSeries();
    const { one, other } = (await app.ask('ledger.alike', {})).pairs[0]!;
    await app.ask('ledger.keepApart', { one: other.id, other: one.id });
    expect(await app.ask('ledger.alike', {})).toMatchObject({ pairs: [], apart: [{ one: { id: one.id }, other: { id: other.id } }] });
    await app.ask('ledger.proposeAgain', { one: one.id, other: other.id });
    expect(await app.ask('ledger.alike', {})).toMatchObject({ pairs: [{ one: { id: one.id } }], apart: [] });
    await app.ask('history.undo', {});
    expect((await app.ask('ledger.alike', {})).apart).toHaveLength(1);
    expect(await app.call('ledger.keepApart', { one: one.id, other: one.id })).toMatchObject({ error: { code: 'invalid-input' } });
  });

  it('is renamed in one edit, its verdicts with it, and joins the series whose name it gets', async () => {
    const { app, ids, shown, seriesOf } = await withTwoSeries();
    const before = await shown();
    const observation = (await app.ask('ledger.list', { series: 'sales' })).observations.find((one) => one.period === '2022')!;
    await app.ask('ledger.decide', { observationId: observation.id, claimId: ids[0]!, reason: 'first-hand' });
    expect(await app.ask('ledger.renameSeries', { seriesId: await seriesOf('sales'), to: { measure: 'units_sold' } })).toMatchObject({
      claims: 2,
      joined: false,
    });
    expect(await shown()).toContainEqual(['units_sold', '2022', 1, 'decided']);
    expect(await app.ask('ledger.renameSeries', { seriesId: await seriesOf('car_sales'), to: { measure: 'units_sold' } })).toMatchObject({
      claims: 1,
      joined: true,
    });
    expect(await shown()).toContainEqual(['units_sold', '2023', 2, 'disputed']);
    for (let step = 0; step < 3; step += 1) await app.ask('history.undo', {});
    expect(await shown()).toEqual(before);
  });

  it('is split by moving claims to another key, and refuses what changes nothing', async () => {
    const { app, ids, shown } = await withTwoSeries();
    expect(await app.ask('ledger.splitSeries', { claimIds: [ids[1]!], to: { basis: ['passenger cars'] } })).toMatchObject({
      claims: 1,
      joined: false,
    });
    expect((await shown()).filter(([measure]) => measure === 'sales')).toHaveLength(2);
    expect((await app.ask('ledger.series', {})).series.filter((one) => one.measure === 'sales')).toHaveLength(2);
    expect(await app.call('ledger.splitSeries', { claimIds: [ids[1]!], to: { basis: ['passenger cars'] } })).toMatchObject({
      error: { code: 'invalid-input' },
    });
  });
});

describe('a verdict', () => {
  it('that cannot be given yet keeps its reason and leaves the observation in dispute', async () => {
    const { app, ids } = await withTwoSeries();
    await app.ask('ledger.splitSeries', { claimIds: [ids[2]!], to: { measure: 'sales' } });
    const { observationId } = await app.ask('claims.get', { id: ids[1]! });
    const undecided = await app.ask('ledger.decide', { observationId: observationId!, reason: 'the method of neither is known' });
    expect([undecided.state, undecided.verdict?.reason]).toEqual(['disputed', 'the method of neither is known']);
  });

  it('says what a claim said when it was weighed and what it says now', async () => {
    const { app, ids } = await withTwoSeries();
    const { observationId } = await app.ask('claims.get', { id: ids[0]! });
    await app.ask('ledger.decide', { observationId: observationId!, claimId: ids[0]!, reason: 'first-hand' });
    await app.ask('claims.setCells', { cells: [{ id: ids[0]!, field: 'value', value: '104' }] });
    const { state, verdict } = await app.ask('ledger.observation', { id: observationId! });
    expect([state, verdict?.staleBecause.map(words)]).toEqual(['stale', ['100\u00a0units is now 104\u00a0units']]);
  });

  it('is proposed by the order of proof with its reason, and never given by itself', async () => {
    const { app, ids } = await withTwoSeries();
    const other = await pasteSource(app, 'The Office counts 125 in 2023, we hear.', { title: 'Blog', publisher: 'Blog', publishedOn: '2025' });
    await app.ask('claims.capture', {
      claims: [
        figure(other, '125 in 2023', {
          measure: 'sales',
          subject: 'Cars',
          value: { low: '125', high: '125', qualifier: 'exact' },
          unit: 'UNITS',
          saidBy: ['Office'],
        }),
      ],
    });
    const { observationId } = await app.ask('claims.get', { id: ids[1]! });
    const { proposal, verdict, support } = await app.ask('ledger.observation', { id: observationId! });
    expect([proposal?.claimId, proposal && words(proposal.why), verdict]).toEqual([ids[1], 'said first-hand, not repeated', null]);
    // The blog repeats the Office: one origin, however often it is said.
    expect(support).toBe(1);
  });
});

describe('a relative date', () => {
  it('follows the date of its text, and stays where it was set by hand', async () => {
    const { app, source, ids } = await withTwoSeries();
    const period = async () => (await app.ask('claims.get', { id: ids[3]! })).period;
    await app.ask('sources.update', { id: source, patch: { publishedOn: '2024-05' } });
    expect([await period(), (await app.ask('claims.get', { id: ids[3]! })).periodBasis]).toEqual(['2023', "'last year' in a text of 2024-05"]);
    await app.ask('history.undo', {});
    expect(await period()).toBe('2024');
    await app.ask('sources.update', { id: source, patch: { publishedOn: null } });
    expect(await period()).toBeNull();
    await app.ask('sources.update', { id: source, patch: { publishedOn: '2022' } });
    expect(await period()).toBe('2021');
    await app.ask('claims.setCells', { cells: [{ id: ids[3]!, field: 'period', value: '2020' }] });
    await app.ask('sources.update', { id: source, patch: { publishedOn: '2025' } });
    expect(await period()).toBe('2020');
  });
});
