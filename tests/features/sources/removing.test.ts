import { describe, expect, it } from 'vitest';
import { figure, pasteSource, workbookWithRivals } from '../../helpers/workbook.ts';

/** Two rivals of one source and a third from another, a verdict over all three, and a note on words that nobody captured. */
async function decided() {
  const { app, source, ids } = await workbookWithRivals();
  const other = await pasteSource(app, 'A third agency counts 1.20m cars in 2023.', { title: 'Second digest' });
  const third = figure(other, '1.20m cars', {
    measure: 'sales',
    subject: 'Cars',
    value: { low: '1.20', high: '1.20', qualifier: 'exact' },
    unit: 'UNITS',
    multiplier: 6,
    saidBy: ['Agency C'],
  });
  const { claims } = await app.ask('claims.capture', { claims: [third] });
  await app.ask('passages.mark', { sourceId: source, start: 0, end: 9, patch: { comment: 'to look at' } });
  const { observationId } = await app.ask('claims.get', { id: ids[0]! });
  await app.ask('ledger.decide', { observationId: observationId!, claimId: claims[0]!.id, reason: 'It counts all dealers.' });
  const state = async () => (await app.ask('claims.get', { id: claims[0]!.id })).state;
  const counts = async () => {
    const { sources, passages, claims: all } = await app.ask('workbook.info', {});
    return { sources, passages, figures: all.figure };
  };
  return { app, source, other, ids, state, counts };
}

describe('removing a source', () => {
  it('is told before: what goes with it, and which decisions rest on that', async () => {
    const { app, source, other } = await decided();
    expect(await app.ask('sources.removal', { ids: [source] })).toEqual({ sources: 1, claims: 2, passages: 3, verdicts: 1, decisions: 0 });
    expect(await app.ask('sources.removal', { ids: [source, other] })).toMatchObject({ sources: 2, claims: 3, passages: 4, verdicts: 1 });
  });

  it('is refused while it carries claims that nobody spoke of', async () => {
    const { app, source, counts } = await decided();
    await expect(app.ask('sources.remove', { ids: [source] })).rejects.toMatchObject({ code: 'conflict', details: { count: 2 } });
    expect(await counts()).toEqual({ sources: 2, passages: 4, figures: 3 });
  });

  it('takes its claims and passages with it in one edit, and leaves a verdict on them stale', async () => {
    const { app, source, state, counts } = await decided();
    expect(await state()).toBe('decided');
    expect(await app.ask('sources.remove', { ids: [source], withClaims: true })).toEqual({ removed: 1, claims: 2 });
    expect(await counts()).toEqual({ sources: 1, passages: 1, figures: 1 });
    expect(await state()).toBe('stale');
    await app.ask('history.undo', {});
    expect(await counts()).toEqual({ sources: 2, passages: 4, figures: 3 });
    expect(await state()).toBe('decided');
  });
});
