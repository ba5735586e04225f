import { useEffect, useRef } from 'react';
import type { RangeControl } from './use-cell-range.ts';
import type { GridCore } from './use-grid-core.ts';

/** Goes to the cells that the view wants shown, as soon as there are rows. */
export function useShownBlock<Row>(
  { latest }: GridCore<Row>,
  { control, isRead }: { readonly control: RangeControl; readonly isRead: boolean },
): void {
  const { shownBlock } = latest.current;
  const shown = useRef<unknown>(undefined);
  useEffect(() => {
    if (!isRead || shownBlock === undefined || shown.current === shownBlock) return;
    shown.current = shownBlock;
    control.show(shownBlock);
  }, [control, isRead, shownBlock]);
}
