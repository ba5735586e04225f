import { describe, expect, it } from 'vitest';
import { indexCodePoints } from '../../../../renderer/features/passages/reader/code-points.ts';
import { coverageOf, createStretchReader, type Stretch } from '../../../../renderer/features/passages/reader/mentions.ts';

const text = '🚌 In 2024 sales fell by 5%.';
const nothing = { low: null, high: null, qualifier: null, unit: null, multiplier: null, change: null, edtf: null, earliest: null, latest: null };
const seen = (exact: string, more: Partial<Stretch['found'][number]>): Stretch['found'][number] => {
  const start = text.indexOf(exact) - 1;
  return { ...nothing, start, end: start + exact.length, exact, type: 'figure', captured: false, setAside: false, ...more };
};
const stretch: Stretch = {
  found: [seen('2024', { type: 'date', setAside: true }), seen('5%', { captured: true })],
  first: 7,
  total: 20,
  captured: 3,
  setAside: 2,
};

describe('a stretch that was read', () => {
  it('has its mentions where their words stand, numbered among those of all the text', () => {
    const { mentions, overlays } = createStretchReader(indexCodePoints(text))(stretch);
    expect(mentions.map(({ start, end, index }) => [text.slice(start, end), index])).toEqual([
      ['2024', 7],
      ['5%', 8],
    ]);
    expect(overlays.map(({ kind, capture, mention }) => [kind, capture, mention])).toEqual([
      ['event', 'not-relevant', 7],
      ['figure', 'captured', 8],
    ]);
  });

  it('gives the same objects as long as it is the same', () => {
    const read = createStretchReader(indexCodePoints(text));
    expect(read(stretch)).toBe(read(stretch));
    expect(read({ ...stretch })).not.toBe(read(stretch));
  });
});

describe('coverageOf', () => {
  it('counts as open what is neither captured nor set aside', () => {
    expect(coverageOf(stretch)).toEqual({ total: 20, captured: 3, setAside: 2, open: 15 });
  });
});
