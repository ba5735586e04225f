import { describe, expect, it } from 'vitest';
import { wordAt } from '../../../../renderer/features/passages/reader/caret.ts';

describe('the word at a position', () => {
  it('is whole in every script, and never reaches over a line', () => {
    const word = (text: string, unit: number) => text.slice(...wordAt(text, unit));
    expect(word('Sales fell\nsharply', 13)).toBe('sharply');
    expect(word('Сбор вырос на треть', 7)).toBe('вырос');
    expect(word('市场份额上升', 1)).toBe('市场');
    expect(word('It fell again.', 13)).toBe('again');
    expect(word('a', 5)).toBe('');
  });
});
