// Finds words in the cells of a list, whether its rows are read yet or not, in the columns that are shown.
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Find } from '../find/use-find.ts';
import type { CellChange, GridItem } from './grid-types.ts';
import { isEditableCell, type RangeAccess } from './range-actions.ts';
import type { RangeControl } from './use-cell-range.ts';
import { itemsFrom } from './use-rows-at-hand.ts';

/** Rows beyond this many are not looked through. */
const mostRows = 20_000;

interface CellHit<Row> {
  readonly index: number;
  readonly columnId: string;
  readonly row: Row;
}

export interface Replacement<Row> extends CellChange<Row> {
  readonly before: string;
  readonly value: string;
}

export interface GridFind<Row> extends Find {
  ask(): void;
  readonly asked: number;
  /** What a replacement would change; cells that cannot be changed, and choices, are counted only. */
  replacements(by: string): { readonly cells: readonly Replacement<Row>[]; readonly skipped: number };
}

interface Options<Row> {
  readonly access: RangeAccess<Row>;
  readonly control: RangeControl;
  /** Rows and heads of the list. */
  count(): number;
  readonly revision: unknown;
}

function hitsIn<Row>(items: readonly GridItem<Row>[], words: string, access: RangeAccess<Row>): readonly CellHit<Row>[] {
  const columns = access.order().flatMap((id) => access.column(id) ?? []);
  return items.flatMap((item, index) =>
    item.type === 'group'
      ? []
      : columns.filter((column) => column.text(item.row).toLowerCase().includes(words)).map(({ id }) => ({ index, columnId: id, row: item.row })),
  );
}

export function useGridFind<Row>({ access, control, count, revision }: Options<Row>): GridFind<Row> {
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState(0);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly CellHit<Row>[]>([]);
  const [at, setAt] = useState(0);
  const words = useDeferredValue(query.trim().toLowerCase());
  const latest = useRef(count);
  latest.current = count;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands in the cells may change with each revision
  useEffect(() => {
    if (!isOpen || words === '') return setFound([]);
    let isOver = false;
    void itemsFrom(access, 0, Math.min(mostRows, latest.current())).then((items) => {
      if (!isOver) setFound(hitsIn(items, words, access));
    });
    return () => {
      isOver = true;
    };
  }, [isOpen, words, access, revision]);
  const place = found.length === 0 ? 0 : at % found.length;
  const current = found[place];
  useEffect(() => {
    if (current !== undefined) control.show({ top: current.index, bottom: current.index, columns: [current.columnId] });
  }, [current, control]);
  const hits = useMemo(() => ({ count: found.length, start: (index: number) => index, end: (index: number) => index }), [found]);

  function replacements(by: string): { readonly cells: readonly Replacement<Row>[]; readonly skipped: number } {
    const cells = found.flatMap(({ row, columnId }): readonly Replacement<Row>[] => {
      const column = access.column(columnId);
      const before = (column?.editText ?? column?.text)?.(row) ?? '';
      const value = before.replace(new RegExp(escaped(query.trim()), 'giu'), () => by);
      return !isEditableCell(column, row) || column?.options !== undefined || value === before ? [] : [{ row, columnId, before, value }];
    });
    return { cells, skipped: found.length - cells.length };
  }

  return {
    isOpen,
    query,
    hits,
    at: place,
    current: undefined,
    asked,
    open: () => setOpen(true),
    ask: () => {
      setOpen(true);
      setAsked((before) => before + 1);
    },
    close: () => {
      setOpen(false);
      control.focus();
    },
    setQuery: (next) => {
      setAt(0);
      setQuery(next);
    },
    step: (by) => setAt(found.length === 0 ? 0 : (place + by + found.length) % found.length),
    replacements,
  };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
