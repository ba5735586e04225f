// A part of a workbook for a colleague: what is in it and what is not, and how it comes back.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import type { Input } from '../../../shared/contract.ts';
import { runAssay } from '../../helpers/assay-command.ts';
import { type Copies, startCopies } from '../../helpers/copies.ts';
import { figure, pasteSource } from '../../helpers/workbook.ts';

const a = 'A. Placeholder';
const b = 'B. Placeholder';
const nothing = { onlyA: [], onlyB: [], changed: [] };

interface Made {
  readonly copies: Copies;
  readonly sales: string;
  readonly exports: string;
  readonly digest: string;
  readonly stocks: string;
}

/** Two series on two sources, with notes, a grade and a verdict; a claim that was removed and a note that was typed over. */
async function makeMine(): Promise<Made> {
  const copies = startCopies();
  const made = await copies.work('mine', a, async (app) => {
    const digest = await pasteSource(app);
    const stocks = await pasteSource(app, 'Stocks fell to 300 thousand cars. The canary sings.', { title: 'Stocks' });
    const { claims } = await app.ask('claims.capture', {
      claims: [
        figure(digest, '1.06m cars', { measure: 'sales', note: 'overwritten words' }),
        figure(digest, 'almost $4.6bn', { measure: 'exports', note: 'seen twice' }),
        figure(stocks, '300 thousand cars', { measure: 'stocks', note: 'hidden words' }),
      ],
    });
    const [sales, exports] = claims.map(({ id }) => id) as [string, string];
    await app.ask('claims.setCells', { cells: [{ id: sales, field: 'note', value: 'my private words' }] });
    await app.ask('sources.update', { id: digest, patch: { grade: 'C', gradeReason: 'tardy words' } });
    const { observations } = await app.ask('ledger.list', { series: 'sales' });
    await app.ask('ledger.decide', { observationId: observations[0]!.id, claimId: sales, reading: null, own: null, reason: 'Counted.' });
    return { sales, exports, digest, stocks };
  });
  return { copies, ...made };
}

const share = (copies: Copies, choice: Input<'exchange.share'>, as = 'part') => copies.share('mine', choice, as);

const note = (id: string, value: string) => (app: App) => app.ask('claims.setCells', { cells: [{ id, field: 'note', value }] });
const noteOf = (copies: Copies, name: string, id: string) => copies.work(name, a, async (app) => (await app.ask('claims.get', { id })).note);

describe('a part that is shared', () => {
  it('is all of the workbook where nothing was chosen, and says nothing new when it comes back', async () => {
    const { copies } = await makeMine();
    await share(copies, {});
    expect(await copies.compare('mine', 'part')).toEqual(nothing);
    expect(await copies.preview('mine', 'part')).toMatchObject({ already: true });
    const { ok, problems } = await copies.work('part', b, (app) => app.ask('workbook.verify', {}));
    expect([ok, problems]).toEqual([true, []]);
  });

  it('holds the chosen series with its sources, and no word of anything else', async () => {
    const { copies, sales, exports } = await makeMine();
    await share(copies, { series: ['sales'], without: ['notes', 'grades', 'verdicts'] });
    await copies.work('part', b, async (app) => {
      const { claims } = await app.ask('claims.list', {});
      expect(claims.map(({ id }) => id)).toEqual([sales]);
      expect((await app.ask('sources.window', { filter: [], count: 9 })).rows).toMatchObject([{ title: 'Market digest', grade: null }]);
      expect((await app.ask('ledger.list', {})).observations).toMatchObject([{ verdict: null }]);
    });
    const bytes = readFileSync(copies.path('part')).toString('latin1');
    for (const hidden of ['private words', 'overwritten words', 'seen twice', 'hidden words', 'canary', 'Counted.', 'tardy', exports])
      expect([hidden, bytes.includes(hidden)]).toEqual([hidden, false]);
  });

  it('tells beforehand what its receiver will see', async () => {
    const { copies } = await makeMine();
    const seen = await copies.work('mine', a, (app) => app.ask('exchange.sharePreview', { series: ['sales'] }));
    expect(seen).toEqual({
      sources: 1,
      claims: 1,
      passages: 1,
      verdicts: 1,
      notes: 1,
      grades: 1,
      people: [a],
      fileNames: 1,
      tables: [],
      leftOut: { sources: 1, claims: 2, verdicts: 0 },
    });
  });

  it('comes back through a merge: what was done there is taken, what was left out is not missed', async () => {
    const { copies, sales, exports, digest } = await makeMine();
    await share(copies, { series: ['sales'], without: ['notes', 'grades'] });
    await copies.work('part', b, async (app) => {
      await app.ask('claims.capture', { claims: [figure(digest, '1.10m cars', { measure: 'sales' })] });
      await app.ask('claims.setCells', { cells: [{ id: sales, field: 'hedge', value: 'attributed' }] });
    });
    copies.copy('mine', 'before');
    expect(await copies.preview('mine', 'part')).toMatchObject({ conflicts: [], open: [] });
    expect(await copies.merge('mine', 'part')).toMatchObject({ ok: true });
    const { onlyA, onlyB, changed } = await copies.compare('mine', 'before');
    expect([onlyA.map(({ table }) => table).toSorted(), onlyB, changed.map(({ field }) => field)]).toEqual([['claim', 'passage'], [], ['hedge']]);
    expect([await noteOf(copies, 'mine', sales), await noteOf(copies, 'mine', exports)]).toEqual(['my private words', 'seen twice']);
    expect(await copies.preview('mine', 'part')).toMatchObject({ already: true });
    expect((await copies.work('mine', a, (app) => app.ask('workbook.verify', {}))).problems).toEqual([]);
  });

  it('asks where a note was written that had been left out here', async () => {
    const { copies, sales } = await makeMine();
    await share(copies, { without: ['notes'] });
    await copies.work('part', b, note(sales, 'written there'));
    const { conflicts } = await copies.preview('mine', 'part');
    expect(conflicts).toMatchObject([{ record: sales, field: 'note', base: null, mine: 'my private words', theirs: 'written there' }]);
    expect(await copies.merge('mine', 'part', [{ record: '*', take: 'both' }])).toMatchObject({ ok: true });
    expect(await noteOf(copies, 'mine', sales)).toBe('my private words\n\nwritten there');
  });

  it('takes in what was done at home since', async () => {
    const { copies, sales } = await makeMine();
    await share(copies, { series: ['sales'] });
    await copies.work('mine', a, note(sales, 'newer'));
    expect(await copies.merge('part', 'mine')).toMatchObject({ ok: true });
    expect(await noteOf(copies, 'part', sales)).toBe('newer');
  });

  it('removes only what its receiver removed', async () => {
    const { copies, sales } = await makeMine();
    await share(copies, { series: ['sales'], without: ['verdicts'] });
    await copies.work('part', b, (app) => app.ask('claims.remove', { ids: [sales] }));
    expect(await copies.merge('mine', 'part')).toMatchObject({ ok: true, value: { conflicts: [] } });
    const left = await copies.work('mine', a, async (app) => (await app.ask('claims.list', {})).claims.map(({ measure }) => measure));
    expect(left).toEqual(['exports', 'stocks']);
  });

  it('is refused without a word written where a series or source is not there', async () => {
    const { copies } = await makeMine();
    const answers = await copies.work('mine', a, async (app) => [
      await app.call('exchange.share', { series: ['no such series'] }),
      await app.call('exchange.share', { sources: ['019a0000-0000-7000-8000-000000000000'] }),
    ]);
    expect(answers).toMatchObject([
      { ok: false, error: { code: 'not-found', key: 'ledger.unknownSeries' } },
      { ok: false, error: { code: 'not-found', key: 'sources.unknown' } },
    ]);
  });
});

describe('assay share', () => {
  it('makes a new file, never writes over one, and leaves nothing in temp', async () => {
    const { copies } = await makeMine();
    const out = join(copies.folder, 'for-b.assay');
    vi.stubEnv('TMPDIR', copies.folder);
    const where = { folder: copies.folder };
    const made = await runAssay(['share', copies.path('mine'), out, '--series', 'sales', '--json'], where);
    expect(JSON.parse(made.stdout)).toEqual({ path: out, sources: 1, claims: 1 });
    expect(await runAssay(['share', copies.path('mine'), out], where)).toMatchObject({ status: 1 });
    expect(await runAssay(['merge', copies.path('mine'), out, '--json'], where)).toMatchObject({ status: 0 });
    vi.unstubAllEnvs();
    expect(readdirSync(copies.folder).filter((name) => name.startsWith('.assay-'))).toEqual([]);
  });
});
