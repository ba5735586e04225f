import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fittingScale,
  gapPx,
  heightOf,
  type Paper,
  pageInMiddle,
  papersOf,
  sheetsOf,
  sheetsWithin,
} from '../../../../renderer/features/passages/page/page-sizes.ts';

const papers: fc.Arbitrary<Paper[]> = fc
  .array(fc.record({ width: fc.integer({ min: 50, max: 2000 }), height: fc.integer({ min: 50, max: 3000 }) }), { minLength: 1, maxLength: 40 })
  .map((sizes) => sizes.map((size, index) => ({ ...size, number: index + 1 })));
const scales = fc.double({ min: 0.4, max: 4, noNaN: true });

describe('the pages of a document', () => {
  it('stand one below the other without touching', () => {
    fc.assert(
      fc.property(papers, scales, (list, scale) => {
        const sheets = sheetsOf(list, scale);
        for (const [index, sheet] of sheets.slice(1).entries()) {
          const before = sheets[index]!;
          expect(sheet.top - before.top - before.height * scale).toBeGreaterThan(gapPx - 1);
        }
        expect(heightOf(sheets, scale)).toBeGreaterThan(list.reduce((sum, one) => sum + one.height, 0) * scale);
      }),
    );
  });

  it('are drawn where they touch the window, and only there', () => {
    fc.assert(
      fc.property(papers, scales, fc.integer({ min: 0, max: 50_000 }), (list, scale, from) => {
        const sheets = sheetsOf(list, scale);
        const window = { from, to: from + 800 };
        const within = sheetsWithin(sheets, scale, window);
        expect(within).toEqual(sheets.filter((one) => one.top < window.to && one.top + one.height * scale > window.from));
        expect(within.length).toBeLessThan(800 / (50 * scale) + 3);
        expect(list.map((one) => one.number)).toContain(pageInMiddle(sheets, window));
      }),
    );
  });

  it('fit the width of the pane', () => {
    const sizes = [
      { number: 1, width: 595, height: 842 },
      { number: 2, width: 842, height: 595 },
    ];
    expect(fittingScale(sizes, 842 + 2 * gapPx)).toBe(1);
  });

  it('are listed once each, also where quotes were typed off them, and an unread page counts as A4', () => {
    const listed = papersOf([
      { number: 1, width: 300, height: 400 },
      { number: 2, width: 0, height: 0 },
      { number: 1, width: 300, height: 400 },
    ]);
    expect(listed).toEqual([
      { number: 1, width: 300, height: 400 },
      { number: 2, width: 595, height: 842 },
    ]);
  });
});
