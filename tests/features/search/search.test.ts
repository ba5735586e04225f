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

  it('finds every piece of a Chinese text, whatever its length and wherever its line is cut', async () => {
    const { app } = await newWorkbook();
    const line = Array.from({ length: 20_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7) % 9000))).join('');
    await pasteSource(app, `${line}\n结束`, { title: 'zh' });
    for (const at of [0, 1, 3990, 7990, 7999, 8000, 15_870, 19_990]) {
      for (const length of [1, 2, 3, 5, 8]) expect((await found(app, line.slice(at, at + length))).total, `${length} at ${at}`).toBeGreaterThan(0);
    }
    expect((await found(app, '束结')).total).toBe(0);
    expect((await found(app, '结束')).total).toBe(1);
  });

  it('narrows by place, source, language, date, grade and kind of claim, and counts exactly what is left', async () => {
    const { app } = await newWorkbook();
    const old = await pasteSource(app, 'The harvest of 2019 was good.', { title: 'Old', publishedOn: '2019-10', grade: 'A', language: 'en-GB' });
    const late = await pasteSource(app, 'The harvest of 2024 was poor: over 50% lost.', {
      title: 'Late',
      publishedOn: '2024',
      grade: 'C',
      language: 'en',
    });
    await pasteSource(app, 'A harvest without a date.', { title: 'Undated' });
    await app.ask('claims.capture', { claims: [figure(late, 'over 50%', { measure: 'harvest_loss' })] });
    const search = async (filters: object) => {
      const { total, hits } = await app.ask('search.find', { query: 'harvest', ...filters });
      return [total, hits.map((hit) => hit.title)];
    };
    expect(await search({})).toEqual([4, [expect.stringContaining('harvest loss'), 'Old', 'Late', 'Undated']]);
    expect(await search({ where: ['source'] })).toEqual([3, ['Old', 'Late', 'Undated']]);
    expect(await search({ sources: [old] })).toEqual([1, ['Old']]);
    expect(await search({ languages: ['en'], where: ['source'], grades: ['A', 'C'] })).toEqual([2, ['Old', 'Late']]);
    expect(await search({ from: '2020', where: ['source'] })).toEqual([1, ['Late']]);
    expect(await search({ until: '2019' })).toEqual([1, ['Old']]);
    expect(await search({ kinds: ['figure'] })).toEqual([1, [expect.stringContaining('harvest loss')]]);
    expect(await search({ kinds: ['event'] })).toEqual([0, []]);
    await expect(app.ask('search.find', { query: 'harvest', from: 'yesterday' })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('shares the list among the places, so that claims do not crowd out the texts', async () => {
    const { app } = await newWorkbook();
    const source = await pasteSource(app);
    const claims = Array.from({ length: 30 }, (_, nth) => figure(source, 'over 50%', { subject: `Chinese brands ${nth}` }));
    await app.ask('claims.capture', { claims });
    const { hits, counts, total } = await app.ask('search.find', { query: 'chinese', limit: 10 });
    expect([hits.length, counts, total]).toEqual([10, { claim: 30, source: 1, passage: 0, note: 0 }, 31]);
    expect(hits.some((hit) => hit.where === 'source')).toBe(true);
  });

  it('takes any typed signs as words, never as index syntax', async () => {
    const { app } = await newWorkbook();
    await pasteSource(app);
    for (const query of ['"', 'a OR', 'NEAR(', '* ^ -', 'col:x', '((', "'; DROP"])
      await expect(app.ask('search.find', { query })).resolves.toMatchObject({ total: expect.any(Number) });
  });
});
