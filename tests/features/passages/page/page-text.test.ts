import { describe, expect, it } from 'vitest';
import { boxesOfSpan, type DrawnWords, type PageLine, placeLines, unitAt } from '../../../../renderer/features/passages/page/page-text.ts';

const text = 'Brand\t2023\t2024\nHaval\t111\t190';
const lines: PageLine[] = [
  { start: 0, end: 15, x: 70, y: 100, width: 240, height: 10 },
  { start: 16, end: 29, x: 70, y: 120, width: 220, height: 10 },
];
const cell = (words: string, x: number, y: number): DrawnWords => ({ text: words, x, y, width: 10 * words.length });
const drawn = [
  cell('Brand', 70, 108),
  cell('2023', 170, 108),
  cell('2024', 270, 108),
  cell('Haval', 70, 128),
  cell('111', 170, 128),
  cell('190', 270, 128),
];
const measure = (words: string) => words.length;

describe('places of words on a page', () => {
  const placed = placeLines(lines, { text, drawn, measure });

  it('lie where the page draws the words, not where their share of the line would be', () => {
    const start = text.indexOf('190');
    expect(boxesOfSpan(placed, start, start + 3)).toEqual([{ x: 270, y: 120, width: 30, height: 10 }]);
    expect(boxesOfSpan(placed, 7, 9)).toEqual([{ x: 180, y: 100, width: 20, height: 10 }]);
  });

  it('are one box a line for words on several', () => {
    expect(boxesOfSpan(placed, 11, 21)).toEqual([
      { x: 270, y: 100, width: 40, height: 10 },
      { x: 70, y: 120, width: 50, height: 10 },
    ]);
    expect(boxesOfSpan(placed, 15, 16)).toEqual([]);
  });

  it('share the line by their widths where the page draws other characters', () => {
    const [line] = placeLines([lines[0]!], { text, drawn: [cell('?????', 70, 108)], measure });
    expect(boxesOfSpan([line!], 0, 5)).toEqual([{ x: 70, y: 100, width: 80, height: 10 }]);
  });

  it('take a hyphen at the end of a line that the text does not keep', () => {
    const [line] = placeLines([{ start: 0, end: 5, x: 0, y: 0, width: 60, height: 10 }], { text: 'local', drawn: [cell('local-', 0, 8)], measure });
    expect(boxesOfSpan([line!], 0, 5)).toEqual([{ x: 0, y: 0, width: 50, height: 10 }]);
  });

  it('lead back to the position that was pointed at, or to the nearest one', () => {
    for (const unit of [0, 8, 14, 17, 23, 28]) {
      const [box] = boxesOfSpan(placed, unit, unit + 1);
      if (text[unit] !== '\t') expect(unitAt(placed, { x: box!.x + box!.width / 2, y: box!.y + 5 })).toBe(unit);
    }
    expect(unitAt(placed, { x: 500, y: 300 })).toBe(28);
    expect(unitAt([], { x: 1, y: 1 })).toBeUndefined();
  });
});
