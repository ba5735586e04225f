import { describe, expect, it } from 'vitest';
import { workbookWithRivals } from '../../helpers/workbook.ts';

async function rivals() {
  const { app, ids } = await workbookWithRivals();
  const fields = async <F extends 'credibility' | 'rank' | 'tags'>(field: F) =>
    Promise.all(ids.map(async (id) => (await app.ask('claims.get', { id }))[field]));
  const lastEdit = async () => (await app.ask('history.list', {})).edits[0]!.label;
  return { app, ids, fields, lastEdit };
}

describe('many claims at once', () => {
  it('are graded in one edit, which one undo takes back and which says how many it changed', async () => {
    const { app, ids, fields, lastEdit } = await rivals();
    await app.ask('claims.grade', { ids: [ids[0]!], credibility: 2 });
    expect(await app.ask('claims.grade', { ids, credibility: 2 })).toEqual({ changed: 1 });
    expect(await lastEdit()).toEqual({ key: 'edits:gradeClaims', params: { count: 1, credibility: 2 } });
    expect(await app.ask('claims.grade', { ids, credibility: 4, rank: 'deprecated' })).toEqual({ changed: 2 });
    expect([await fields('credibility'), await fields('rank')]).toEqual([
      [4, 4],
      ['deprecated', 'deprecated'],
    ]);
    await app.ask('history.undo', {});
    expect([await fields('credibility'), await fields('rank')]).toEqual([
      [2, 2],
      ['normal', 'normal'],
    ]);
  });

  it('keep the tags that they have when others are added, and lose those that are taken', async () => {
    const { app, ids, fields, lastEdit } = await rivals();
    await app.ask('claims.tag', { ids: [ids[0]!], add: ['dealers', 'weak'] });
    await app.ask('claims.tag', { ids, add: ['seen'] });
    expect(await fields('tags')).toEqual([['dealers', 'weak', 'seen'], ['seen']]);
    expect(await lastEdit()).toEqual({ key: 'edits:tagClaims', params: { count: 2, tags: { list: ['seen'], most: 3 } } });
    await app.ask('claims.tag', { ids, drop: ['weak', 'seen'] });
    expect(await fields('tags')).toEqual([['dealers'], []]);
    await app.ask('history.undo', {});
    expect(await fields('tags')).toEqual([['dealers', 'weak', 'seen'], ['seen']]);
  });

  it('are all left as they were where one of them is not there, or there is nothing to do', async () => {
    const { app, ids, fields } = await rivals();
    const gone = '0198c0de-0000-7000-8000-000000000000';
    await expect(app.ask('claims.grade', { ids: [...ids, gone], credibility: 1 })).rejects.toMatchObject({ code: 'not-found' });
    await expect(app.ask('claims.tag', { ids: [...ids, gone], add: ['seen'] })).rejects.toMatchObject({ code: 'not-found' });
    await expect(app.ask('claims.grade', { ids })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(app.ask('claims.tag', { ids, add: [] })).rejects.toMatchObject({ code: 'invalid-input' });
    expect([await fields('credibility'), await fields('tags')]).toEqual([
      [6, 6],
      [[], []],
    ]);
  });

  it('are counted once, however often they are named', async () => {
    const { app, ids } = await rivals();
    expect(await app.ask('claims.remove', { ids: [ids[0]!, ids[0]!] })).toEqual({ removed: 1 });
  });
});
