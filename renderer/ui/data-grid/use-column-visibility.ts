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
function droppedColumns<Row>(columns: readonly GridColumn<Row>[], width: number): readonly string[] {
  const scrollbar = 10;
  const dropped: string[] = [];
  let needed = columns.reduce((sum, column) => sum + column.width, scrollbar);
  for (const column of columns.filter((one) => one.dropOrder !== undefined).sort((a, b) => (a.dropOrder ?? 0) - (b.dropOrder ?? 0))) {
    if (needed <= width) break;
    dropped.push(column.id);
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
  const isKept = kept !== undefined;
  const keptText = kept?.value;
  const keep = kept?.set;
  const choices = useMemo(() => (isKept ? readChoices(keptText) : local), [isKept, keptText, local]);
  const width = useWidth(element);
  const usual = useMemo(
    () => columns.filter((column) => column.id !== alwaysHidden && (column.isOptional !== true || choices[column.id] === true)),
    [columns, choices, alwaysHidden],
  );
  const dropped = droppedColumns(usual, width).join(' ');
  const change = useCallback((next: Choices) => (keep === undefined ? setLocal(next) : keep(JSON.stringify(next))), [keep]);
  // The same object as long as nothing differs: new column definitions would end an edit under way.
  return useMemo(() => {
    const gone = new Set([...dropped.split(' '), ...columns.filter((column) => column.isOptional === true).map((column) => column.id)]);
    return {
      isHidden: (id) => id === alwaysHidden || !(choices[id] ?? !gone.has(id)),
      toggle: (id, isShown) => change({ ...choices, [id]: isShown }),
      reset: () => change({}),
    };
  }, [alwaysHidden, change, choices, columns, dropped]);
}
