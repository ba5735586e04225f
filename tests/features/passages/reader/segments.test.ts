import { describe, expect, it } from 'vitest';
import { cutSegments, type Overlay, overlaysWithin } from '../../../../renderer/features/passages/reader/segments.ts';

const mention = (start: number, end: number, fields: Partial<Overlay> = {}): Overlay => ({
  start,
  end,
  kind: 'figure',
  capture: 'open',
  claimIds: [],
  mention: 0,
  ...fields,
});
const passage = (start: number, end: number, claimId: string, fields: Partial<Overlay> = {}): Overlay =>
  mention(start, end, { capture: 'captured', claimIds: [claimId], mention: -1, ...fields });

describe('cutSegments', () => {
  it('cuts at every edge and covers the piece without gaps', () => {
    const segments = cutSegments(0, 20, [passage(2, 12, 'a'), mention(8, 16)]);
    expect(segments.map((segment) => [segment.start, segment.end])).toEqual([
      [0, 2],
      [2, 8],
      [8, 12],
      [12, 16],
      [16, 20],
    ]);
  });

  it('shows an open mention through the passage around it', () => {
    const middle = cutSegments(0, 20, [passage(2, 18, 'a'), mention(8, 12)]).find((segment) => segment.start === 8);
    expect(middle).toEqual({ start: 8, end: 12, kind: 'figure', capture: 'open', claimIds: ['a'], mention: 0 });
  });

  it('gives the kind of the tightest passage where passages overlap', () => {
    const inner = cutSegments(0, 20, [passage(0, 20, 'a', { kind: 'statement' }), passage(5, 9, 'b', { kind: 'event' })])[1];
    expect(inner).toMatchObject({ kind: 'event', claimIds: ['a', 'b'] });
  });

  it('clips ranges that reach over the piece', () => {
    expect(cutSegments(10, 20, [passage(5, 15, 'a')]).map((segment) => segment.claimIds.length)).toEqual([1, 0]);
  });
});

describe('overlaysWithin', () => {
  it('finds a long range that begins far before', () => {
    const list = [passage(0, 100, 'long'), ...Array.from({ length: 30 }, (_, index) => mention(index * 3, index * 3 + 2))].sort(
      (a, b) => a.start - b.start,
    );
    expect(overlaysWithin(list, 95, 99, 100).map((overlay) => overlay.claimIds)).toEqual([['long']]);
  });
});
