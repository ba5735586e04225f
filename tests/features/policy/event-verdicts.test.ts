// Verdicts on events: rival dates of one beginning, as analysts decide them.
import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import type { ClaimInput } from '../../../shared/features/claims/model.ts';
import { newWorkbook } from '../../helpers/workbook.ts';

const text = 'Notes on the tolls of the Orla bridge.';

interface Bridge {
  readonly app: App;
  id(ref: string): string;
  capture(line: Record<string, unknown>): Promise<string>;
}

/** Two papers date the same toll apart. */
async function bridge(): Promise<Bridge> {
  const { app } = await newWorkbook();
  const ids = new Map<string, string>();
  const sources = new Map<string, string>();
  async function capture({ ref, source = 'Gazette', ...line }: Record<string, unknown>): Promise<string> {
    const title = String(source);
    if (!sources.has(title)) {
      const { id } = await app.ask('sources.paste', { text: `${title}. ${text}`, meta: { title, publishedOn: '2025-02-01', grade: 'B' } });
      sources.set(title, id);
    }
    const claim = {
      subject: 'Bridge toll',
      ...(line.kind === undefined ? { kind: 'event', subjectType: 'instrument', stage: 'in_force' } : {}),
      passage: { source: sources.get(title), exact: text },
      ...line,
    } as unknown as ClaimInput;
    const { claims } = await app.ask('claims.capture', { claims: [claim] });
    ids.set(String(ref), claims[0]!.id);
    return claims[0]!.id;
  }
  await capture({ ref: 'march', when: '2020-03-01' });
  await capture({ ref: 'june', source: 'Herald', when: '2020-06-01' });
  return { app, id: (ref) => ids.get(ref)!, capture };
}

const cycle = (app: App) => app.ask('policy.lifecycle', { name: 'Bridge toll' });
const firstDay = async (app: App) => (await cycle(app)).intervals[0]!.from;
const on = (day: string) => ({ earliest: day, latest: day });

describe('a verdict on an event', () => {
  it('follows one of the claims, and the other date is gone until the verdict is taken back', async () => {
    const { app, id } = await bridge();
    const [problem] = (await cycle(app)).problems;
    expect([problem?.kind, [...problem!.claims].sort()]).toEqual(['dates', [id('march'), id('june')].sort()]);
    const verdict = await app.ask('policy.decide', { claims: problem!.claims, claimId: id('june'), reason: 'the order says so' });
    expect((await cycle(app)).problems).toEqual([]);
    expect(await firstDay(app)).toEqual(on('2020-06-01'));
    expect((await app.ask('policy.inforce', { name: 'Bridge toll', on: '2020-04-01' }))[0]).toMatchObject({ answer: 'no' });
    expect((await cycle(app)).verdicts).toMatchObject([{ claimId: id('june'), reason: 'the order says so', isStale: false }]);
    await app.ask('policy.reopen', { id: verdict.id });
    expect((await cycle(app)).problems).toHaveLength(1);
  });

  it('may give a date of one’s own, and keeps all the claims behind it', async () => {
    const { app, id } = await bridge();
    await app.ask('policy.decide', { claims: [id('march'), id('june')], own: '2020-04', reason: 'the first ticket' });
    expect(await firstDay(app)).toEqual({ earliest: '2020-04-01', latest: '2020-04-30' });
    expect([...(await cycle(app)).intervals[0]!.claims].sort()).toEqual([id('march'), id('june')].sort());
  });

  it('may say that it cannot be decided yet: the dates stay apart', async () => {
    const { app, id } = await bridge();
    await app.ask('policy.decide', { claims: [id('march'), id('june')], reason: 'no text of the order at hand' });
    expect((await cycle(app)).problems).toHaveLength(1);
    expect((await cycle(app)).verdicts).toMatchObject([{ claimId: null, own: null, isStale: false }]);
  });

  it('is stale once a claim beneath it says something else, is deprecated or joins, and then decides nothing', async () => {
    for (const change of ['says', 'deprecated', 'joins'] as const) {
      const { app, id, capture } = await bridge();
      await app.ask('policy.decide', { claims: [id('march'), id('june')], claimId: id('june'), reason: 'the order says so' });
      if (change === 'says') await app.ask('claims.setCells', { cells: [{ id: id('march'), field: 'period', value: '2020-02-01' }] });
      if (change === 'deprecated') await app.ask('claims.grade', { ids: [id('june')], rank: 'deprecated' });
      if (change === 'joins') await capture({ ref: 'may', source: 'Mirror', when: '2020-05-01' });
      const { verdicts } = await cycle(app);
      expect([change, verdicts[0]!.isStale, verdicts[0]!.staleBecause.length > 0]).toEqual([change, true, true]);
      expect((await firstDay(app)).earliest, change).not.toBe('2020-06-01');
    }
  });

  it('is undone and redone in one step, and another one on the same events takes its place', async () => {
    const { app, id } = await bridge();
    await app.ask('policy.decide', { claims: [id('march'), id('june')], claimId: id('june'), reason: 'first thought' });
    await app.ask('policy.decide', { claims: [id('june'), id('march')], claimId: id('march'), reason: 'second thought' });
    expect(await firstDay(app)).toEqual(on('2020-03-01'));
    expect((await cycle(app)).verdicts).toHaveLength(1);
    await app.ask('history.undo', {});
    expect(await firstDay(app)).toEqual(on('2020-06-01'));
    await app.ask('history.redo', {});
    expect(await firstDay(app)).toEqual(on('2020-03-01'));
  });

  it('goes with the claim that it follows', async () => {
    const { app, id } = await bridge();
    await app.ask('policy.decide', { claims: [id('march'), id('june')], claimId: id('june'), reason: 'the order says so' });
    await app.ask('claims.remove', { ids: [id('june')] });
    expect(await cycle(app)).toMatchObject({ verdicts: [], problems: [] });
  });

  it('is refused without ground', async () => {
    const { app, id, capture } = await bridge();
    const other = await capture({ ref: 'ferry', subject: 'Ferry', when: '2020' });
    const figure = await capture({ ref: 'toll', kind: 'figure', measure: 'toll', value: { low: '2', high: '2', qualifier: 'exact' } });
    const refused = (input: object) => expect(app.ask('policy.decide', { reason: 'so it is', ...input } as never)).rejects;
    await refused({ claims: [id('march'), other] }).toMatchObject({ code: 'invalid-input', key: 'policy.severalThings' });
    await refused({ claims: [id('march')], claimId: id('june') }).toMatchObject({ code: 'invalid-input', key: 'policy.otherClaim' });
    await refused({ claims: [id('march')], claimId: id('march'), own: '2020' }).toMatchObject({ code: 'invalid-input', key: 'policy.claimOrOwn' });
    await refused({ claims: [figure] }).toMatchObject({ code: 'invalid-input', key: 'policy.noEvent' });
    await refused({ claims: [id('march')], own: 'some day' }).toMatchObject({ code: 'invalid-input' });
    expect((await cycle(app)).verdicts).toEqual([]);
  });
});
