import { useEffect } from 'react';
import type { GridCore } from './use-grid-core.ts';
import type { GridRows } from './use-grid-rows.ts';

const rowHeightPx = 24;

/** A row that was selected elsewhere comes into view; one that is in view already stays where it is. */
export function useRevealSelection<Row>(
  { api, latest, root }: GridCore<Row>,
  { isRead, positionOf }: Pick<GridRows<Row>, 'isRead' | 'positionOf'>,
): void {
  const { selectedId } = latest.current;
  useEffect(() => {
    if (selectedId === undefined || !isRead) return;
    const hasFocus = root.current?.contains(document.activeElement) === true;
    if (hasFocus) return;
    const reveal = (position: number | null | undefined): void => {
      if (position == null || latest.current.selectedId !== selectedId || api.current === undefined) return;
      const { top, bottom } = api.current.getVerticalPixelRange();
      const rowTop = position * rowHeightPx;
      if (rowTop < top || rowTop + rowHeightPx > bottom) api.current.ensureIndexVisible(position, 'middle');
    };
    const loaded = api.current?.getRowNode(selectedId)?.rowIndex;
    if (loaded == null) void positionOf(selectedId).then(reveal);
    else reveal(loaded);
  }, [api, isRead, latest, positionOf, root, selectedId]);
}
