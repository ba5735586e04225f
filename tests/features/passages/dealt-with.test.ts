import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealtWith, indexFrom, type Place, stepMention } from '../../../electron/core/features/passages/dealt-with.ts';

/** Mentions in order, apart from each other by what is given. */
function placed(gaps: readonly (readonly [gap: number, length: number])[]): Place[] {
  let at = 0;
  return gaps.map(([gap, length]) => {
    const start = at + gap;
    at = start + length;
    return { start, end: at };
  });
}

const mentions = placed([
  [0, 2],
  [3, 2],
  [4, 2],
  [3, 2],
]);
const nothing = dealtWith(mentions, [], []);
const oneLeft = { captured: new Set([1]), setAside: new Set([2]) };
const next = { direction: 'next', onlyOpen: true } as const;
const previous = { direction: 'previous', onlyOpen: true } as const;
const on = (index: number) => ({ from: mentions[index]!.start, isOn: true });

describe('dealtWith', () => {
  const gap = fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 }));
  const span = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length + 1 }));

  it('tells the same as looking at every mention and every passage', () => {
    fc.assert(
      fc.property(
        fc.array(gap, { maxLength: 20 }),
        fc.array(span, { maxLength: 5 }),
        fc.array(fc.nat(25), { maxLength: 5 }),
        (gaps, passages, picks) => {
          const all = placed(gaps);
          const asides = picks.map((pick, index) => all[pick] ?? passages[index] ?? { start: 0, end: 1 });
          const captured = all.map((one) => passages.some((passage) => passage.start < one.end && passage.end > one.start));
          const setAside = all.map((one, index) => !captured[index] && asides.some(({ start, end }) => start === one.start && end === one.end));
          const dealt = dealtWith(all, passages, asides);
          expect(all.map((_, index) => [dealt.captured.has(index), dealt.setAside.has(index)])).toEqual(
            all.map((_, at) => [captured[at], setAside[at]]),
          );
        },
      ),
    );
  });

  it('counts a mention that was set aside and captured as captured', () => {
    const { captured, setAside } = dealtWith(mentions, [{ start: 6, end: 7 }], [{ start: 5, end: 7 }]);
    expect([...captured, ...setAside]).toEqual([1]);
  });
});

describe('indexFrom', () => {
  it('is the first that starts at a position or after it', () => {
    expect([0, 1, 5, 6, 100].map((position) => indexFrom(mentions, position))).toEqual([0, 1, 1, 2, 4]);
  });
});

describe('stepMention', () => {
  it('steps to open mentions only, around the ends', () => {
    expect(stepMention(mentions, oneLeft, { ...on(0), ...next })).toBe(3);
    expect(stepMention(mentions, oneLeft, { ...on(3), ...next })).toBe(0);
    expect(stepMention(mentions, oneLeft, { ...on(0), ...previous })).toBe(3);
  });

  it('steps through all of them when none is left open, or when that is wanted', () => {
    const done = { captured: new Set([0, 1]), setAside: new Set([2, 3]) };
    expect(stepMention(mentions, done, { ...on(0), ...next })).toBe(1);
    expect(stepMention(mentions, oneLeft, { ...on(0), ...next, onlyOpen: false })).toBe(1);
  });

  it('leaves the only open one for those that are dealt with', () => {
    expect(stepMention(mentions, { captured: new Set([1, 2, 3]), setAside: new Set() }, { ...on(0), ...next })).toBe(1);
  });

  it('starts at the position that is read when none is current', () => {
    expect(stepMention(mentions, nothing, { from: 6, isOn: false, ...next })).toBe(2);
    expect(stepMention(mentions, nothing, { from: 6, isOn: false, ...previous })).toBe(1);
    expect(stepMention(mentions, nothing, { from: mentions[1]!.start, isOn: false, ...next })).toBe(1);
    expect(stepMention(mentions, nothing, { from: 900, isOn: false, ...next })).toBe(0);
  });

  it('stays on the only mention and finds none in an empty list', () => {
    const [only] = mentions;
    expect(stepMention([only!], nothing, { from: 0, isOn: true, ...next })).toBe(0);
    expect(stepMention([], nothing, { from: 0, isOn: false, ...next })).toBe(-1);
  });
});
