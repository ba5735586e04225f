import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasSharedMaterial, needsSharedMaterial, readShared, sharedPath } from '../../helpers/shared-material.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const page = 'https://example.org/market';
const note = (exact: string, more: object = {}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'urn:uuid:0001',
  type: 'Annotation',
  motivation: 'commenting',
  body: [
    { type: 'TextualBody', value: 'Look at *this*', format: 'text/markdown' },
    { type: 'TextualBody', value: 'shares', purpose: 'tagging' },
  ],
  target: { source: page, selector: { type: 'TextQuoteSelector', exact } },
  'x:own': { kept: [1, 2, { deep: null }] },
  ...more,
});

async function started() {
  const workbook = await newWorkbook();
  const source = await pasteSource(workbook.app, undefined, { title: 'Market digest', url: `${page}/` });
  return { ...workbook, source };
}

describe('Web Annotations', () => {
  it('become passages where their words stand in a source known by its address, and come out as they came', async () => {
    const { app, source } = await started();
    const done = await app.ask('passages.importAnnotations', { json: JSON.stringify(note('over 50% in 2023')) });
    expect(done).toMatchObject({ kept: 1, known: 0, passages: [expect.any(String)], unplaced: [] });
    const { passages } = await app.ask('passages.ofSource', { sourceId: source });
    expect(passages).toMatchObject([{ exact: 'over 50% in 2023', comment: 'Look at *this*', tags: ['shares'], motivation: 'commenting' }]);
    expect((await app.ask('passages.annotations', {})).documents).toEqual([note('over 50% in 2023')]);
    expect(await app.ask('passages.importAnnotations', { json: JSON.stringify(note('over 50% in 2023')) })).toMatchObject({ kept: 0, known: 1 });
    await app.ask('history.undo', {});
    expect((await app.ask('passages.annotations', {})).documents).toEqual([]);
  });

  it('are kept without a place where the words are not there, stand twice, or the source is unknown', async () => {
    const { app } = await started();
    const documents = [note('words of another text'), note('in 2023'), note('over 50%', { target: { source: 'https://example.org/other' } })];
    const { unplaced, passages } = await app.ask('passages.importAnnotations', { json: JSON.stringify(documents) });
    expect([unplaced.length, passages.length]).toEqual([3, 0]);
    expect((await app.ask('passages.annotations', {})).documents).toEqual(documents);
  });

  it('are given out for each passage with quote and position, and find their way back into another workbook', async () => {
    const { app, source } = await started();
    await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] });
    const { passages } = await app.ask('passages.ofSource', { sourceId: source });
    await app.ask('passages.update', {
      id: passages[0]!.id,
      patch: { comment: 'why?', tags: ['doubt'], motivation: 'questioning', colour: 'doubt' },
    });
    const { documents } = await app.ask('passages.annotations', {});
    expect(documents).toMatchObject([
      {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        type: 'Annotation',
        motivation: 'questioning',
        body: [
          { value: 'why?', purpose: 'commenting' },
          { value: 'doubt', purpose: 'tagging' },
        ],
        creator: { type: 'Software' },
        target: {
          selector: [
            { type: 'TextQuoteSelector', exact: 'over 50%' },
            { type: 'TextPositionSelector', start: 36, end: 44 },
          ],
        },
      },
    ]);
    const other = await started();
    await other.app.ask('passages.importAnnotations', { json: JSON.stringify(documents) });
    expect((await other.app.ask('passages.ofSource', { sourceId: other.source })).passages).toMatchObject([
      { start: 36, end: 44, comment: 'why?', tags: ['doubt'], motivation: 'questioning' },
    ]);
  });

  it('refuse what is none, and keep nothing of it', async () => {
    const { app } = await started();
    for (const json of ['not json', '[]', '{"type":"Book"}', '[{"type":"Annotation"}]', '"text"'])
      await expect(app.ask('passages.importAnnotations', { json })).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await app.ask('passages.annotations', {})).documents).toEqual([]);
  });
});

describe.skipIf(!hasSharedMaterial)(`the correct samples of the Web Annotation tests (${needsSharedMaterial})`, () => {
  it('are all accepted and kept without loss', async () => {
    const { app } = await newWorkbook();
    const names = readdirSync(sharedPath('real', 'webanno', 'correct')).filter((name) => name.endsWith('.json'));
    const samples = names.map((name) => JSON.parse(readShared('real', 'webanno', 'correct', name)));
    for (const sample of samples) await app.ask('passages.importAnnotations', { json: JSON.stringify(sample) });
    expect(samples).toHaveLength(45);
    const { documents } = await app.ask('passages.annotations', {});
    // Two of the samples are the same document.
    expect(new Set(documents.map((one) => JSON.stringify(one)))).toEqual(new Set(samples.map((one) => JSON.stringify(one))));
    expect((await app.ask('workbook.verify', {})).ok).toBe(true);
  });
});
