import { describe, expect, it } from 'vitest';
import { words } from '../../../electron/commands/words.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const text = 'АвтоВАЗ sold 1.06m cars in 2023. AvtoVAZ sold 1.10m cars in 2023. Moskvich sold 15,300 cars in 2023.';

async function withTwoSpellings() {
  const { app } = await newWorkbook();
  const source = await pasteSource(app, text, { title: 'Digest', publishedOn: '2024' });
  const sales = (exact: string, low: string, subject: string, saidBy: string) =>
    figure(source, exact, {
      measure: 'sales',
      subject,
      saidBy: [saidBy],
      value: { low, high: low, qualifier: 'exact' },
      unit: 'UNITS',
      multiplier: 6,
    });
  const { claims } = await app.ask('claims.capture', {
    claims: [
      sales('1.06m cars', '1.06', 'АвтоВАЗ', 'Agency A'),
      sales('1.10m cars', '1.10', 'AvtoVAZ', 'Agency B'),
      sales('15,300 cars', '0.0153', 'Moskvich', 'Agency A'),
    ],
  });
  return {
    app,
    ids: claims.map((claim) => claim.id),
    observations: async () => (await app.ask('ledger.list', {})).observations.map((one) => [one.series.subject, one.claims.length, one.state]),
    kinds: async () => (await app.ask('conflicts.list', {})).groups.map((group) => group.kind).sort(),
  };
}

const apart = [
  ['AvtoVAZ', 1, 'single'],
  ['Moskvich', 1, 'single'],
  ['АвтоВАЗ', 1, 'single'],
];

describe('a judgement on two names', () => {
  it('brings their series and rivals together without touching a claim, and one undo takes it all back', async () => {
    const { app, observations, kinds } = await withTwoSpellings();
    const before = await app.ask('claims.list', {});
    expect([await observations(), await kinds()]).toEqual([apart, ['identity']]);
    await app.ask('actors.judge', { one: 'AvtoVAZ', other: 'АвтоВАЗ', outcome: 'same', reason: 'one maker' });
    const together = [
      ['AvtoVAZ', 2, 'disputed'],
      ['Moskvich', 1, 'single'],
    ];
    expect([await observations(), await kinds()]).toEqual([together, ['value']]);
    expect((await app.ask('claims.list', {})).claims.map(({ subject, contentKey }) => [subject, contentKey])).toEqual(
      before.claims.map(({ subject, contentKey }) => [subject, contentKey]),
    );
    await app.ask('history.undo', {});
    expect([await observations(), await kinds()]).toEqual([apart, ['identity']]);
    await app.ask('history.redo', {});
    expect([await observations(), await kinds()]).toEqual([together, ['value']]);
  });

  it('takes the proposal away when they are not the same, and keeps it open while undecided', async () => {
    const { app, kinds } = await withTwoSpellings();
    const proposed = async () => (await app.ask('actors.proposals', {})).proposals.map((one) => [one.one, one.other, one.outcome]);
    expect(await proposed()).toEqual([['АвтоВАЗ', 'AvtoVAZ', null]]);
    await app.ask('actors.judge', { one: 'AvtoVAZ', other: 'АвтоВАЗ', outcome: 'undecided' });
    expect([await proposed(), await kinds()]).toEqual([[['АвтоВАЗ', 'AvtoVAZ', 'undecided']], ['identity']]);
    await app.ask('actors.judge', { one: 'АвтоВАЗ', other: 'AvtoVAZ', outcome: 'not_same' });
    expect([await proposed(), await kinds()]).toEqual([[], []]);
    expect((await app.ask('actors.judgements', {})).judgements).toHaveLength(1);
  });

  it('is refused where it contradicts another, and says which', async () => {
    const { app } = await withTwoSpellings();
    await app.ask('actors.judge', { one: 'AvtoVAZ', other: 'АвтоВАЗ', outcome: 'same' });
    await app.ask('actors.judge', { one: 'Moskvich', other: 'АвтоВАЗ', outcome: 'not_same' });
    expect(await app.call('actors.judge', { one: 'Moskvich', other: 'AvtoVAZ', outcome: 'same' })).toMatchObject({
      error: { code: 'conflict', key: 'actors.contradiction', details: { one: 'Moskvich', other: 'АвтоВАЗ' } },
    });
    expect((await app.ask('actors.judgements', {})).judgements).toHaveLength(2);
    expect(await app.call('actors.save', { name: 'AvtoVAZ', aliases: ['Moskvich'] })).toMatchObject({ error: { code: 'conflict' } });
  });

  it('leaves the verdict with the claim that it adopted, stale because a rival joined', async () => {
    const { app, ids } = await withTwoSpellings();
    const of = async (id: string) => (await app.ask('claims.get', { id })).observationId!;
    await app.ask('ledger.decide', { observationId: await of(ids[0]!), claimId: ids[0]!, reason: 'counted by hand' });
    await app.ask('actors.judge', { one: 'AvtoVAZ', other: 'АвтоВАЗ', outcome: 'same' });
    const { state, verdict } = await app.ask('ledger.observation', { id: await of(ids[0]!) });
    expect([state, verdict?.claimId, verdict?.staleBecause.map(words)]).toEqual(['stale', ids[0], ['1.10m\u00a0units was added']]);
    await app.ask('history.undo', {});
    expect((await app.ask('ledger.observation', { id: await of(ids[0]!) })).state).toBe('decided');
  });
});

describe('the description of an actor', () => {
  it('gives its names, kind, roles and relations, and every name counts its claims', async () => {
    const { app, observations } = await withTwoSpellings();
    const { id } = await app.ask('actors.save', {
      name: 'AvtoVAZ',
      kind: 'company',
      aliases: ['АвтоВАЗ', 'avtovaz'],
      relations: [{ kind: 'member_of', other: 'Association', period: '2009/..' }],
    });
    expect(await observations()).toEqual([['AvtoVAZ', 2, 'disputed'], apart[1]]);
    expect(await app.ask('actors.get', { name: 'автоваз' })).toMatchObject({
      name: 'AvtoVAZ',
      otherNames: ['АвтоВАЗ'],
      kind: 'company',
      claims: 2,
      uses: ['subject'],
      record: { aliases: ['АвтоВАЗ'], relations: [{ other: 'Association' }] },
    });
    const { actors } = await app.ask('actors.list', { typed: 'втоваз' });
    expect(actors.map((actor) => actor.name)).toEqual(['AvtoVAZ']);
    expect(await app.call('actors.save', { id, name: 'AvtoVAZ', roles: [{ role: 'Head', period: 'some day' }] })).toMatchObject({
      error: { code: 'invalid-input', key: 'actors.badPeriod', details: { field: 'roles', period: 'some day' } },
    });
    await app.ask('actors.remove', { id });
    expect(await observations()).toEqual(apart);
  });
});
