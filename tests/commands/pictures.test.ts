import { describe, expect, it } from 'vitest';
import { pdfOf } from '../../electron/commands/pictures/pdf.ts';
import type { Shape } from '../../shared/features/boards/picture/scene.ts';
import { svgOf } from '../../shared/features/boards/picture/svg.ts';
import { timelinePages } from '../../shared/features/timeline/picture.ts';
import { marketWorkbook } from '../features/boards/market.ts';

const text = (words: string): Shape => ({ kind: 'text', x: 10, y: 20, text: words, size: 12, ink: 'text' });

describe('a PDF', () => {
  it('is the same bytes twice, one page a picture', () => {
    const page = { shapes: [text('Share, доля, ≈ 50 %')], size: { width: 400, height: 200 } };
    const bytes = pdfOf([page, page], 'light');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
    expect(pdfOf([page, page], 'light').equals(bytes)).toBe(true);
  });

  it('is refused where its font lacks a letter, rather than drawn with a box', () => {
    expect(() => pdfOf([{ shapes: [text('汽车')], size: { width: 100, height: 50 } }], 'light')).toThrow(
      expect.objectContaining({ code: 'invalid-input', key: 'boards.pictureLetters' }),
    );
  });
});

describe('the picture of a time line', () => {
  it('holds every lane, on as many pages as they need, the same twice', async () => {
    const { app } = await marketWorkbook();
    const { lanes } = await app.ask('timeline.lanes', {});
    const options = { width: 900, from: undefined, to: undefined, today: '2026-03-05', nameOf: ({ name }: { name: string }) => name };
    const whole = timelinePages(lanes, options);
    expect(whole).toHaveLength(1);
    const svg = svgOf(whole[0]!.shapes, whole[0]!.size, { theme: 'light', title: 'Time line' });
    for (const { name } of lanes) expect(svg).toContain(name);
    expect(timelinePages(lanes, options)).toEqual(whole);
    expect(timelinePages(lanes, { ...options, pageHeight: 60 })).toHaveLength(lanes.length);
  });
});
