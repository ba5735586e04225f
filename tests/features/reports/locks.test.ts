import { describe, expect, it } from 'vitest';
import type { ClaimInput } from '../../../shared/features/claims/model.ts';
import { barrels, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const text =
  'The harbour counted 120,000 barrels in 2023. The guild counted 104,000 barrels in 2023. The works pressed 31,000 barrels, of a plan of 50,000.';

async function withReport() {
  const { app } = await newWorkbook();
  const source = await pasteSource(app, text, { title: 'Digest', publishedOn: '2024-02-10' });
  const count = (exact: string, low: string, fields: object = {}) => barrels(source, exact, low, fields);
  const capture = async (...claims: ClaimInput[]) => (await app.ask('claims.capture', { claims })).claims.map(({ id }) => id);
  const [harbour = '', works = '', plan = ''] = await capture(
    count('120,000 barrels in 2023', '120000'),
    count('31,000 barrels', '31000', { measure: 'output' }),
    count('a plan of 50,000', '50000', { measure: 'planned_output' }),
  );
  const write = (markdown: string) => app.ask('reports.write', { report: 'Note', markdown });
  const locks = async () => (await app.ask('reports.get', { report: 'Note' })).locks;
  const rival = () => capture(count('104,000 barrels in 2023', '104000'));
  return { app, harbour, works, plan, write, locks, rival };
}

describe('a lock', () => {
  it('prints the value as it is, and holds while its ground does', async () => {
    const { harbour, write } = await withReport();
    const { locks, coverage } = await write(`Sales were [](lock:obs/${harbour}?unit=off) barrels.`);
    expect(locks).toMatchObject([{ printed: '120,000', state: 'sound', settled: true, note: 1 }]);
    expect(coverage).toMatchObject({ locked: 1, typed: 0, unsettled: 0 });
  });

  it('is undecided by a rival, stale once the rival is adopted, and sound again once all of it is taken back', async () => {
    const { app, harbour, write, locks, rival } = await withReport();
    await write(`[](lock:obs/${harbour}) and [](lock:claim/${harbour})`);
    const [other = ''] = await rival();
    expect((await locks()).map(({ state }) => state)).toEqual(['undecided', 'sound']);
    const observation = (await app.ask('ledger.list', {})).observations.find(({ claims }) => claims.includes(harbour))!;
    await app.ask('ledger.decide', { observationId: observation.id, claimId: other, reason: 'nearer', reading: null, own: null });
    expect((await locks())[0]).toMatchObject({ state: 'stale', printed: '120,000\u00a0units', now: { low: '104000' } });
    await app.ask('history.undo', {});
    await app.ask('history.undo', {});
    expect((await locks()).map(({ state }) => state)).toEqual(['sound', 'sound']);
  });

  it('is settled by the new value, or by a reason until something changes again', async () => {
    const { app, harbour, write, locks } = await withReport();
    const before = await write(`[](lock:claim/${harbour}?unit=off)`);
    const set = (value: string) => app.ask('claims.setCells', { cells: [{ id: harbour, field: 'value', value }] });
    await set('121000');
    await app.ask('reports.keep', { report: 'Note', lock: before.locks[0]!.id, why: 'in print' });
    expect((await locks())[0]).toMatchObject({ printed: '120,000', settled: true, states: ['differs', 'stale'] });
    await set('122000');
    expect((await locks())[0]).toMatchObject({ settled: false });
    await app.ask('reports.take', { report: 'Note', lock: before.locks[0]!.id });
    expect((await locks())[0]).toMatchObject({ printed: '122,000', states: ['differs'] });
  });

  it('computes over others and is as sound as the worst of them', async () => {
    const { app, works, plan, write, locks } = await withReport();
    await write(`[](lock:formula/share({claim/${works}},{claim/${plan}}))`);
    expect((await locks())[0]).toMatchObject({ printed: '62\u00a0%', state: 'sound' });
    await app.ask('claims.remove', { ids: [plan] });
    expect((await locks())[0]).toMatchObject({ state: 'gone', now: null });
  });

  it('keeps its identity through Markdown, and is a second one where it is met twice', async () => {
    const { harbour, write } = await withReport();
    const { markdown, locks } = await write(`Sales: [](lock:obs/${harbour}).`);
    const again = await write(`${markdown}\n${markdown}`);
    expect(again.locks.map(({ id }) => id)[0]).toBe(locks[0]!.id);
    expect(new Set(again.locks.map(({ id }) => id)).size).toBe(2);
  });

  it.each([
    ['an unknown kind', '[](lock:wish/x)', 'invalid-input'],
    ['an unknown claim', '[](lock:claim/nothing-here)', 'not-found'],
    ['a formula on itself', '[](lock:formula/{a}+1#a)', 'circle'],
  ])('refuses %s and writes nothing', async (_, markdown, code) => {
    const { app } = await withReport();
    expect(await app.call('reports.write', { report: 'Note', markdown })).toMatchObject({ ok: false, error: { code } });
    expect((await app.ask('reports.list', {})).reports).toEqual([]);
  });
});

describe('an export', () => {
  it('is refused while a number is typed by hand, and says why it goes out all the same', async () => {
    const { app, write } = await withReport();
    await write('Sales fell by 12.5% this winter.');
    expect(await app.call('reports.export', { report: 'Note', format: 'md' })).toMatchObject({ ok: false, error: { code: 'unsettled' } });
    for (const format of ['md', 'html', 'docx'] as const)
      expect((await app.ask('reports.export', { report: 'Note', format, why: 'a draft' })).bytes).toBeGreaterThan(100);
  });
});
