import { useEffect, useRef } from 'react';
import type { RangeControl } from './use-cell-range.ts';
import type { GridCore } from './use-grid-core.ts';

/** Goes to the cells that the view wants shown, as soon as there are rows, and gives them the focus when they may have it. */
export function useShownBlock<Row>(
  { latest }: GridCore<Row>,
  { control, isRead }: { readonly control: RangeControl; readonly isRead: boolean },
): void {
  const { shownBlock, keepsFocus = false } = latest.current;
  const shown = useRef<unknown>(undefined);
  const lacksFocus = useRef(false);
  useEffect(() => {
    if (!isRead || shownBlock === undefined) return;
    if (shown.current !== shownBlock) {
      shown.current = shownBlock;
      lacksFocus.current = true;
      control.show(shownBlock);
    }
    if (keepsFocus || !lacksFocus.current) return;
    lacksFocus.current = false;
    control.focus();
  }, [control, isRead, shownBlock, keepsFocus]);
}
