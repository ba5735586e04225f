// Rows chosen one by one or by stretches, beside the block of cells: they stay chosen wherever an edit or a sort puts them.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Filter, GridItem } from './grid-types.ts';
import type { RangeAccess } from './range-actions.ts';
import type { GridCore } from './use-grid-core.ts';

export interface ChosenRows<Row> {
  readonly rows: readonly Row[];
  readonly isEmpty: () => boolean;
  readonly has: (id: string) => boolean;
  /** Takes a row in or out. The row that has the focus is the first of those that are chosen. */
  toggle(row: number): void;
  /** Takes in the rows from the one that was chosen last to this one. */
  extendTo(row: number): void;
  /** Takes in the rows of a stretch. */
  cover(top: number, bottom: number): void;
  clear(): void;
}

const none: ReadonlyMap<string, never> = new Map<string, never>();

export function useChosenRows<Row>(
  { api, root, latest }: GridCore<Row>,
  { access, filters }: { readonly access: RangeAccess<Row>; readonly filters: readonly Filter[] },
): ChosenRows<Row> {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(none);
  const now = useRef(chosen);
  const anchor = useRef<number>(undefined);
  const set = useCallback((next: ReadonlyMap<string, Row>) => {
    now.current = next;
    setChosen(next);
  }, []);

  const add = useCallback(
    (items: readonly (GridItem<Row> | undefined)[]) =>
      set(new Map([...now.current, ...items.flatMap((item) => (item?.type === 'row' ? [[item.id, item.row] as const] : []))])),
    [set],
  );
  const clear = useCallback(() => {
    anchor.current = undefined;
    if (now.current.size > 0) set(none);
  }, [set]);

  const toggle = useCallback(
    (row: number) => {
      const itemAt = (index: number) => api.current?.getDisplayedRowAtIndex(index)?.data;
      const focused = api.current?.getFocusedCell()?.rowIndex;
      if (now.current.size === 0 && focused !== undefined && focused !== row) add([itemAt(focused)]);
      const item = itemAt(row);
      if (item?.type !== 'row') return;
      anchor.current = row;
      if (now.current.has(item.id)) set(new Map([...now.current].filter(([id]) => id !== item.id)));
      else add([item]);
    },
    [add, api, set],
  );

  const cover = useCallback(
    (top: number, bottom: number) => {
      anchor.current = bottom;
      void access.items(top, bottom - top + 1).then(add, () => undefined);
    },
    [access, add],
  );
  const extendTo = useCallback(
    (row: number) => {
      const from = anchor.current ?? api.current?.getFocusedCell()?.rowIndex ?? row;
      cover(Math.min(from, row), Math.max(from, row));
      anchor.current = row;
    },
    [api, cover],
  );

  // Nobody acts on rows that he does not see any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter is the reason
  useEffect(() => clear(), [clear, filters, latest.current.load]);

  useEffect(() => {
    for (const row of root.current?.querySelectorAll<HTMLElement>('.ag-row') ?? []) {
      const isChosen = chosen.has(row.getAttribute('row-id') ?? '');
      row.classList.toggle('row-chosen', isChosen);
      row.ariaSelected = isChosen ? 'true' : null;
    }
  }, [chosen, root]);

  return useMemo(
    () => ({
      rows: [...chosen.values()],
      isEmpty: () => now.current.size === 0,
      has: (id) => now.current.has(id),
      toggle,
      extendTo,
      cover,
      clear,
    }),
    [chosen, clear, cover, extendTo, toggle],
  );
}
