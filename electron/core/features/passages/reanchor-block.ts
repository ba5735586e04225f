// Takes a block of cells to a newer version of its data set. Its first and last rows are looked for like any words; the block
// goes along only where both went the same way, and is changed where other words stand in its cells then. Else it is lost, with
// proposals.
import { blockSpan } from '../../../../shared/features/passages/anchor.ts';
import { type Reanchored, reanchor } from '../../../../shared/features/passages/anchoring/reanchor.ts';
import type { Versions } from '../../../../shared/features/passages/anchoring/versions.ts';
import type { Passage } from '../../../../shared/features/passages/model.ts';
import { type BlockWords, isOverRows } from '../../../../shared/features/sources/blocks.ts';
import { blockOfCells, type CellBlock, cellRange } from '../../../../shared/features/sources/cells.ts';
import type { PlaceFinder } from '../../../../shared/features/sources/layout.ts';
import { type Beginning, blockProposals } from './block-proposals.ts';

export interface TwoVersions {
  readonly versions: Versions;
  readonly before: PlaceFinder;
  readonly now: PlaceFinder;
}

export interface MovedBlock {
  readonly found: Reanchored;
  readonly cells: string;
}

/** Undefined where the passage is no block of cells, or one whose words are one piece of the text. */
export function reanchorBlock(passage: Passage, { versions, before, now }: TwoVersions): MovedBlock | undefined {
  const { cells } = passage;
  if (!isOverRows(cells)) return undefined;
  const lost = (byRows: readonly Beginning[]): MovedBlock => ({
    found: {
      state: 'lost',
      proposals: blockProposals({ passage: passage.was === null ? passage : { ...passage, ...passage.was }, fresh: versions.fresh, now, byRows }),
    },
    cells,
  });
  if (passage.state === 'lost') return revived(passage, cells, { versions, now }) ?? (isOnePiece(passage, versions) ? undefined : lost([]));
  const old = before.blockAt(passage.start, cells);
  if (old?.exact !== passage.exact || versions.old.points.slice(old.start, old.end) === old.exact) return undefined;
  const rows = rowsFound(old, { versions, before, now });
  const shift = shiftOf(rows);
  if (shift === undefined) return lost(beginnings(cells, rows));
  const movedCells = shifted(cells, shift);
  const fresh = now.blockAt(shift.start, movedCells);
  if (fresh === undefined) return lost([]);
  const state = fresh.exact !== old.exact ? 'changed' : fresh.start === passage.start ? 'same' : 'moved';
  const score = fresh.exact === old.exact ? 100 : shift.score;
  return { found: { state, place: { ...blockSpan(versions.fresh.points, fresh), score } }, cells: movedCells };
}

/** Words that are told apart from others by themselves are looked for like those of a text. */
const enoughLetters = 32;

function isOnePiece({ exact }: Passage, { fresh }: Versions): boolean {
  return [...exact].length >= enoughLetters && fresh.text.includes(exact);
}

/** A lost block that stands in its cells again, with the same words around it. */
function revived(passage: Passage, cells: string, { versions, now }: Pick<TwoVersions, 'versions' | 'now'>): MovedBlock | undefined {
  const block = now.blockAt(passage.start, cells);
  if (block?.exact !== passage.exact || block.start !== passage.start) return undefined;
  const words = blockSpan(versions.fresh.points, block);
  const isSame = words.prefix === passage.prefix && words.suffix === passage.suffix;
  return isSame ? { found: { state: 'same', place: { ...words, score: 100 } }, cells } : undefined;
}

interface Shift {
  readonly rows: number;
  readonly columns: number;
  /** Where the first row stands now. */
  readonly start: number;
  readonly score: number;
}

/** Where the first and the last row that hold words went. */
function rowsFound(old: BlockWords, { versions, before, now }: TwoVersions): readonly (Shift | undefined)[] {
  const worded = old.rows.map((row) => withoutTabs(row, versions)).filter(({ start, end }) => end > start);
  return [worded[0]!, worded.at(-1)!].map((row) => {
    const found = reanchor(versions, row);
    if (found.state === 'lost') return undefined;
    const [from, to] = [cornerOf(before, row), cornerOf(now, found.place)];
    if (from === undefined || to === undefined) return undefined;
    return { rows: to.top - from.top, columns: to.left - from.left, start: found.place.start, score: found.place.score };
  });
}

function beginnings(cells: string, rows: readonly (Shift | undefined)[]): readonly Beginning[] {
  const { top, left } = blockOfCells(cells)!;
  return rows.flatMap((shift) => (shift === undefined ? [] : [{ row: top + shift.rows, column: left + shift.columns, at: shift.start }]));
}

function shiftOf([first, last]: readonly (Shift | undefined)[]): Shift | undefined {
  if (first === undefined || last === undefined || first.rows !== last.rows || first.columns !== last.columns) return undefined;
  return { ...first, score: Math.min(first.score, last.score) };
}

/** Empty cells at the ends of a row are nothing to look for. */
function withoutTabs({ start, end }: { readonly start: number; readonly end: number }, { old }: Versions) {
  const words = old.points.slice(start, end);
  const [head, tail] = [/^\t*/.exec(words)![0].length, /\t*$/.exec(words)![0].length];
  return { start: start + head, end: Math.max(start + head, end - tail) };
}

function cornerOf(places: PlaceFinder, { start, end }: { readonly start: number; readonly end: number }): CellBlock | undefined {
  return blockOfCells(places.placeOf(start, end).cells ?? '');
}

function shifted(cells: string, { rows, columns }: Shift): string {
  const { top, left, bottom, right } = blockOfCells(cells)!;
  return cellRange([Math.max(1, top + rows), Math.max(1, left + columns)], [bottom + rows, right + columns]);
}
