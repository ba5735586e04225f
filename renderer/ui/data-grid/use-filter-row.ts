import { type RefObject, useCallback } from 'react';

const drawnWithinMs = 60;

/** Shows and hides the row of filters; its first field, or the one that was asked for, takes the focus. */
export function useFilterRow(root: RefObject<HTMLElement | null>, setShown: (change: (isShown: boolean) => boolean) => void) {
  const focus = useCallback((within: string) => setTimeout(() => root.current?.querySelector<HTMLElement>(within)?.focus(), drawnWithinMs), [root]);
  const toggleFilters = useCallback(() => {
    setShown((isShown) => !isShown);
    focus('.ag-floating-filter input, .option-filter');
  }, [focus, setShown]);
  const filter = useCallback(
    (columnId: string) => {
      setShown(() => true);
      const field = `.ag-floating-filter[col-id="${CSS.escape(columnId)}"]`;
      focus(`${field} input, ${field} select`);
    },
    [focus, setShown],
  );
  return { toggleFilters, filter };
}
