import { describe, expect, it } from 'vitest';
import { newWorkbook, pasteSource } from '../../helpers/workbook.ts';

type App = Awaited<ReturnType<typeof newWorkbook>>['app'];

async function found(app: App, query: string): Promise<string[]> {
  const { hits } = await app.ask('search.find', { query, where: ['source'] });
  return hits.map((hit) => hit.title).toSorted();
}

async function library(texts: Readonly<Record<string, string>>): Promise<App> {
  const { app } = await newWorkbook();
  for (const [title, text] of Object.entries(texts)) await pasteSource(app, text, { title });
  return app;
}

async function expectFound(app: App, wanted: readonly (readonly [query: string, titles: readonly string[]])[]): Promise<void> {
  const got: [string, string[]][] = [];
  for (const [query] of wanted) got.push([query, await found(app, query)]);
  expect(got).toEqual(wanted);
}

describe('a word of a query', () => {
  it('in Russian stands for its other endings and for ё, and for no other word', async () => {
    const app = await library({
      a: 'Ёлки и ежи. Продажи автомобилей выросли, партия учёта растёт.',
      b: 'Партнёры учли рост. Все ежи спят, и ель растет.',
      c: 'Счётчик даёт отчёт о заводах и заводе.',
    });
    await expectFound(app, [
      ['елки ', ['a']],
      ['ёлки ', ['a']],
      ['елка ', ['a']],
      ['ёж', ['a', 'b']],
      ['ежами ', ['a', 'b']],
      ['продажа ', ['a']],
      ['продажам выросла ', ['a']],
      ['автомобиль ', ['a']],
      ['партиями ', ['a']],
      ['партнеров ', ['b']],
      ['растет ', ['a', 'b']],
      ['растёт ', ['a', 'b']],
      ['отчета ', ['c']],
      ['завод ', ['c']],
      ['счетчики ', ['c']],
      ['учет ', ['a']],
    ]);
  });

  it('that is a number stands for itself however its digits are grouped', async () => {
    const app = await library({
      comma: 'It was 95,000 cars.',
      space: 'Было 95 000 машин.',
      plain: '95000辆',
      nbsp: 'Всего 1\u00a0234\u202f567.',
      lakh: 'Sales of 12,34,567 units.',
      other: 'The 95 and 1000 of 2024.',
    });
    await expectFound(app, [
      ['95000', ['comma', 'plain', 'space']],
      ['95,000', ['comma', 'plain', 'space']],
      ['95 000', ['comma', 'plain', 'space']],
      ['95.000', ['comma', 'plain', 'space']],
      ['1234567', ['lakh', 'nbsp']],
      ['1,234,567', ['lakh', 'nbsp']],
      ['12,34,567', ['lakh', 'nbsp']],
      ['2024', ['other']],
      ['950000', []],
    ]);
  });

  it('is found whole where the end of a line parts it', async () => {
    const app = await library({
      en: 'He left the of-\nfice of the govern-\nment in a long-\nterm plan.',
      ru: 'Прода-\nжи растут.',
      soft: 'auto\u00admobile',
    });
    await expectFound(app, [
      ['office ', ['en']],
      ['government ', ['en']],
      ['"long-term"', ['en']],
      ['продажи ', ['ru']],
      ['automobile ', ['soft']],
    ]);
  });
});

describe('several words of a query', () => {
  it('must all occur, one of those joined by OR, none of those after NOT, and quoted ones as they stand', async () => {
    const app = await library({ one: 'red car in Tula', two: 'blue car in Perm', three: 'red bus in Perm', four: '红色汽车在喀山' });
    await expectFound(app, [
      ['red car ', ['one']],
      ['red OR blue ', ['one', 'three', 'two']],
      ['car red OR blue ', ['one', 'two']],
      ['perm NOT bus ', ['two']],
      ['red OR blue NOT tula ', ['three', 'two']],
      ['汽车 OR bus', ['four', 'three']],
      ['"car in Tula"', ['one']],
      ['"Tula car"', []],
      ['perm NOT "blue car"', ['three']],
      ['red or blue ', []],
      ['OR ', []],
      ['NOT ', []],
      ['red OR ', []],
      ['NOT red ', []],
    ]);
  });

  it('are marked where they stand, in whatever form', async () => {
    const app = await library({ a: 'Продажи автомобилей составили 95,000 штук.' });
    for (const [query, word] of [
      ['автомобиль ', 'автомобилей'],
      ['95000', '95,000'],
    ]) {
      const { hits } = await app.ask('search.find', { query: query!, where: ['source'] });
      const [hit] = hits;
      expect(hit!.marks.map(({ start, end }) => [...hit!.snippet].slice(start, end).join(''))).toContain(word);
    }
  });
});
