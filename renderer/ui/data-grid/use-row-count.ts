import { useEffect, useState } from 'react';
import type { RangeBounds } from './cell-range.ts';
import type { ChosenRows } from './use-chosen-rows.ts';
import type { GridRows } from './use-grid-rows.ts';

/** How many rows an action on several rows would act on: those chosen, or those of a block that is higher than a row; else none. */
export function useRowCount<Row>(
  block: RangeBounds | undefined,
  chosen: ChosenRows<Row>,
  { isGrouped, items }: Pick<GridRows<Row>, 'isGrouped' | 'items'>,
): number {
  const [counted, setCounted] = useState(0);
  const height = block === undefined ? 0 : block.bottom - block.top + 1;
  useEffect(() => {
    if (block === undefined || height < 2 || !isGrouped) return setCounted(height);
    let isNew = true;
    void items(block.top, height).then(
      (found) => isNew && setCounted(found.filter((item) => item.type === 'row').length),
      () => undefined,
    );
    return () => {
      isNew = false;
    };
  }, [block, height, isGrouped, items]);
  if (chosen.rows.length > 0) return chosen.rows.length;
  return height < 2 || counted < 2 ? 0 : counted;
}
