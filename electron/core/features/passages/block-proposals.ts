// Where a lost block of cells may stand now. Each of its values, wherever it stands in a sheet, says where the block would begin
// if that were its place; so does a row that is found by its surroundings. The beginnings that most values speak for are
// proposed; nothing is taken.
import { type AnchorText, blockSpan } from '../../../../shared/features/passages/anchor.ts';
import type { Place } from '../../../../shared/features/passages/anchoring/reanchor.ts';
import type { Passage } from '../../../../shared/features/passages/model.ts';
import { blockOfCells, cellRange } from '../../../../shared/features/sources/cells.ts';
import type { PlaceFinder } from '../../../../shared/features/sources/layout.ts';

const mostProposals = 3;
/** A value that stands in more cells says nothing about the place. */
const mostPlaces = 2000;
const enoughAlike = 0.5;

/** The top left cell of a possible place. */
export interface Beginning {
  readonly row: number;
  readonly column: number;
  /** Any position in its sheet, code points. */
  readonly at: number;
}

interface Counted extends Beginning {
  /** How many stand where they would have to. */
  readonly values: number;
  readonly isFoundByRow: boolean;
}

export interface LostBlock {
  readonly passage: Pick<Passage, 'exact' | 'prefix' | 'suffix' | 'cells'>;
  readonly fresh: AnchorText;
  readonly now: PlaceFinder;
  /** Beginnings that rows found by their surroundings speak for. */
  readonly byRows: readonly Beginning[];
}

export function blockProposals(block: LostBlock): readonly Place[] {
  const lines = block.passage.exact.split('\n').map((line) => line.split('\t'));
  const total = lines.flat().filter(isValue).length;
  return beginningsOf(block, lines)
    .filter(({ values, isFoundByRow }) => isFoundByRow || values >= total * enoughAlike)
    .toSorted((a, b) => b.values - a.values || Number(b.isFoundByRow) - Number(a.isFoundByRow) || a.at - b.at)
    .slice(0, mostProposals)
    .flatMap((one) => placeAt(block, one, one.values / total) ?? []);
}

const isValue = (word: string): boolean => /\S/.test(word);

function beginningsOf({ fresh, now, byRows }: LostBlock, lines: readonly (readonly string[])[]): readonly Counted[] {
  const counted = new Map<string, Counted>();
  const count = (one: Beginning, add: Pick<Counted, 'values' | 'isFoundByRow'>): void => {
    if (one.row < 1 || one.column < 1) return;
    const key = `${now.placeOf(one.at, one.at).sheet} ${one.row} ${one.column}`;
    const before = counted.get(key);
    const isFoundByRow = add.isFoundByRow || (before?.isFoundByRow ?? false);
    counted.set(key, { ...one, values: (before?.values ?? 0) + add.values, isFoundByRow });
  };
  const places = cellsWith(fresh, new Set(lines.flat().filter(isValue)));
  for (const [down, line] of lines.entries())
    for (const [right, word] of line.entries())
      for (const at of places.get(word) ?? []) {
        const corner = blockOfCells(now.placeOf(at, at + 1).cells ?? '');
        if (corner !== undefined) count({ row: corner.top - down, column: corner.left - right, at }, { values: 1, isFoundByRow: false });
      }
  for (const one of byRows) count(one, { values: 0, isFoundByRow: true });
  return [...counted.values()];
}

/** Where whole cells hold these words, code points; a word that too many hold is left out. */
function cellsWith({ text, points }: AnchorText, words: ReadonlySet<string>): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(/[^\t\n]+/g)) {
    if (!words.has(word)) continue;
    const places = found.get(word) ?? [];
    if (places.length <= mostPlaces) places.push(points.toPoints(index));
    found.set(word, places);
  }
  return new Map([...found].filter(([, places]) => places.length <= mostPlaces));
}

/** A place that reaches beyond the last row of its sheet ends there. */
function placeAt({ passage, fresh, now }: LostBlock, { row, column, at }: Beginning, likeness: number): Place | undefined {
  const { top, left, bottom, right } = blockOfCells(passage.cells!)!;
  const words = now.blockAt(at, cellRange([row, column], [row + bottom - top, column + right - left]));
  if (words === undefined) return undefined;
  const cells = cellRange([row, column], [row + words.rows.length - 1, column + right - left]);
  const span = blockSpan(fresh.points, words);
  const surroundings = (span.prefix === passage.prefix ? 0.5 : 0) + (span.suffix === passage.suffix ? 0.5 : 0);
  return { ...span, cells, score: Math.round(60 * likeness + 40 * surroundings) };
}
