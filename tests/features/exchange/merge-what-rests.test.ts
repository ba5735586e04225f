// What was said of claims that are removed, by hand or by a merge; sources in a circle; and what a merge says to look at next.
import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import { type Copies, startCopies } from '../../helpers/copies.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const a = 'A. Placeholder';
const b = 'B. Placeholder';
const counts = ['1.06m cars', '1.10m cars'];

/** Two rival figures of one observation, a verdict on it, and a matrix in which both are marked. */
async function weigh(app: App): Promise<readonly string[]> {
  const source = await pasteSource(app);
  const { claims } = await app.ask('claims.capture', { claims: counts.map((exact) => figure(source, exact, { measure: 'sales' })) });
  const ids = claims.map(({ id }) => id);
  const [observation] = (await app.ask('ledger.list', {})).observations;
  await app.ask('ledger.decide', { observationId: observation!.id, claimId: ids[0]!, reading: null, own: null, reason: 'The registry counts.' });
  const matrix = await app.ask('conflicts.startMatrix', { question: 'How many?', hypotheses: ['fewer', 'more'], claimIds: ids });
  for (const claimId of ids)
    await app.ask('conflicts.mark', { matrixId: matrix.id, hypothesisId: matrix.hypotheses[0]!.id, claimId, consistency: 'C' });
  return ids;
}

/** How many records of a table the workbook holds. */
async function linesOf(app: App, table: string): Promise<readonly string[]> {
  return (await app.ask('exchange.text', {})).lines.filter((line) => line.startsWith(`${table} `));
}

const ofTable = async (app: App, table: string) => new Set((await linesOf(app, table)).map((line) => line.split(' ')[1]!)).size;
const verdictIn = async (copies: Copies, name: string) => copies.work(name, a, (app) => ofTable(app, 'verdict'));

describe('a claim that is removed', () => {
  it('takes its marks and entries along, and its verdict once nothing that was weighed is left; one undo brings all back', async () => {
    const { app } = await newWorkbook();
    const ids = await weigh(app);
    const before = (await app.ask('exchange.text', {})).lines;
    await app.ask('claims.remove', { ids: [ids[0]!] });
    expect([await ofTable(app, 'mark'), await ofTable(app, 'verdict')]).toEqual([1, 1]);
    expect(await linesOf(app, 'matrix')).toContainEqual(expect.stringContaining(`claims ["${ids[1]}"]`));
    await app.ask('claims.remove', { ids: [ids[1]!] });
    expect([await ofTable(app, 'mark'), await ofTable(app, 'verdict')]).toEqual([0, 0]);
    await app.ask('history.undo', {});
    await app.ask('history.undo', {});
    expect((await app.ask('exchange.text', {})).lines).toEqual(before);
  });

  it('by a merge takes the same along on both sides, in the one edit of the merge', async () => {
    const copies = startCopies();
    const ids = await copies.work('mine', a, weigh);
    copies.copy('mine', 'theirs');
    copies.copy('mine', 'before');
    await copies.work('theirs', b, (app) => app.ask('claims.remove', { ids: [...ids] }));
    expect(await copies.merge('mine', 'theirs')).toMatchObject({ ok: true, value: { conflicts: [] } });
    expect(await verdictIn(copies, 'mine')).toBe(0);
    expect(await copies.compare('mine', 'theirs')).toEqual({ onlyA: [], onlyB: [], changed: [] });
    await copies.work('mine', a, (app) => app.ask('history.undo', {}));
    expect(await copies.compare('mine', 'before')).toEqual({ onlyA: [], onlyB: [], changed: [] });
  });

  it('although the other copy marked it since, goes with that mark where the answer says so, from both sides', async () => {
    const copies = startCopies();
    const ids = await copies.work('mine', a, weigh);
    copies.copy('mine', 'theirs');
    await copies.work('mine', a, (app) => app.ask('claims.remove', { ids: [ids[1]!] }));
    await copies.work('theirs', b, async (app) => {
      const [matrix] = (await app.ask('conflicts.matrices', {})).matrices;
      const { hypotheses } = await app.ask('conflicts.matrix', { id: matrix!.id });
      await app.ask('conflicts.mark', { matrixId: matrix!.id, hypothesisId: hypotheses[1]!.id, claimId: ids[1]!, consistency: 'I' });
    });
    copies.copy('theirs', 'other');
    const { conflicts } = await copies.preview('mine', 'theirs');
    expect(conflicts).toMatchObject([{ kind: 'deleted-cited', record: ids[1] }]);
    expect(await copies.merge('theirs', 'mine', [{ record: ids[1]!, take: 'theirs' }])).toMatchObject({ ok: true });
    expect(await copies.merge('mine', 'other', [{ record: ids[1]!, take: 'mine' }])).toMatchObject({ ok: true });
    expect(await copies.compare('mine', 'theirs')).toEqual({ onlyA: [], onlyB: [], changed: [] });
    expect(await copies.work('mine', a, (app) => ofTable(app, 'mark'))).toBe(1);
  });
});

describe('sources that two copies call copies of each other', () => {
  it('are asked about, and the answer leaves no circle', async () => {
    const copies = startCopies();
    const [first, second] = await copies.work('mine', a, async (app) => [
      await pasteSource(app),
      await pasteSource(app, 'Stocks fell to 300 thousand cars.', { title: 'Stocks' }),
    ]);
    copies.copy('mine', 'theirs');
    await copies.work('mine', a, (app) => app.ask('sources.update', { id: second!, patch: { copyOf: first! } }));
    await copies.work('theirs', b, (app) => app.ask('sources.update', { id: first!, patch: { copyOf: second! } }));
    copies.copy('mine', 'other');
    const { conflicts } = await copies.preview('mine', 'theirs');
    expect(conflicts).toMatchObject([{ kind: 'copies-in-a-circle', record: [first, second].toSorted()[0], answers: ['mine', 'theirs'] }]);
    expect(await copies.merge('mine', 'theirs', [{ record: '*', take: 'theirs' }])).toMatchObject({ ok: true });
    expect(await copies.merge('theirs', 'other', [{ record: '*', take: 'mine' }])).toMatchObject({ ok: true });
    expect(await copies.compare('mine', 'theirs')).toEqual({ onlyA: [], onlyB: [], changed: [] });
    const told = await copies.work('mine', a, async (app) =>
      Promise.all([first!, second!].map(async (id) => (await app.ask('sources.get', { id })).copyOf)),
    );
    expect(told).toEqual([second, null]);
  });
});

describe('what to look at after a merge', () => {
  it('names verdicts that became stale', async () => {
    const copies = startCopies();
    const ids = await copies.work('mine', a, weigh);
    copies.copy('mine', 'theirs');
    await copies.work('theirs', b, (app) => app.ask('claims.setCells', { cells: [{ id: ids[0]!, field: 'value', value: '1.2m' }] }));
    expect(await copies.merge('mine', 'theirs')).toMatchObject({
      ok: true,
      value: { after: [{ kind: 'stale-verdict', words: { key: 'merge:after.stale-verdict' } }] },
    });
  });

  it('names a series that one renamed while the other captured under its old name', async () => {
    const copies = startCopies();
    const source = await copies.work('mine', a, async (app) => {
      const id = await pasteSource(app);
      await app.ask('claims.capture', { claims: [figure(id, '1.06m cars', { measure: 'sales' })] });
      return id;
    });
    copies.copy('mine', 'theirs');
    await copies.work('mine', a, async (app) => {
      const [series] = (await app.ask('ledger.series', {})).series;
      await app.ask('ledger.renameSeries', { seriesId: series!.id, to: { measure: 'cars_sold' } });
    });
    await copies.work('theirs', b, (app) =>
      app.ask('claims.capture', { claims: [figure(source, '1.10m cars', { measure: 'sales', period: '2024' })] }),
    );
    const parted = [{ kind: 'series-parted', words: { params: { count: 1 } } }];
    expect(await copies.preview('mine', 'theirs')).toMatchObject({ conflicts: [], after: parted });
    expect(await copies.preview('theirs', 'mine')).toMatchObject({ conflicts: [], after: parted });
  });
});
