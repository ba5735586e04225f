// What the sources of a workbook had said by a day. The clock of these tests stands at 1 January 2026: then all sources are added.
import { describe, expect, it } from 'vitest';
import { barrels, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const bulletin = 'The harbour counted 120,000 barrels in 2023. It expects 90,000 barrels in 2025.';
const yearbook = 'The guild counted 104,000 barrels in 2023.';
const leaflet = 'Over 130,000 barrels were sold in 2023.';

/** A dated source, a later one that contradicts it, and one without a date. */
async function withSources() {
  const { app } = await newWorkbook();
  const count = (source: string, exact: string, low: string, fields: object = {}) => barrels(source, exact, low, { original: exact, ...fields });
  const early = await pasteSource(app, bulletin, { title: 'Bulletin', publishedOn: '2024-02-10' });
  const late = await pasteSource(app, yearbook, { title: 'Yearbook', publishedOn: '2024-06-01' });
  const undated = await pasteSource(app, leaflet, { title: 'Leaflet' });
  const { claims } = await app.ask('claims.capture', {
    claims: [
      count(early, '120,000 barrels', '120000'),
      count(late, '104,000 barrels', '104000'),
      count(undated, '130,000 barrels', '130000'),
      count(early, '90,000 barrels', '90000', { period: '2025', status: 'forecast' }),
    ],
  });
  const [harbour = '', guild = '', poster = '', forecast = ''] = claims.map(({ id }) => id);
  const said = async (knownOn: string) =>
    Object.fromEntries((await app.ask('claims.list', {}, { knownOn })).claims.map(({ id, known, why }) => [id, why ?? known]));
  const sales = async (knownOn: string) =>
    (await app.ask('ledger.asSaid', {}, { knownOn })).observations.find(({ period, series }) => period === '2023' && series.measure === 'sales');
  return { app, count, early, late, undated, harbour, guild, poster, forecast, said, sales };
}

describe('what was known on a day', () => {
  it('is what a dated source had published; an undated one is unsure until the day it was added', async () => {
    const { harbour, guild, poster, forecast, said } = await withSources();
    expect(await said('2024-02-09')).toEqual({ [poster]: 'undated' });
    expect(await said('2024-02-10')).toEqual({ [harbour]: 'yes', [forecast]: 'yes', [poster]: 'undated' });
    expect(await said('2025-12-31')).toEqual({ [harbour]: 'yes', [guild]: 'yes', [forecast]: 'yes', [poster]: 'undated' });
    expect(await said('2026-01-01')).toEqual({ [harbour]: 'yes', [guild]: 'yes', [forecast]: 'yes', [poster]: 'yes' });
  });

  it('holds no actual before its period begins, also of an undated source', async () => {
    const { said } = await withSources();
    expect(await said('2022-12-31')).toEqual({});
  });

  it('has rivals as they came; the undated stands beside and disputes nothing', async () => {
    const { harbour, guild, poster, sales } = await withSources();
    const unsure = [{ claim: poster, why: 'undated' }];
    expect(await sales('2024-01-01')).toMatchObject({ state: 'unsure', low: null, claims: [], unsure });
    expect(await sales('2024-05-31')).toMatchObject({ state: 'single', low: '120000', claims: [harbour], unsure });
    expect(await sales('2024-06-01')).toMatchObject({ state: 'disputed', low: '104000', claims: [harbour, guild], unsure });
  });

  it('is decided by no verdict that was given later', async () => {
    const { app, guild, sales } = await withSources();
    const { id } = (await sales('2024-06-01'))!;
    await app.ask('ledger.decide', { observationId: id, claimId: guild, reason: 'nearer', reading: null, own: null });
    expect(await sales('2025-12-31')).toMatchObject({ state: 'disputed', verdict: null, later: true });
    expect(await sales('2026-01-01')).toMatchObject({ state: 'decided', low: '104000', later: false });
  });

  it('has a newer text from the date of its own, and words that it keeps from the first', async () => {
    const { app, count, early, harbour, forecast, poster, said } = await withSources();
    const text = 'The harbour counted 125,000 barrels in 2023. It expects 90,000 barrels in 2025.';
    await app.ask('sources.replace', { id: early, text, date: '2024-11-05' });
    const { claims } = await app.ask('claims.capture', { claims: [count(early, '125,000 barrels', '125000')] });
    const corrected = claims[0]!.id;
    expect(await said('2024-02-10')).toEqual({ [harbour]: 'yes', [forecast]: 'yes', [poster]: 'undated' });
    expect(await said('2024-11-05')).toMatchObject({ [harbour]: 'yes', [forecast]: 'yes', [corrected]: 'yes' });
  });
});

describe('one claim on a day', () => {
  it('is traced with whether it was known', async () => {
    const { app, harbour, poster } = await withSources();
    const traced = async (id: string) => (await app.ask('claims.trace', { id }, { knownOn: '2024-03-01' })).claim;
    expect(await traced(harbour)).toMatchObject({ known: 'yes', why: null });
    expect(await traced(poster)).toMatchObject({ known: 'unsure', why: 'undated' });
  });

  it('is not there while no source had said it', async () => {
    const { app, guild } = await withSources();
    for (const call of ['claims.trace', 'claims.get'] as const)
      await expect(app.ask(call, { id: guild }, { knownOn: '2024-05-31' })).rejects.toMatchObject({ code: 'not-found' });
    expect((await app.ask('claims.trace', { id: guild }, { knownOn: '2024-06-01' })).claim).toMatchObject({ known: 'yes' });
  });

  it('stands under its source only once that may have said it', async () => {
    const { app, late, undated, guild, poster } = await withSources();
    const under = async (sourceId: string, knownOn: string) => (await app.ask('claims.ofSource', { sourceId }, { knownOn })).rows.map(({ id }) => id);
    expect(await under(late, '2024-05-31')).toEqual([]);
    expect(await under(late, '2024-06-01')).toEqual([guild]);
    expect(await under(undated, '2024-05-31')).toEqual([poster]);
  });
});

describe('a search on a day', () => {
  it('finds and counts what may have been said by then, and nothing else', async () => {
    const { app, early, late, undated, harbour, guild, poster, forecast } = await withSources();
    const found = async (knownOn: string) => {
      const { hits, total, counts } = await app.ask('search.find', { query: 'barrels', where: ['claim', 'source'] }, { knownOn });
      expect(total).toBe(hits.length);
      expect(counts.claim).toBe(hits.filter(({ where }) => where === 'claim').length);
      return hits.map(({ id }) => id).toSorted();
    };
    expect(await found('2024-05-31')).toEqual([early, undated, harbour, poster, forecast].toSorted());
    expect(await found('2024-06-01')).toEqual([early, late, undated, harbour, guild, poster, forecast].toSorted());
  });

  it('leaves room for what was said where much was not', async () => {
    const { app, harbour } = await withSources();
    const { hits } = await app.ask('search.find', { query: 'barrels', where: ['claim'], limit: 1 }, { knownOn: '2024-02-10' });
    expect(hits.map(({ id }) => id)).toEqual([harbour]);
  });
});
