import { describe, expect, it } from 'vitest';
import { findInText, firstHitFrom } from '../../../shared/find-in-text.ts';

function found(text: string, typed: string): string[] {
  const hits = findInText(text, typed);
  return Array.from({ length: hits.count }, (_, index) => text.slice(hits.start(index), hits.end(index)));
}

describe('finding words in a text', () => {
  it('tells no case, diacritics or dots of ё apart, in what is typed and in the text', () => {
    expect(found('Ещё рост, еще рост, ЕЩЁ', 'ещё')).toEqual(['Ещё', 'еще', 'ЕЩЁ']);
    expect(found('Ещё рост, еще рост', 'ЕЩЕ')).toEqual(['Ещё', 'еще']);
    expect(found('café, CAFE, cafe\u0301', 'café')).toEqual(['café', 'CAFE', 'cafe\u0301']);
    expect(found('Šefčovič', 'sefcovic')).toEqual(['Šefčovič']);
  });

  it('takes a space for any white space, also over the end of a line, and passes soft hyphens over', () => {
    expect(found('утилизационный\nсбор, утилизационный\u00a0 сбор', 'утилизационный сбор')).toEqual([
      'утилизационный\nсбор',
      'утилизационный\u00a0 сбор',
    ]);
    expect(found('utili\u00adsation', 'utilisation')).toEqual(['utili\u00adsation']);
  });

  it('takes signs as they are written', () => {
    expect(found('14.5% and 1415% (rate)', '14.5%')).toEqual(['14.5%']);
    expect(found('a [b] (c) \\ ^ - x', '[b] (c) \\ ^ - x')).toEqual(['[b] (c) \\ ^ - x']);
    expect(found('汽车出口', '车出')).toEqual(['车出']);
  });

  it('finds nothing where nothing is typed', () => {
    expect(found('a b', '  ')).toEqual([]);
  });

  it('gives the hit at a place or after it, and the count behind the last', () => {
    const hits = findInText('ab ab ab', 'ab');
    expect([0, 1, 3, 6, 7].map((unit) => firstHitFrom(hits, unit))).toEqual([0, 1, 1, 2, 3]);
  });

  it('counts a frequent letter in 10 MB within a second of work', () => {
    const text = 'The key rate stood at 14.5% in March 2026. '.repeat(240_000);
    const before = process.cpuUsage();
    expect(findInText(text, 'e').count).toBe(240_000 * 3);
    const { user } = process.cpuUsage(before);
    expect(user / 1e6).toBeLessThan(1);
  });
});
