// Of more marks than pixels the first, the last, the lowest and the highest of each pixel and role stay: no extreme is lost.
import { middleOf, type PanelMark } from './marks.ts';

/** `pixelOf` gives the column of a day. */
export function sampledMarks(marks: readonly PanelMark[], pixelOf: (day: number) => number): readonly PanelMark[] {
  const columns = new Map<string, { first: PanelMark; last: PanelMark; lowest: PanelMark; highest: PanelMark; n: number }>();
  for (const mark of marks) {
    const day = middleOf(mark);
    if (day === undefined) continue;
    const key = `${Math.floor(pixelOf(day))} ${mark.role} ${mark.class} ${mark.issuer}`;
    const known = columns.get(key);
    if (known === undefined) columns.set(key, { first: mark, last: mark, lowest: mark, highest: mark, n: 1 });
    else {
      known.n += 1;
      known.last = mark;
      if (lowOf(mark) < lowOf(known.lowest)) known.lowest = mark;
      if (highOf(mark) > highOf(known.highest)) known.highest = mark;
    }
  }
  const kept = new Set([...columns.values()].flatMap(({ first, last, lowest, highest }) => [first, last, lowest, highest]));
  return marks.filter((mark) => kept.has(mark) || middleOf(mark) === undefined);
}

function lowOf({ low, high }: PanelMark): number {
  return Number(low ?? high ?? 0);
}

function highOf({ low, high }: PanelMark): number {
  return Number(high ?? low ?? 0);
}
