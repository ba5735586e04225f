// Positions in the workbook count Unicode code points; the DOM counts UTF-16 units. A text without characters beyond
// U+FFFF has the same positions in both, so the index only holds where such characters stand.

export interface CodePointIndex {
  /** UTF-16 units of the text. */
  readonly units: number;
  readonly codePoints: number;
  toUnits(codePoint: number): number;
  /** A position between the halves of one character counts as before it. */
  toCodePoints(unit: number): number;
}

export function indexCodePoints(text: string): CodePointIndex {
  const pairs = surrogatePairs(text);
  const codePoints = text.length - pairs.length;
  return {
    units: text.length,
    codePoints,
    toUnits: (codePoint) => {
      const at = clamp(codePoint, codePoints);
      return at + countBelow(pairs, (index) => pairs[index]! - index < at);
    },
    toCodePoints: (unit) => {
      const at = clamp(unit, text.length);
      return at - countBelow(pairs, (index) => pairs[index]! < at);
    },
  };
}

/** UTF-16 positions of the first halves of surrogate pairs. A lone half is a code point of its own. */
function surrogatePairs(text: string): Uint32Array {
  const found: number[] = [];
  for (let unit = 0; unit + 1 < text.length; unit += 1) {
    if (!isHigh(text.charCodeAt(unit)) || !isLow(text.charCodeAt(unit + 1))) continue;
    found.push(unit);
    unit += 1;
  }
  return Uint32Array.from(found);
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, Math.trunc(value)));
}

/** How many leading entries satisfy a test that holds for a prefix of the list. */
function countBelow(list: Uint32Array, holds: (index: number) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
