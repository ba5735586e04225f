// Editing in place. What was typed shows at once; the stored row replaces it, or the cell says why it was refused.
import type { CellEditRequestEvent } from 'ag-grid-community';
import { useCallback, useRef, useState } from 'react';
import type { RefusedCell } from './CellError.tsx';
import { type GridItem, leftAsItWas } from './grid-types.ts';
import type { GridCore } from './use-grid-core.ts';

type TypedCell = Pick<RefusedCell, 'rowId' | 'columnId' | 'typed'>;

export interface CellEdits<Row> {
  readonly refused: RefusedCell | undefined;
  refuse(cell: RefusedCell | undefined): void;
  /** Takes the words away, but leaves the cell marked. */
  hideMessage(): void;
  request(event: CellEditRequestEvent<GridItem<Row>, string>): Promise<void>;
  editAgain(): void;
  settle(): void;
  pendingText(rowId: string, columnId: string): string | undefined;
  refusedText(rowId: string, columnId: string): string | undefined;
}

const textAt = (cell: TypedCell | undefined, rowId: string, columnId: string): string | undefined =>
  cell?.rowId === rowId && cell.columnId === columnId ? cell.typed : undefined;

export function useCellEdits<Row>({ api, latest }: GridCore<Row>): CellEdits<Row> {
  const [refused, setRefused] = useState<RefusedCell>();
  const marked = useRef<RefusedCell>(undefined);
  const pending = useRef<TypedCell>(undefined);

  const redrawCell = useCallback(
    (cell: TypedCell | undefined) => {
      const node = cell === undefined ? undefined : api.current?.getRowNode(cell.rowId);
      if (cell !== undefined && node !== undefined) api.current?.refreshCells({ rowNodes: [node], columns: [cell.columnId], force: true });
    },
    [api],
  );

  const refuse = useCallback(
    (cell: RefusedCell | undefined) => {
      const before = marked.current;
      marked.current = cell;
      setRefused(cell);
      redrawCell(before);
      redrawCell(cell);
    },
    [redrawCell],
  );

  const request = useCallback(
    async ({ data, column, newValue, oldValue }: CellEditRequestEvent<GridItem<Row>, string>): Promise<void> => {
      const { onCellEdit } = latest.current;
      if (data?.type !== 'row' || onCellEdit === undefined || (newValue ?? '') === (oldValue ?? '')) return;
      const typed = { rowId: data.id, columnId: column.getColId(), typed: newValue ?? '' };
      pending.current = typed;
      redrawCell(typed);
      try {
        const answer = await onCellEdit({ row: data.row, columnId: typed.columnId, value: typed.typed === '' ? null : typed.typed });
        if (answer === leftAsItWas) {
          pending.current = undefined;
          redrawCell(typed);
        }
        refuse(undefined);
      } catch (error) {
        pending.current = undefined;
        refuse({ ...typed, message: latest.current.errorWords(error) });
      }
    },
    [latest, redrawCell, refuse],
  );

  const hideMessage = useCallback(() => setRefused(undefined), []);
  const settle = useCallback(() => {
    pending.current = undefined;
  }, []);
  const editAgain = useCallback(() => {
    const rowIndex = marked.current === undefined ? null : api.current?.getRowNode(marked.current.rowId)?.rowIndex;
    if (rowIndex != null && marked.current !== undefined) api.current?.startEditingCell({ rowIndex, colKey: marked.current.columnId });
  }, [api]);
  // The columns are made from these two: they must stay the same, or an edit under way would end.
  const pendingText = useCallback((rowId: string, columnId: string) => textAt(pending.current, rowId, columnId), []);
  const refusedText = useCallback((rowId: string, columnId: string) => textAt(marked.current, rowId, columnId), []);
  return { refused, refuse, request, hideMessage, settle, editAgain, pendingText, refusedText };
}
