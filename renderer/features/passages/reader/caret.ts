// A caret in text that is not editable: arrows move it by characters, words and lines, with Shift they select.
import { pointOfUnit } from './dom-position.ts';

export interface CaretKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const moves: Readonly<Record<string, { readonly direction: 'backward' | 'forward'; readonly granularity: string }>> = {
  ArrowLeft: { direction: 'backward', granularity: 'character' },
  ArrowRight: { direction: 'forward', granularity: 'character' },
  ArrowUp: { direction: 'backward', granularity: 'line' },
  ArrowDown: { direction: 'forward', granularity: 'line' },
  Home: { direction: 'backward', granularity: 'lineboundary' },
  End: { direction: 'forward', granularity: 'lineboundary' },
};

function selectionIn(words: HTMLElement): Selection | undefined {
  const selection = document.getSelection();
  return selection !== null && selection.rangeCount > 0 && words.contains(selection.anchorNode) && words.contains(selection.focusNode)
    ? selection
    : undefined;
}

export function hasCaret(words: HTMLElement): boolean {
  return selectionIn(words) !== undefined;
}

/**
 * Moves or extends; false for keys that are not the caret's. Up, Down, Home and End scroll as usual until there is a caret;
 * Left, Right and any key with Shift set one at `from`.
 */
export function moveCaret(words: HTMLElement, event: CaretKey, from: number): boolean {
  const move = moves[event.key];
  if (move === undefined || event.altKey || event.metaKey) return false;
  const isSideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
  const existing = selectionIn(words);
  if (existing === undefined && !isSideways && !event.shiftKey) return false;
  const selection = existing ?? placeCaret(words, from);
  if (selection === undefined) return false;
  const granularity = event.ctrlKey && isSideways ? 'word' : move.granularity;
  if (existing !== undefined || event.shiftKey) selection.modify(event.shiftKey ? 'extend' : 'move', move.direction, granularity);
  revealFocus(selection);
  return true;
}

function placeCaret(words: HTMLElement, unit: number): Selection | undefined {
  const point = pointOfUnit(words, unit);
  const selection = document.getSelection();
  if (point === undefined || selection === null) return undefined;
  selection.collapse(point.node, point.offset);
  return selection;
}

/** Selects the words between two positions. */
export function selectUnits(words: HTMLElement, start: number, end: number): void {
  const [from, to] = [pointOfUnit(words, start), pointOfUnit(words, end)];
  if (from !== undefined && to !== undefined) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

function revealFocus(selection: Selection): void {
  const element = selection.focusNode instanceof Element ? selection.focusNode : selection.focusNode?.parentElement;
  element?.scrollIntoView({ block: 'nearest' });
}

export function dropSelection(): void {
  document.getSelection()?.removeAllRanges();
}

/** UTF-16 units about a position in which its word is looked for. */
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
