import { describe, expect, it } from 'vitest';
import { keepsOrder, piecesAround } from '../../../../shared/features/passages/anchoring/order.ts';

describe('the order of two texts', () => {
  it('is kept where sentences and lines only came, went, were doubled or set otherwise', () => {
    const old = 'First came rain. Then came snow.\nIn May it was dry.';
    expect(keepsOrder(old, 'A new head\nFirst  came rain.\nThen came snow.\nIn May it was dry.')).toBe(true);
    expect(keepsOrder(old, 'First came rain.\nIn May it was dry.')).toBe(true);
    expect(keepsOrder(old, `${old}\n${old}`)).toBe(true);
    expect(keepsOrder(old, 'Nothing of it.')).toBe(true);
  });

  it('is not kept where one of them moved, in any script', () => {
    expect(keepsOrder('First came rain. Then came snow.', 'Then came snow. First came rain.')).toBe(false);
    expect(keepsOrder('先下雨。后下雪。', '后下雪。先下雨。')).toBe(false);
  });
});

describe('the pieces around a span', () => {
  const text = 'One. Two goes on! Three?\nFour stands alone';
  const around = (words: string) => piecesAround(text, { start: text.indexOf(words), end: text.indexOf(words) + words.length });

  it('are the whole sentences and lines that it touches', () => {
    expect(around('goes')).toEqual(['two goes on!']);
    expect(around('on! Three')).toEqual(['two goes on!', 'three?']);
    expect(around('alone')).toEqual(['four stands alone']);
    expect(around('One')).toEqual(['one.']);
  });
});
