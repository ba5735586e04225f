// The data set was opened at words of its text: on which sheet and in which cells they stand.
import { useMemo } from 'react';
import type { Output } from '../../../../shared/contract.ts';
import { blockOfCells, type CellBlock } from '../../../../shared/features/sources/cells.ts';
import { lineOfRow } from '../../../../shared/features/sources/layout.ts';
import { useCall } from '../../../bridge/index.ts';
import type { RangeBounds } from '../../../ui/data-grid/index.ts';
import { columnId } from './dataset-columns.tsx';

type Sheets = Output<'sources.layout'>['sheets'];

export interface PassageCells {
  /** Index of the sheet. */
  readonly sheet: number;
  /** Lines of the sheet. */
  readonly block: RangeBounds;
  /** As the file counts rows. */
  readonly cells: CellBlock;
}

/** A new object for each opening, so that the same cells are gone to again. */
export function usePassageCells(sourceId: string, sheets: Sheets, params: Record<string, string | number>): PassageCells | undefined {
  const { start, end } = params;
  const isAsked = typeof start === 'number';
  const span = isAsked ? { start, end: typeof end === 'number' ? end : start + 1 } : {};
  const layout = useCall('sources.layout', { id: sourceId, ...span }, { enabled: isAsked });
  const place = isAsked && !layout.isPlaceholderData ? layout.data?.place : undefined;
  return useMemo(() => {
    const cells = place?.cells == null ? undefined : blockOfCells(typeof params['cells'] === 'string' ? params['cells'] : place.cells);
    const sheet = sheets.findIndex((one) => one.name === place?.sheet);
    const found = sheets[sheet];
    if (cells === undefined || found === undefined) return undefined;
    const line = (row: number) => lineOfRow(found, row) ?? 0;
    const columns = Array.from({ length: cells.right - cells.left + 1 }, (_, index) => columnId(cells.left + index));
    return { sheet, block: { top: line(cells.top), bottom: line(cells.bottom), columns }, cells };
  }, [place, sheets, params]);
}
