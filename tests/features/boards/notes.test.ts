import { describe, expect, it } from 'vitest';
import { marketWorkbook } from './market.ts';

const board = { record: 'board', name: 'Board' } as const;

async function withNote() {
  const made = await marketWorkbook();
  const { describe: write, panel, ids } = made;
  await write(board, panel());
  const { records } = await write({ record: 'note', on: { claim: ids[4]! }, text: 'No origin named.' });
  const id = records[0]!.id;
  const note = async () => (await made.drawn()).notes.find((one) => one.id === id)!;
  return { ...made, id, note };
}

describe('a note', () => {
  it('stands on the figure that it is on, and goes along when that changes', async () => {
    const { app, note, ids, describe: write } = await withNote();
    expect(await note()).toMatchObject({ state: 'here', at: { from: '2024-01-01', to: '2025-01-01', low: '60' }, was: null });
    await app.ask('claims.setCells', { cells: [{ id: ids[4]!, field: 'period', value: '2020' }] });
    expect(await note()).toMatchObject({ state: 'moved', at: { from: '2020-01-01' }, was: { from: '2024-01-01' }, is: { from: '2020-01-01' } });
    await write({ record: 'note', on: { claim: ids[4]! }, text: 'No origin named.' });
    expect(await note()).toMatchObject({ state: 'here', at: { from: '2020-01-01' } });
  });

  it('is set aside with its figure, and lost without it, until an undo', async () => {
    const { app, id, note, ids } = await withNote();
    const { observations } = await app.ask('ledger.list', {});
    const ofRivals = observations.find(({ claims }) => claims.includes(ids[1]!))!;
    await app.ask('policy.describe', { records: [{ record: 'note', on: { claim: ids[1]! }, text: 'Rounded.' }] });
    await app.ask('ledger.decide', { observationId: ofRivals.id, claimId: ids[2]!, reason: 'nearer' });
    const states = async () => (await app.ask('boards.notes', {})).notes.map(({ text, state }) => [text, state]);
    expect(await states()).toEqual([
      ['No origin named.', 'here'],
      ['Rounded.', 'aside'],
    ]);
    await app.ask('claims.remove', { ids: [ids[4]!] });
    expect((await app.ask('boards.notes', {})).notes.find((one) => one.id === id)).toMatchObject({ state: 'lost', was: { low: '60' } });
    await app.ask('history.undo', {});
    expect(await note()).toMatchObject({ state: 'here' });
  });

  it('on a day of one’s own is moved; a date of a source is not', async () => {
    const { app, describe: write, drawn, ids } = await withNote();
    const { records } = await write({ record: 'note', on: { when: '2024-02' }, text: 'Talks.', lane: 'Fee' });
    const id = records[0]!.id;
    await app.ask('charts.move', { id, to: '2024-04' });
    const { lanes } = await app.ask('timeline.lanes', {});
    const marks = lanes.find(({ name }) => name === 'Fee')!.marks.filter(({ shape }) => shape === 'note');
    expect(marks).toMatchObject([{ id, own: true, from: { earliest: '2024-04-01', latest: '2024-04-30' }, claims: [] }]);
    for (const other of [ids[10]!, (await drawn()).notes[0]!.id])
      expect(await app.call('charts.move', { id: other, to: '2024-04' })).toMatchObject({ error: { code: 'not-own' } });
    expect(await app.call('charts.move', { id, to: 'soon' })).toMatchObject({ error: { code: 'invalid-input' } });
  });

  it('that is bound to one panel does not stand in another', async () => {
    const { describe: write, panel, drawn, ids } = await withNote();
    await write(panel({ name: 'Again' }), { record: 'note', on: { claim: ids[0]! }, text: 'Only here.', panel: 'Board/Again' });
    const texts = async (name: string) => (await drawn(name)).notes.map(({ text, state }) => `${text} ${state}`).toSorted();
    expect(await texts('Share')).toEqual(['No origin named. here']);
    expect(await texts('Again')).toEqual(['No origin named. here', 'Only here. here']);
  });
});
