import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import type { GridColumn } from './grid-types.ts';
import { inKeptOrder, type KeptColumns, readKeptColumns, type SavedView, usualColumns } from './kept-columns.ts';

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

export interface ColumnLayout<Row> {
  /** In their order, each as wide as it was left. */
  readonly columns: readonly GridColumn<Row>[];
  isHidden(id: string): boolean;
  show(id: string, isShown: boolean): void;
  setWidths(widths: Readonly<Record<string, number>>): void;
  setOrder(ids: readonly string[]): void;
  readonly frozenTo: string | undefined;
  freeze(to: string | undefined): void;
  readonly views: KeptColumns['views'];
  saveView(name: string, rest: Pick<SavedView, 'sort' | 'filter' | 'groupBy'>): void;
  removeView(name: string): void;
  /** Its columns; the grid does the rest. */
  showView(name: string): SavedView | undefined;
  reset(): void;
}

/** What the user chose wins over what the view and its width ask for; choices are kept as JSON. */
export function useColumnLayout<Row>(
  columns: readonly GridColumn<Row>[],
  element: RefObject<HTMLElement | null>,
  kept: { readonly value: string | null | undefined; set(value: string | null): void } | undefined,
  alwaysHidden: string | undefined,
): ColumnLayout<Row> {
  const [local, setLocal] = useState(usualColumns);
  const isKept = kept !== undefined;
  const keptText = kept?.value;
  const keep = kept?.set;
  const choices = useMemo(() => (isKept ? readKeptColumns(keptText) : local), [isKept, keptText, local]);
  const placed = useMemo(
    () => asFrozen(inKeptOrder(columns, choices.order), choices.frozenTo).map((column) => asWide(column, choices.widths[column.id])),
    [columns, choices],
  );
  const width = useWidth(element);
  const usual = useMemo(
    () => placed.filter((column) => column.id !== alwaysHidden && (column.isOptional !== true || choices.shown[column.id] === true)),
    [placed, choices, alwaysHidden],
  );
  const dropped = droppedColumns(usual, width).join(' ');
  const change = useCallback((next: KeptColumns) => (keep === undefined ? setLocal(next) : keep(JSON.stringify(next))), [keep]);
  // The same object as long as nothing differs: new column definitions would end an edit under way.
  return useMemo(() => {
    const gone = new Set([...dropped.split(' '), ...columns.filter((column) => column.isOptional === true).map((column) => column.id)]);
    const { shown, widths } = choices;
    return {
      columns: placed,
      isHidden: (id) => id === alwaysHidden || !(shown[id] ?? !gone.has(id)),
      show: (id, isShown) => change({ ...choices, shown: { ...shown, [id]: isShown } }),
      setWidths: (changed) => change({ ...choices, widths: { ...widths, ...changed } }),
      setOrder: (order) => change({ ...choices, order }),
      frozenTo: choices.frozenTo,
      freeze: (frozenTo) => change({ ...choices, frozenTo }),
      views: choices.views,
      saveView: (name, rest) => {
        const { views, ...own } = choices;
        change({ ...choices, views: { ...views, [name]: { ...own, ...rest } } });
      },
      removeView: (name) => change({ ...choices, views: Object.fromEntries(Object.entries(choices.views).filter(([one]) => one !== name)) }),
      showView: (name) => {
        const view = choices.views[name];
        if (view !== undefined) change({ shown: view.shown, widths: view.widths, order: view.order, frozenTo: view.frozenTo, views: choices.views });
        return view;
      },
      reset: () => change({ ...usualColumns, views: choices.views }),
    };
  }, [alwaysHidden, change, choices, columns, dropped, placed]);
}

/** A width that somebody gave a column is its width: it takes no share of the rest any more. */
function asWide<Row>(column: GridColumn<Row>, width: number | undefined): GridColumn<Row> {
  if (width === undefined) return column;
  const { flex: _share, ...fixed } = column;
  return { ...fixed, width };
}

/** A frozen column keeps its width: what is scrolled has the rest. */
function asFrozen<Row>(columns: readonly GridColumn<Row>[], frozenTo: string | undefined): readonly GridColumn<Row>[] {
  const last = columns.findIndex((column) => column.id === frozenTo);
  return columns.map((column, index) => (index > last ? column : { ...column, pinned: 'left' as const }));
}
