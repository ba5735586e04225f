import { describe, expect, it } from 'vitest';
import { words } from '../../../electron/commands/words.ts';
import type { App } from '../../../electron/core/app.ts';
import { quotedWords } from '../../../shared/period/index.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const text = [
  'According to Autostat, sales of new cars fell 39 % in 2022.',
  'The rate for new cars of 1–2 l was 20 % in 2024.',
  'Sales of oscar dolls were 300 in 2021.',
  '2024年中国品牌的份额达到60%。',
].join('\n');

async function draftOf(app: App, sourceId: string, words: string, kind: 'figure' | 'event' | 'statement' = 'figure') {
  const start = [...text.slice(0, text.indexOf(words))].length;
  return await app.ask('claims.draft', { sourceId, start, end: start + [...words].length, kind });
}

async function withClaims(...known: { measure: string; subject: string }[]) {
  const { app } = await newWorkbook();
  const source = await pasteSource(app);
  await app.ask('claims.capture', { claims: known.map((fields) => figure(source, 'over 50%', fields)) });
  return { app, sourceId: await pasteSource(app, text) };
}

describe('the proposal for a claim', () => {
  it('reads value, sign, unit and period from the words and their sentence, and says what it inferred', async () => {
    const { app, sourceId } = await withClaims({ measure: 'sales', subject: 'cars' });
    const { claim, inferred } = await draftOf(app, sourceId, 'fell 39 %');
    expect(claim).toMatchObject({ value: { low: '-39', high: '-39' }, unit: 'PCT', change: 'percent', period: '2022', original: 'fell 39 %' });
    expect(inferred.period).toEqual({ key: 'claims:inferred.sameSentence', params: { words: '2022' } });
  });

  it('words a relative date so that its period follows when the text gets another date', async () => {
    const { app } = await newWorkbook();
    const sourceId = await pasteSource(app, 'Last year sales fell 39 %.', { title: 'Review', publishedOn: '2025-03' });
    const { claim, inferred } = await app.ask('claims.draft', { sourceId, start: 16, end: 25, kind: 'figure' });
    expect([claim.period, claim.periodBasis, words(inferred.period!)]).toEqual(['2024', undefined, '“Last year” in a text of 2025-03']);
    expect(quotedWords(words(inferred.period!))).toBe('Last year');
  });

  it.each([
    ['The ministry aims at 1.4m cars in 2030.', '1.4m', 'target'],
    ['The works plans to build 200,000 cars in 2030.', '200,000', 'plan'],
    ['Analysts expect sales of 1.5m cars in 2030.', '1.5m', 'forecast'],
    ['Продажи в 2030 году, по прогнозу, составят 1,5 млн машин.', '1,5 млн', 'forecast'],
    ['Sales of 1.5m cars in 2030.', '1.5m', null],
    ['Sales were 1.5m cars in 2024, it is expected.', '1.5m', undefined],
  ])('takes a figure of a time after its source for none that was counted: %s', async (sentence, selected, status) => {
    const { app } = await newWorkbook();
    const sourceId = await pasteSource(app, sentence, { title: 'Outlook', publishedOn: '2025-03' });
    const start = sentence.indexOf(selected);
    const draft = await app.ask('claims.draft', { sourceId, start, end: start + selected.length, kind: 'figure' });
    expect(draft.claim.status).toBe(status);
    expect(draft.inferred.status?.key).toBe(
      status === undefined ? undefined : status === null ? 'claims:inferred.laterOpen' : 'claims:inferred.later',
    );
  });

  it.each([
    ['Shipments in May came to 1.3 million tonnes.', '1.3 million tonnes', 'T'],
    ['Shipments in May came to 1.3 million tonnes.', '1.3 million', undefined],
    ['К 2030 году мощность вырастет до 40 ГВт.', '40 ГВт', 'GW'],
    ['5月出货量为130万吨。', '130万吨', 'T'],
    ['In May 40 sheds were built.', '40 sheds', undefined],
  ])('takes the unit that is selected with its number: %s', async (sentence, selected, unit) => {
    const { app } = await newWorkbook();
    const sourceId = await pasteSource(app, sentence, { title: 'Freight', publishedOn: '2025-06-18' });
    const start = [...sentence.slice(0, sentence.indexOf(selected))].length;
    const { claim } = await app.ask('claims.draft', { sourceId, start, end: start + [...selected].length, kind: 'figure' });
    expect(claim.unit ?? undefined).toBe(unit);
  });

  it('proposes measure and subject that this workbook uses and the sentence names', async () => {
    const { app, sourceId } = await withClaims({ measure: 'sales', subject: 'new cars' });
    const { claim, inferred } = await draftOf(app, sourceId, '39 %');
    expect(claim).toMatchObject({ measure: 'sales', subject: 'new cars' });
    expect(inferred.subject).toEqual({ key: 'claims:inferred.usedHere' });
  });

  it('does not propose a subject whose number the sentence does not name', async () => {
    const { app, sourceId } = await withClaims({ measure: 'rate', subject: 'New car, 1–2 l' });
    expect((await draftOf(app, sourceId, '39 %')).claim.subject).toBeUndefined();
    expect((await draftOf(app, sourceId, '20 %')).claim.subject).toBe('New car, 1–2 l');
  });

  it('takes no word for the middle of another, and finds words where a script sets no spaces', async () => {
    const { app, sourceId } = await withClaims({ measure: 'sales', subject: 'car' }, { measure: '份额', subject: '中国品牌' });
    expect((await draftOf(app, sourceId, '300')).claim.subject).toBeUndefined();
    expect((await draftOf(app, sourceId, '60%')).claim).toMatchObject({ measure: '份额', subject: '中国品牌' });
  });

  it('names the field that still needs the analyst', async () => {
    const { app } = await newWorkbook();
    const sourceId = await pasteSource(app, text);
    expect((await draftOf(app, sourceId, '39 %')).unsure).toBe('measure');
    expect((await draftOf(app, sourceId, '39 %', 'statement')).unsure).toBe('actor');
  });

  it('leaves a period empty that is of something else, and says of what', async () => {
    const { app } = await newWorkbook();
    const sourceId = await pasteSource(app, 'Stocks stand at 41 %, the lowest since 2009.', {
      title: 'Note',
      publishedOn: '2025-03-03',
      language: 'en',
    });
    const { claim, inferred } = await app.ask('claims.draft', { sourceId, start: 16, end: 20, kind: 'figure' });
    expect(claim.period).toBeUndefined();
    expect(inferred.period).toEqual({ key: 'claims:inferred.otherDate', params: { words: 'since 2009' } });
  });

  it('takes what happened and what was said from the sentence', async () => {
    const { app } = await newWorkbook();
    const sourceId = await pasteSource(app, 'Rates fell. On 2 May 2024 the line at St. Marys\nstopped. It was cold.', {
      title: 'Note',
      publishedOn: '2025-03-03',
    });
    const draft = async (kind: 'event' | 'statement') => (await app.ask('claims.draft', { sourceId, start: 15, end: 25, kind })).claim;
    expect([(await draft('event')).what, (await draft('statement')).gist, (await draft('event')).when]).toEqual([
      'On 2 May 2024 the line at St. Marys stopped.',
      'On 2 May 2024 the line at St. Marys stopped.',
      '2024-05-02',
    ]);
  });

  it('proposes no measure whose claims are of another dimension than the figure', async () => {
    const { app } = await newWorkbook();
    const vocabulary = await pasteSource(app, 'Over 50% of it.', { title: 'Old' });
    await app.ask('claims.capture', { claims: [figure(vocabulary, 'Over 50%', { measure: 'sugar output', subject: 'mills', unit: 'T' })] });
    const sourceId = await pasteSource(app, 'Sugar output was 11 million tonnes, of which 62.3% is sold.', { title: 'New', language: 'en' });
    const measureAt = async (start: number, end: number) => (await app.ask('claims.draft', { sourceId, start, end, kind: 'figure' })).claim.measure;
    expect([await measureAt(17, 27), await measureAt(45, 50)]).toEqual(['sugar output', undefined]);
  });
});
