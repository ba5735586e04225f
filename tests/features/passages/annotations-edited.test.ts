import { describe, expect, it } from 'vitest';
import { newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const page = 'https://example.org/digest';
const quote = (exact: string) => ({ source: page, selector: { type: 'TextQuoteSelector', exact }, rights: 'as they came' });
const annotation = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://example.org/notes/1',
  type: 'Annotation',
  motivation: ['commenting', 'linking'],
  creator: { type: 'Person', nickname: 'reader' },
  body: [
    { type: 'TextualBody', value: 'first words', format: 'text/plain', language: 'en' },
    { type: 'Choice', items: [{ type: 'TextualBody', value: 'shares', purpose: 'tagging', created: '2024' }] },
    { id: 'https://example.org/film', type: 'Video' },
  ],
  target: quote('over 50%'),
  unknown: [1, { deep: null }],
};

async function broughtIn(document: object) {
  const { app } = await newWorkbook();
  const source = await pasteSource(app, undefined, { title: 'Market digest', url: page });
  await app.ask('passages.importAnnotations', { json: JSON.stringify(document) });
  const passages = async () => (await app.ask('passages.ofSource', { sourceId: source })).passages;
  const exported = async () => (await app.ask('passages.annotations', {})).documents;
  const change = async (index: number, patch: object) => app.ask('passages.update', { id: (await passages())[index]!.id, patch });
  return { app, source, passages, exported, change };
}

describe('an annotation that was changed after it came in', () => {
  it('goes out with the change and with all that is not understood', async () => {
    const { exported, change } = await broughtIn(annotation);
    await change(0, { comment: 'better words', tags: ['shares', 'doubt'], motivation: 'questioning' });
    expect(await exported()).toEqual([
      {
        ...annotation,
        motivation: ['questioning', 'linking'],
        body: [
          { type: 'TextualBody', value: 'better words', format: 'text/plain', language: 'en', purpose: 'commenting' },
          { type: 'Choice', items: [{ type: 'TextualBody', value: 'shares', purpose: 'tagging', created: '2024' }] },
          { id: 'https://example.org/film', type: 'Video' },
          { type: 'TextualBody', value: 'doubt', purpose: 'tagging' },
        ],
      },
    ]);
  });

  it('loses what was emptied, and is as it came once the change is undone', async () => {
    const { app, exported, change } = await broughtIn(annotation);
    await change(0, { comment: '', tags: [] });
    expect(await exported()).toMatchObject([{ body: { id: 'https://example.org/film' }, unknown: annotation.unknown }]);
    await app.ask('history.undo', {});
    expect(await exported()).toEqual([annotation]);
  });

  it('keeps a bare text that stood in it as a body beside what is new', async () => {
    const bare = { id: 'urn:a', type: 'Annotation', bodyValue: 'only words', target: quote('over 50%') };
    const { exported, change } = await broughtIn(bare);
    await change(0, { tags: ['key'] });
    expect(await exported()).toEqual([
      {
        id: 'urn:a',
        type: 'Annotation',
        target: quote('over 50%'),
        body: [
          { type: 'TextualBody', value: 'only words', format: 'text/plain', purpose: 'commenting' },
          { type: 'TextualBody', value: 'key', purpose: 'tagging' },
        ],
      },
    ]);
  });

  it('is the one that is changed: others of its page, and others on the same words, stay as they came', async () => {
    const note = (value: string, target: object) => ({ type: 'Annotation', body: { type: 'TextualBody', value }, target });
    const document = {
      type: 'AnnotationPage',
      items: [
        note('elsewhere', quote('words of another text')),
        note('one', quote('over 50%')),
        note('two', quote('over 50%')),
        note('three', quote('almost $4.6bn')),
      ],
    };
    const { passages, exported, change } = await broughtIn(document);
    expect((await passages()).map((one) => one.comment)).toEqual(['one', 'two', 'three']);
    await change(1, { comment: 'second' });
    const [out] = (await exported()) as unknown as [typeof document];
    expect(out.items.map((one) => one.body.value)).toEqual(['elsewhere', 'one', 'second', 'three']);
  });

  it('has the words of its new place once that is settled', async () => {
    const { app, source, passages, exported } = await broughtIn(annotation);
    const { text } = await app.ask('sources.text', { id: source });
    await app.ask('sources.replace', { id: source, text: text.replace('over 50%', 'over 52%') });
    expect(await exported()).toEqual([annotation]);
    const [passage] = await passages();
    await app.ask('passages.settle', { id: passage!.id, decision: 'accept' });
    expect(await exported()).toMatchObject([{ target: { rights: 'as they came', selector: { exact: 'over 52%' } }, body: annotation.body }]);
  });

  it('lends its words to a passage that says nothing yet, and stands beside one that says something else', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app, undefined, { title: 'Market digest', url: page });
    await app.ask('passages.mark', { sourceId: source, start: 36, end: 44, patch: {} });
    await app.ask('passages.mark', { sourceId: source, start: 62, end: 75, patch: { comment: 'mine' } });
    const { text } = await app.ask('sources.text', { id: source });
    const on = (value: string, exact: string) => ({ type: 'Annotation', bodyValue: value, target: quote(exact) });
    await app.ask('passages.importAnnotations', { json: JSON.stringify([on('theirs', text.slice(36, 44)), on('theirs too', text.slice(62, 75))]) });
    const { passages } = await app.ask('passages.ofSource', { sourceId: source });
    expect(passages.map((one) => one.comment).toSorted()).toEqual(['mine', 'theirs', 'theirs too']);
    expect((await app.ask('passages.annotations', {})).documents).toHaveLength(3);
  });
});
