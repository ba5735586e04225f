// After rows were read anew, focus and range go where their rows went: they are held by the rows, not by the places.
import { useCallback, useMemo, useRef } from 'react';
import type { RangeControl } from './use-cell-range.ts';
import type { GridCore } from './use-grid-core.ts';

interface Held {
  readonly columnId: string;
  readonly row: number;
  readonly id: string;
}

interface End {
  readonly row: number;
  readonly id: string | undefined;
}

export interface HeldRows {
  /** Remembers the rows under focus and range. */
  hold(): void;
  follow(): void;
}

export function useHeldRows<Row>({ api, root }: GridCore<Row>, control: RangeControl): HeldRows {
  const focused = useRef<Held>(undefined);
  const ends = useRef<{ readonly anchor: End; readonly corner: End }>(undefined);
  const idAt = useCallback((row: number) => api.current?.getDisplayedRowAtIndex(row)?.data?.id, [api]);
  const placeOf = useCallback((id: string) => api.current?.getRowNode(id)?.rowIndex ?? undefined, [api]);

  const hold = useCallback(() => {
    const cell = api.current?.getFocusedCell();
    const id = cell == null ? undefined : idAt(cell.rowIndex);
    focused.current = cell == null || id === undefined ? undefined : { id, row: cell.rowIndex, columnId: cell.column.getColId() };
    const rows = control.range.ends();
    const endAt = (row: number): End => ({ row, id: idAt(row) });
    ends.current = rows === undefined ? undefined : { anchor: endAt(rows.anchor), corner: endAt(rows.corner) };
  }, [api, control, idAt]);

  const followFocus = useCallback(() => {
    const before = focused.current;
    const now = api.current?.getFocusedCell();
    const hasMoved = now?.rowIndex !== before?.row || now?.column.getColId() !== before?.columnId;
    if (before === undefined || hasMoved || idAt(before.row) === before.id) return;
    const row = placeOf(before.id);
    if (row === undefined) api.current?.clearFocusedCell();
    else if (root.current?.contains(document.activeElement) === true) api.current?.setFocusedCell(row, before.columnId);
  }, [api, idAt, placeOf, root]);

  const followRange = useCallback(() => {
    const rows = control.range.ends();
    const before = ends.current;
    if (rows === undefined || before === undefined || rows.anchor !== before.anchor.row || rows.corner !== before.corner.row) return;
    const { anchor, corner } = before;
    if (anchor.id === undefined || corner.id === undefined) return;
    if (idAt(anchor.row) === anchor.id && idAt(corner.row) === corner.id) return;
    const [first, last] = [placeOf(anchor.id), placeOf(corner.id)];
    // Where rows between them came or went, or one end did, it is another block than the one that was chosen.
    if (first === undefined || last === undefined || last - first !== rows.corner - rows.anchor) control.clear();
    else control.move(first, last);
  }, [control, idAt, placeOf]);

  const follow = useCallback(() => {
    followFocus();
    followRange();
    hold();
  }, [followFocus, followRange, hold]);
  return useMemo(() => ({ hold, follow }), [hold, follow]);
}
