// A scale says that one stage must come first: a breach of it is a conflict like every other, and the same on the page.
import { describe, expect, it } from 'vitest';
import { newWorkbook } from '../../helpers/workbook.ts';

const permit = 'The permit for the wharf was granted on 3 May 2021.';
const survey = 'The wharf was surveyed on 10 June 2021.';

async function withWharf() {
  const { app } = await newWorkbook();
  const { id: source } = await app.ask('sources.paste', { text: `${permit}\n${survey}`, meta: { title: 'Harbour notes', publishedOn: '2022' } });
  await app.ask('policy.describe', {
    records: [
      {
        record: 'scale',
        code: 'permits',
        kind: 'stages',
        steps: [
          { code: 'surveyed', label: 'Surveyed', does: 'drafts', on: 'draft', after: null },
          { code: 'granted', label: 'Granted', does: 'opens', on: 'force', after: 'surveyed' },
        ],
      },
    ],
  });
  const event = (stage: string, when: string, exact: string) =>
    ({ kind: 'event', subject: 'Wharf', subjectType: 'project', stage, when, passage: { source, exact } }) as const;
  const { claims } = await app.ask('claims.capture', {
    claims: [event('granted', '2021-05-03', permit), event('surveyed', '2021-06-10', survey)],
  });
  return { app, ids: claims.map(({ id }) => id) };
}

describe('a stage before the one that must come first', () => {
  it('is a conflict of the kind order, in the words of the page', async () => {
    const { app, ids } = await withWharf();
    const { groups } = await app.ask('conflicts.list', { kind: 'order' });
    const { problems } = await app.ask('policy.project', { name: 'Wharf' });
    expect(groups.map(({ claims, why, state, tension }) => ({ claims: claims.toSorted(), why, state, tension }))).toEqual([
      { claims: ids.toSorted(), why: problems.find(({ kind }) => kind === 'order')!.why, state: 'open', tension: false },
    ]);
  });

  it('is decided, goes stale and is open again as every conflict', async () => {
    const { app, ids } = await withWharf();
    const [group] = (await app.ask('conflicts.list', { kind: 'order' })).groups;
    const decided = await app.ask('conflicts.decide', { id: group!.id, outcome: 'adopt', claimId: ids[0]!, reason: 'the permit is dated' });
    expect(decided).toMatchObject({ state: 'closed', decision: { reason: 'the permit is dated' } });
    await app.ask('claims.setCells', { cells: [{ id: ids[1]!, field: 'period', value: '2021-06-12' }], reason: 'read again' });
    expect((await app.ask('conflicts.list', { kind: 'order' })).groups).toMatchObject([{ state: 'stale' }]);
    await app.ask('conflicts.reopen', { id: group!.id });
    expect((await app.ask('conflicts.list', { kind: 'order' })).groups).toMatchObject([{ state: 'open', decision: null }]);
  });

  it('is gone with the scale, and where the date of the event is put right', async () => {
    const { app, ids } = await withWharf();
    await app.ask('claims.setCells', { cells: [{ id: ids[1]!, field: 'period', value: '2021-04-10' }], reason: 'a slip' });
    expect((await app.ask('conflicts.list', { kind: 'order' })).groups).toEqual([]);
    await app.ask('history.undo', {});
    expect((await app.ask('conflicts.list', { kind: 'order' })).groups).toHaveLength(1);
    const [scale] = (await app.ask('policy.described', {})).scales;
    await app.ask('policy.forget', { record: 'scale', id: scale!.id });
    expect((await app.ask('conflicts.list', { kind: 'order' })).groups).toEqual([]);
  });
});
