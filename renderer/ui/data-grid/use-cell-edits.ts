// Editing in place. What was typed shows at once; the stored row replaces it, or the cell says why it was refused.
import type { CellEditRequestEvent } from 'ag-grid-community';
import { useCallback, useRef, useState } from 'react';
import type { RefusedCell } from './CellError.tsx';
import { type GridItem, leftAsItWas } from './grid-types.ts';
import { isEditableCell } from './range-actions.ts';
import type { GridCore } from './use-grid-core.ts';

type TypedCell = Pick<RefusedCell, 'rowId' | 'columnId' | 'typed'>;

export interface CellEdits<Row> {
  readonly refused: RefusedCell | undefined;
  /** Something typed is on its way and may be refused. */
  readonly isSending: boolean;
  /** What was typed into the cell that is marked as refused, also when the words that say why are gone. */
  readonly kept: string | undefined;
  refuse(cell: RefusedCell | undefined): void;
  /** Takes the words away, but leaves the cell marked. */
  hideMessage(): void;
  request(event: CellEditRequestEvent<GridItem<Row>, string>): Promise<void>;
  /** As if the value had been typed into the cell. */
  setCell(rowIndex: number, columnId: string, value: string): void;
  editAgain(): void;
  settle(): void;
  pendingText(rowId: string, columnId: string): string | undefined;
  refusedText(rowId: string, columnId: string): string | undefined;
}

const textAt = (cell: TypedCell | undefined, rowId: string, columnId: string): string | undefined =>
  cell?.rowId === rowId && cell.columnId === columnId ? cell.typed : undefined;

export function useCellEdits<Row>({ api, latest }: GridCore<Row>): CellEdits<Row> {
  const [refused, setRefused] = useState<RefusedCell>();
  const [kept, setKept] = useState<string>();
  const [sending, setSending] = useState(0);
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
      setKept(cell?.typed);
      redrawCell(before);
      redrawCell(cell);
    },
    [redrawCell],
  );

  const send = useCallback(
    async ({ id, row }: Extract<GridItem<Row>, { type: 'row' }>, columnId: string, text: string): Promise<void> => {
      const { onCellEdit } = latest.current;
      if (onCellEdit === undefined) return;
      const typed = { rowId: id, columnId, typed: text };
      pending.current = typed;
      redrawCell(typed);
      setSending((count) => count + 1);
      try {
        const answer = await onCellEdit({ row, columnId, value: text === '' ? null : text });
        if (answer === leftAsItWas) {
          pending.current = undefined;
          redrawCell(typed);
        }
        refuse(undefined);
      } catch (error) {
        pending.current = undefined;
        refuse({ ...typed, message: latest.current.errorWords(error) });
      } finally {
        setSending((count) => count - 1);
      }
    },
    [latest, redrawCell, refuse],
  );

  const request = useCallback(
    async ({ data, column, newValue, oldValue }: CellEditRequestEvent<GridItem<Row>, string>): Promise<void> => {
      if (data?.type === 'row' && (newValue ?? '') !== (oldValue ?? '')) await send(data, column.getColId(), newValue ?? '');
    },
    [send],
  );

  const setCell = useCallback(
    (rowIndex: number, columnId: string, value: string) => {
      const item = api.current?.getDisplayedRowAtIndex(rowIndex)?.data;
      const column = latest.current.columns.find(({ id }) => id === columnId);
      if (item?.type !== 'row' || !isEditableCell(column, item.row) || column?.editText?.(item.row) === value) return;
      void send(item, columnId, value);
    },
    [api, latest, send],
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
  return { refused, kept, isSending: sending > 0, refuse, request, setCell, hideMessage, settle, editAgain, pendingText, refusedText };
}
