// What the user selected in the text, in UTF-16 units without the white space around it, and where a caret stands.
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { unitOfPoint } from './dom-position.ts';

export interface TextSelection {
  readonly start: number;
  readonly end: number;
  /** Where the button that captures it may stand, from the top left of the page. */
  readonly place: { readonly left: number; readonly top: number };
}

export interface CaretPlace {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

export interface SelectionState {
  readonly selected: TextSelection | undefined;
  readonly caret: CaretPlace | undefined;
}

const nothing: SelectionState = { selected: undefined, caret: undefined };

export interface LiveSelection extends SelectionState {
  /** What is selected at this moment, also where that was not drawn yet: a key may follow at once. */
  now(): TextSelection | undefined;
}

export function useTextSelection(page: RefObject<HTMLElement | null>, words: RefObject<HTMLElement | null>, text: string): LiveSelection {
  const [state, setState] = useState<SelectionState>(nothing);
  const read = useCallback(
    () => (page.current === null || words.current === null ? nothing : readSelection(page.current, words.current, text)),
    [page, words, text],
  );
  useEffect(() => {
    const follow = () => setState((before) => settle(before, read()));
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [read]);
  return { ...state, now: () => read().selected };
}

function settle(before: SelectionState, after: SelectionState): SelectionState {
  return before.selected === undefined && after.selected === undefined && before.caret === undefined && after.caret === undefined ? before : after;
}

function readSelection(page: HTMLElement, words: HTMLElement, text: string): SelectionState {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || !words.contains(selection.anchorNode) || !words.contains(selection.focusNode))
    return nothing;
  const range = selection.getRangeAt(0);
  const origin = page.getBoundingClientRect();
  if (selection.isCollapsed) {
    const rect = range.getClientRects()[0];
    return rect === undefined
      ? nothing
      : { selected: undefined, caret: { left: rect.left - origin.left, top: rect.top - origin.top, height: rect.height } };
  }
  const start = unitOfPoint(words, range.startContainer, range.startOffset);
  const end = unitOfPoint(words, range.endContainer, range.endOffset);
  if (start === undefined || end === undefined) return nothing;
  const span = trimSpan(text, start, end);
  const last = [...range.getClientRects()].at(-1);
  if (span === undefined || last === undefined) return nothing;
  return { selected: { ...span, place: { left: last.right - origin.left, top: last.bottom - origin.top } }, caret: undefined };
}

function trimSpan(text: string, start: number, end: number): { start: number; end: number } | undefined {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  const trail = words.length - words.trimEnd().length;
  return lead === words.length ? undefined : { start: start + lead, end: end - trail };
}
