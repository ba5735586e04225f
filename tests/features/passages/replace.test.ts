import { describe, expect, it } from 'vitest';
import { figure, handOver, marketText, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

async function captured(quotes: readonly string[]) {
  const workbook = await newWorkbook();
  const source = await pasteSource(workbook.app);
  for (const exact of quotes) await workbook.app.ask('claims.capture', { claims: [figure(source, exact, { subject: exact })] });
  return { ...workbook, source };
}
type Started = Awaited<ReturnType<typeof captured>>;

const stateOf = async ({ app, source }: Started) =>
  (await app.ask('passages.ofSource', { sourceId: source })).passages.map(({ exact, state, isPending }) => [exact, state, isPending]);

describe('a newer text of a source', () => {
  it('keeps passages at their words and says which moved', async () => {
    const workbook = await captured(['over 50%', '1.06m cars']);
    const done = await workbook.app.ask('sources.replace', { id: workbook.source, text: `A new heading\n${marketText}` });
    expect(done.counts).toEqual({ same: 0, moved: 2, changed: 0, lost: 0 });
    const { passages } = await workbook.app.ask('passages.ofSource', { sourceId: workbook.source });
    const { text } = await workbook.app.ask('sources.text', { id: workbook.source });
    for (const { start, end, exact } of passages) expect(text.slice(start, end)).toBe(exact);
  });

  it('marks a figure that differs as changed, shows what became of it, and waits for the analyst', async () => {
    const workbook = await captured(['almost $4.6bn']);
    await workbook.app.ask('sources.replace', { id: workbook.source, text: marketText.replace('$4.6bn', '$4.8bn') });
    expect(await stateOf(workbook)).toEqual([['almost $4.8bn', 'changed', true]]);
    const { passages } = await workbook.app.ask('passages.pending', {});
    expect(passages).toMatchObject([{ state: 'changed', before: { exact: 'almost $4.6bn' }, places: [{ exact: 'almost $4.8bn' }] }]);
    const changes = passages[0]!.places[0]!.changes.filter((change) => change.kind !== 'kept').map(({ kind, text }) => [kind, text]);
    expect(changes).toEqual([
      ['removed', '4.6bn'],
      ['added', '4.8bn'],
    ]);
    await workbook.app.ask('passages.settle', { id: passages[0]!.id, decision: 'accept' });
    expect(await stateOf(workbook)).toEqual([['almost $4.8bn', 'same', false]]);
    await workbook.app.ask('history.undo', {});
    expect(await stateOf(workbook)).toEqual([['almost $4.8bn', 'changed', true]]);
  });

  it('loses a passage whose words are gone, and never shows the new words as its own', async () => {
    const workbook = await captured(['Production stopped in February 2025']);
    await workbook.app.ask('sources.replace', { id: workbook.source, text: marketText.replace('Production stopped in February 2025.', '') });
    expect(await stateOf(workbook)).toEqual([['Production stopped in February 2025', 'lost', true]]);
    const { claims } = await workbook.app.ask('claims.list', {});
    const trace = await workbook.app.ask('claims.trace', { id: claims[0]!.id });
    expect(trace.passage).toMatchObject({ state: 'lost', exact: 'Production stopped in February 2025' });
    const [pending] = (await workbook.app.ask('passages.pending', {})).passages;
    await expect(workbook.app.ask('passages.settle', { id: pending!.id, decision: 'accept' })).rejects.toMatchObject({ code: 'invalid-input' });
    await workbook.app.ask('passages.settle', { id: pending!.id, decision: 'lost' });
    expect((await workbook.app.ask('passages.pending', {})).passages).toEqual([]);
    await workbook.app.ask('sources.replace', { id: workbook.source, text: marketText });
    expect(await stateOf(workbook)).toEqual([['Production stopped in February 2025', 'same', false]]);
  });

  it('takes a place that the analyst chose, within the text', async () => {
    const workbook = await captured(['Production stopped in February 2025']);
    await workbook.app.ask('sources.replace', { id: workbook.source, text: 'The works were closed in winter. Nothing else is known of them.' });
    const [pending] = (await workbook.app.ask('passages.pending', {})).passages;
    const settle = (start: number, end: number) => workbook.app.ask('passages.settle', { id: pending!.id, decision: 'place', start, end });
    await expect(settle(5, 900)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await settle(0, 31)).toMatchObject({ exact: 'The works were closed in winter', state: 'same', isPending: false });
  });

  it('is one edit: undo brings text, passages and marks back as they were', async () => {
    const workbook = await captured(['over 50%', '1.06m cars']);
    const { found } = await workbook.app.ask('passages.found', { sourceId: workbook.source });
    const open = found.find((one) => !one.captured)!;
    await workbook.app.ask('passages.setAside', { sourceId: workbook.source, start: open.start, end: open.end, aside: true });
    const before = await stateOf(workbook);
    const done = await workbook.app.ask('sources.replace', { id: workbook.source, text: 'Nothing of it is left here at all.' });
    expect(done).toMatchObject({ counts: { lost: 2 }, asidesDropped: 1 });
    await workbook.app.ask('history.undo', {});
    expect(await stateOf(workbook)).toEqual(before);
    expect((await workbook.app.ask('sources.text', { id: workbook.source })).text).toBe(marketText);
    expect((await workbook.app.ask('passages.found', { sourceId: workbook.source })).found.filter((one) => one.setAside)).toHaveLength(1);
    expect((await workbook.app.ask('workbook.verify', {})).problems).toEqual([]);
  });

  it('keeps the text that was there readable, and only that', async () => {
    const { app, files, source } = await captured(['over 50%']);
    const { replaced } = await app.ask('sources.replace', { id: source, file: handOver(files, 'market-2.txt', 'Other words.') });
    expect((await app.ask('sources.text', { id: source, version: replaced })).text).toBe(marketText);
    const { versions } = await app.ask('sources.versions', { id: source });
    expect(versions.map((one) => one.isCurrent)).toEqual([true, false]);
    await expect(app.ask('sources.text', { id: source, version: 'a'.repeat(64) })).rejects.toMatchObject({ code: 'not-found' });
    await expect(app.ask('sources.replace', { id: source })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('knows a claim captured again from the newer text, and finds moved words', async () => {
    const { app, source } = await captured(['over 50%']);
    await app.ask('sources.replace', { id: source, text: `Heading\n${marketText.replace('over 50%', 'over 52%')}` });
    expect((await app.ask('search.find', { query: '"over 52"', where: ['passage'] })).total).toBe(1);
    await app.ask('sources.replace', { id: source, text: `Heading\n${marketText}` });
    const again = await app.ask('claims.capture', { claims: [figure(source, 'over 50%', { subject: 'over 50%' })] });
    expect(again.claims[0]!.duplicateOf).not.toBeNull();
  });
});
