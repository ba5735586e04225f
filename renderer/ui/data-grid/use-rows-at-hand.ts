import { useCallback } from 'react';
import type { GridItem } from './grid-types.ts';
import type { RangeAccess } from './range-actions.ts';
import type { RangeControl } from './use-cell-range.ts';
import type { ChosenRows } from './use-chosen-rows.ts';

const windowRows = 500;

/** Reads items of a long list; windows hold some hundred rows each. */
export async function itemsFrom<Row>(access: RangeAccess<Row>, start: number, count: number): Promise<GridItem<Row>[]> {
  const items: GridItem<Row>[] = [];
  while (items.length < count) {
    const next = await access.items(start + items.length, Math.min(windowRows, count - items.length));
    if (next.length === 0) break;
    items.push(...next);
  }
  return items;
}

/** What an action on rows acts on: the chosen rows, else those of the block of cells, else the row that has the focus. */
export function useRowsAtHand<Row>(chosen: ChosenRows<Row>, control: RangeControl, access: RangeAccess<Row>): () => Promise<readonly Row[]> {
  return useCallback(async () => {
    if (!chosen.isEmpty()) return chosen.rows;
    const at = control.bounds();
    if (at === undefined) return [];
    const items = await itemsFrom(access, at.top, at.bottom - at.top + 1);
    return items.flatMap((item) => (item.type === 'row' ? [item.row] : []));
  }, [access, chosen, control]);
}
