import { describe, expect, it } from 'vitest';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

async function started() {
  const workbook = await newWorkbook();
  const source = await pasteSource(workbook.app);
  const passages = async () => (await workbook.app.ask('passages.ofSource', { sourceId: source })).passages;
  return { ...workbook, source, passages };
}

describe('a mark', () => {
  it('keeps comment, tags, colour and motivation without a claim, and goes with undo', async () => {
    const { app, source, passages } = await started();
    const patch = { comment: '**why** so high?', tags: ['share'], colour: 'doubt' as const, motivation: 'questioning' as const };
    const { id } = await app.ask('passages.mark', { sourceId: source, start: 36, end: 44, patch });
    expect(await passages()).toMatchObject([{ id, exact: 'over 50%', claimIds: [], ...patch }]);
    await app.ask('passages.update', { id, patch: { tags: [] } });
    expect((await passages())[0]).toMatchObject({ ...patch, tags: [] });
    await app.ask('passages.unmark', { id });
    expect(await passages()).toEqual([]);
    await app.ask('history.undo', {});
    expect(await passages()).toHaveLength(1);
    await expect(app.ask('passages.mark', { sourceId: source, start: 5, end: 9999 })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is the passage of a claim captured from the same words, stays when the claim goes, and is not removed under a claim', async () => {
    const { app, source, passages } = await started();
    const { id } = await app.ask('passages.mark', { sourceId: source, start: 36, end: 44, patch: { comment: 'mine' } });
    const { claims } = await app.ask('claims.capture', { claims: [figure(source, 'over 50%'), figure(source, 'over 50%', { period: '2024' })] });
    expect(await passages()).toMatchObject([{ id, claimIds: claims.map((claim) => claim.id).toSorted() }]);
    await expect(app.ask('passages.unmark', { id })).rejects.toMatchObject({ code: 'conflict' });
    await app.ask('claims.remove', { ids: claims.map((claim) => claim.id) });
    expect(await passages()).toMatchObject([{ id, comment: 'mine', claimIds: [] }]);
  });
});

describe('a claim', () => {
  it('rests on several passages of its source, and lets go of one', async () => {
    const { app, source, passages } = await started();
    const { claims } = await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] });
    const id = claims[0]!.id;
    const claim = await app.ask('claims.addPassage', { id, passage: { source, exact: 'Chinese brands' } });
    expect(claim.passages.map((passage) => passage.exact)).toEqual(['over 50%', 'Chinese brands']);
    expect(await app.ask('claims.addPassage', { id, passage: { source, exact: 'Chinese brands' } })).toMatchObject({ contentKey: claim.contentKey });
    await app.ask('claims.dropPassage', { id, passageId: claim.passages[1]!.id });
    expect((await passages()).map((passage) => passage.exact)).toEqual(['over 50%']);
    const other = await pasteSource(app, 'Another text about homes.', { title: 'Other' });
    await expect(app.ask('claims.addPassage', { id, passage: { source: other, exact: 'homes' } })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('coverage', () => {
  it('counts over all sources what is found, captured and set aside', async () => {
    const { app, source } = await started();
    const before = await app.ask('passages.coverage', {});
    await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] });
    expect(await app.ask('passages.coverage', {})).toEqual({ ...before, captured: before.captured + 1 });
  });
});
