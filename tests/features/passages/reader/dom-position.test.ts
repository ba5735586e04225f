import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { pointOfUnit, unitOfPoint } from '../../../../renderer/features/passages/reader/dom-position.ts';

const page =
  '<main><p><i class="number">1</i><span data-at="0">In June </span><span data-at="8">49 %</span></p><p><span data-at="13">Then 😀 more</span></p></main>';
const root = new JSDOM(page).window.document.querySelector('main')!;
const runs = [...root.querySelectorAll('span')];

describe('unitOfPoint', () => {
  it('reads a point in the words', () => {
    expect(unitOfPoint(root, runs[1]!.firstChild!, 2)).toBe(10);
  });

  it('takes a point between elements as before the words that follow', () => {
    expect(unitOfPoint(root, root, 1)).toBe(13);
    expect(unitOfPoint(root, root.querySelector('p')!, 1)).toBe(0);
  });

  it('takes a point after the last element as the end of the words before it', () => {
    expect(unitOfPoint(root, root, 2)).toBe(24 + 1);
    expect(unitOfPoint(root, root.querySelector('p')!, 3)).toBe(12);
  });

  it('knows no position outside the page', () => {
    expect(unitOfPoint(root.querySelector('p')!, runs[2]!.firstChild!, 0)).toBeUndefined();
  });

  it('takes a point in the paragraph number as the words after it', () => {
    expect(unitOfPoint(root, root.querySelector('.number')!.firstChild!, 1)).toBe(0);
  });
});

describe('pointOfUnit', () => {
  it('comes back to the position it was made from', () => {
    for (const unit of [0, 3, 8, 11, 13, 20]) {
      const point = pointOfUnit(root, unit)!;
      expect(unitOfPoint(root, point.node, point.offset)).toBe(unit);
    }
  });
});
