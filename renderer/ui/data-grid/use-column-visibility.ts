import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import type { GridColumn } from './grid-types.ts';

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(10_000);
  useEffect(() => {
    const host = element.current;
    if (host === null) return;
    const observer = new ResizeObserver(() => {
      if (host.clientWidth > 0) setWidth(host.clientWidth);
    });
    observer.observe(host);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** Columns that give way, the lowest `dropOrder` first, until the rest fits. */
function droppedColumns<Row>(columns: readonly GridColumn<Row>[], width: number): ReadonlySet<string> {
  const scrollbar = 10;
  const dropped = new Set<string>();
  let needed = columns.reduce((sum, column) => sum + column.width, scrollbar);
  for (const column of columns.filter((one) => one.dropOrder !== undefined).sort((a, b) => (a.dropOrder ?? 0) - (b.dropOrder ?? 0))) {
    if (needed <= width) break;
    dropped.add(column.id);
    needed -= column.width;
  }
  return dropped;
}

export interface ColumnVisibility {
  isHidden(id: string): boolean;
  toggle(id: string, isShown: boolean): void;
  reset(): void;
}

type Choices = Readonly<Record<string, boolean>>;

function readChoices(kept: string | null | undefined): Choices {
  try {
    return kept ? (JSON.parse(kept) as Choices) : {};
  } catch {
    return {};
  }
}

/** What the user chose wins over what the width asks for; choices are kept as JSON. */
export function useColumnVisibility<Row>(
  columns: readonly GridColumn<Row>[],
  element: RefObject<HTMLElement | null>,
  kept: { readonly value: string | null | undefined; set(value: string | null): void } | undefined,
  alwaysHidden: string | undefined,
): ColumnVisibility {
  const [local, setLocal] = useState<Choices>({});
  const choices = useMemo(() => (kept === undefined ? local : readChoices(kept.value)), [kept, local]);
  const width = useWidth(element);
  const usual = useMemo(
    () => columns.filter((column) => column.id !== alwaysHidden && (column.isOptional !== true || choices[column.id] === true)),
    [columns, choices, alwaysHidden],
  );
  const dropped = useMemo(() => droppedColumns(usual, width), [usual, width]);
  const change = useCallback((next: Choices) => (kept === undefined ? setLocal(next) : kept.set(JSON.stringify(next))), [kept]);
  return useMemo(
    () => ({
      isHidden: (id) =>
        id === alwaysHidden || !(choices[id] ?? (!dropped.has(id) && columns.find((column) => column.id === id)?.isOptional !== true)),
      toggle: (id, isShown) => change({ ...choices, [id]: isShown }),
      reset: () => change({}),
    }),
    [alwaysHidden, change, choices, columns, dropped],
  );
}
