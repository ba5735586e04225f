// Positions are Unicode code points, so that they mean the same in every language and file. JavaScript strings count
// UTF-16 units; this map translates. Texts without astral characters need no table.

export interface CodePoints {
  /** Length in code points. */
  readonly length: number;
  /** UTF-16 offset of a code point position. */
  toUnits(position: number): number;
  /** Code point position of a UTF-16 offset. */
  toPoints(offset: number): number;
  /** The text between two code point positions, end exclusive. */
  slice(start: number, end: number): string;
}

export function codePointsOf(text: string): CodePoints {
  const astral = astralOffsets(text);
  const toUnits = (position: number) => position + countBelow(astral, position, (offset, index) => offset - index);
  const toPoints = (offset: number) => offset - countBelow(astral, offset, (at) => at);
  return {
    length: text.length - astral.length,
    toUnits,
    toPoints,
    slice: (start, end) => text.slice(toUnits(Math.max(0, start)), toUnits(Math.max(0, end))),
  };
}

/** UTF-16 offsets of all surrogate pairs, ascending. */
function astralOffsets(text: string): readonly number[] {
  const offsets: number[] = [];
  for (const match of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) offsets.push(match.index);
  return offsets;
}

/** How many pairs begin before a place; `place` gives a pair's place in the caller's counting. */
function countBelow(offsets: readonly number[], limit: number, place: (offset: number, index: number) => number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place(offsets[middle]!, middle) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
