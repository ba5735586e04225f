const reach = 200;

/** The word that holds a position, or ends at it, also where words stand without spaces; both in UTF-16 units. */
export function wordAt(text: string, unit: number): readonly [start: number, end: number] {
  const from = text.lastIndexOf('\n', unit - 1) + 1;
  const start = Math.max(from, unit - reach);
  const line = text.slice(start, unit + reach);
  const words = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(line);
  const here = words.containing(unit - start);
  const word = here?.isWordLike === false && here.index > 0 ? words.containing(here.index - 1) : here;
  return word === undefined ? [unit, unit] : [start + word.index, start + word.index + word.segment.length];
}
