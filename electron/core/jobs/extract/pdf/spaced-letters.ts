// Words whose letters are set apart, as in titles and heads of tables: M A R K E T is a word, 1 1 8 9 5 0 a number. The space
// between their letters is even; a wider one parts words.
import type { Glyph } from './glyphs.ts';
import type { PageItem } from './pieces.ts';

/** Parts of the font size: space between letters that are set apart, and beyond which characters stand in different cells. */
const apart = { least: 0.09, most: 0.75 } as const;
const cellGap = 1.6;
const fewestLetters = 4;
/** A space between words over one between letters. */
const wordShare = 1.6;

/** Single characters with spaces between them, or alone. */
export function mayBeSpaced(items: readonly PageItem[]): boolean {
  const isSingle = ({ text }: PageItem) => /^\S$/u.test(text.trim());
  return items.some(
    (item, index) =>
      /(?:^|\s)\S \S(?: \S|$)/u.test(item.text) || (isSingle(item) && isSingle(items[index + 1] ?? item) && isSingle(items[index + 2] ?? item)),
  );
}

/** The items with words in the place of letters that were set apart. */
export function withoutSpacing(items: readonly PageItem[], glyphs: readonly Glyph[]): PageItem[] {
  const words = runsOf(glyphs).flatMap(wordItem);
  if (words.length === 0) return [...items];
  const placed = new Set<PageItem>();
  return items.flatMap((item) => {
    const word = words.find((one) => covers(one, item));
    if (word === undefined) return [item];
    if (placed.has(word)) return [];
    placed.add(word);
    return [word];
  });
}

function covers(word: PageItem, item: PageItem): boolean {
  const slack = 0.5 * word.size;
  return (
    item.isUpright && Math.abs(item.y - word.y) < 0.3 * word.size && item.x > word.x - slack && item.x + item.width < word.x + word.width + slack
  );
}

/** Characters one after the other on one line, near enough to belong together. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = runs.at(-1)?.at(-1);
    const gap = last === undefined ? 0 : glyph.x - last.right;
    const isNext = last !== undefined && Math.abs(glyph.y - last.y) < 0.1 * glyph.size && gap > -0.3 * glyph.size && gap < cellGap * glyph.size;
    if (isNext) runs.at(-1)!.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

function wordItem(run: readonly Glyph[]): PageItem[] {
  const drawn = run.filter((glyph) => glyph.text.trim() !== '');
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (first === undefined || last === undefined || drawn.length < fewestLetters) return [];
  const gaps = drawn.slice(1).map((glyph, index) => glyph.x - drawn[index]!.right);
  const between = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 3)]!;
  const isApart = between > apart.least * first.size && between < apart.most * first.size && first.right > first.x;
  if (!isApart || hasTypedSpaces(run, drawn)) return [];
  const text = drawn.map((glyph, index) => `${index > 0 && gaps[index - 1]! > wordShare * between ? ' ' : ''}${glyph.text}`).join('');
  return [{ text, x: first.x, y: first.y, width: last.right - first.x, size: first.size, isUpright: true }];
}

/** Digits with a space typed behind each are numbers beside each other, not one number. */
function hasTypedSpaces(run: readonly Glyph[], drawn: readonly Glyph[]): boolean {
  const words = run
    .map((glyph) => (glyph.text === '' ? '' : glyph.text))
    .join('')
    .trim()
    .split(/\s+/);
  return words.length > 1 && words.every((word) => word.length === 1) && drawn.some((glyph) => /\d/.test(glyph.text));
}
