import { describe, expect, it } from 'vitest';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

async function found(app: Awaited<ReturnType<typeof newWorkbook>>['app'], query: string) {
  const { hits, total } = await app.ask('search.find', { query });
  return { total, places: hits.map((hit) => hit.where), snippets: hits.map((hit) => hit.snippet) };
}

describe('search', () => {
  it('finds Chinese of any length, Russian as typed, and folds diacritics', async () => {
    const { app } = await newWorkbook();
    await pasteSource(app, '中国汽车出口俄罗斯的数量在2024年达到116万辆。', { title: 'zh' });
    await pasteSource(app, 'Доля китайских марок выросла до половины рынка.', { title: 'ru' });
    await pasteSource(app, 'Señor Peña counts the cars in São Paulo.', { title: 'es' });
    for (const query of ['汽', '出口', '俄罗斯', '汽车出口俄罗斯', 'китайских', 'КИТАЙСК', 'pena', 'sao paulo'])
      expect((await found(app, query)).total, query).toBe(1);
    expect((await found(app, '口出')).total).toBe(0);
  });

  it('finds claims, passages and notes, and forgets them with an undo', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app);
    await app.ask('claims.capture', { claims: [figure(source, 'over 50%', { note: 'check the denominator', subject: 'Zzyzx brands' })] });
    expect((await found(app, 'zzyzx')).places).toEqual(['claim']);
    expect((await found(app, 'denominator')).places).toEqual(['note']);
    await app.ask('history.undo', {});
    expect((await found(app, 'zzyzx')).total).toBe(0);
    await app.ask('history.redo', {});
    expect((await found(app, 'zzyzx')).total).toBe(1);
  });

  it('points to the code point of the first match in a text', async () => {
    const { app } = await newWorkbook();
    const text = `🚗 ${'filler words here '.repeat(300)}needle in the text`;
    const id = await pasteSource(app, text, { title: 'Long' });
    const { hits } = await app.ask('search.find', { query: 'needle', where: ['source'] });
    expect(hits).toMatchObject([{ id, start: [...text].join('').indexOf('needle') - 1 }]);
  });

  it('takes any typed signs as words, never as index syntax', async () => {
    const { app } = await newWorkbook();
    await pasteSource(app);
    for (const query of ['"', 'a OR', 'NEAR(', '* ^ -', 'col:x', '((', "'; DROP"])
      await expect(app.ask('search.find', { query })).resolves.toMatchObject({ total: expect.any(Number) });
  });
});
