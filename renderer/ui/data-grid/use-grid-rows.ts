// Rows: windows from the view's loader into AG Grid's infinite model, and what is known of the list as a whole.
import type { IDatasource, IGetRowsParams } from 'ag-grid-community';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { toFilters } from './filter-model.ts';
import type { Filter, GridItem, GridWindow, Sort } from './grid-types.ts';
import { type ItemPage, RowSource } from './row-source.ts';
import type { GridCore } from './use-grid-core.ts';

interface ListState {
  readonly rows: number;
  readonly isGrouped: boolean;
  readonly isRead: boolean;
  /** Whether the rows stand as they would if they were sorted now. */
  readonly isSorted: boolean;
  readonly filters: readonly Filter[];
  readonly failure: string | undefined;
}

export interface GridRows<Row> extends ListState {
  readonly datasource: IDatasource;
  items(start: number, count: number): Promise<readonly GridItem<Row>[]>;
  readAgain(): void;
  sortAgain(): void;
  positionOf(id: string): Promise<number | undefined>;
}

type Query = Pick<GridWindow, 'sort' | 'filter'>;

function queryOf({ sortModel, filterModel }: IGetRowsParams): Query {
  const sort = sortModel.map(({ colId, sort: direction }): Sort => ({ field: colId, direction: direction === 'desc' ? 'desc' : 'asc' }));
  return { sort, filter: toFilters(filterModel as Record<string, unknown>) };
}

/** The same state object where nothing differs, so that the grid is not rendered again for each window. */
function nextState<Row>(before: ListState, page: ItemPage<Row>, filters: readonly Filter[]): ListState {
  const next = { rows: page.rows, isGrouped: page.isGrouped, isRead: true, isSorted: page.isSorted, filters, failure: undefined };
  return JSON.stringify(before) === JSON.stringify(next) ? before : next;
}

/** `onRows` is told after rows came, `beforeRows` before the shown ones are read anew. */
export function useGridRows<Row>({ api, latest }: GridCore<Row>, onRows: () => void, beforeRows: () => void): GridRows<Row> {
  const { revision, load, grouping } = latest.current;
  const [state, setState] = useState<ListState>({
    rows: 0,
    isGrouped: grouping !== undefined,
    isRead: false,
    isSorted: true,
    filters: [],
    failure: undefined,
  });
  const query = useRef<Query>({ sort: [], filter: [] });
  const source = useMemo(
    () =>
      new RowSource<Row>(() => ({
        load: latest.current.load,
        rowId: latest.current.rowId,
        grouping: latest.current.grouping,
        initialSort: latest.current.initialSort,
      })),
    [latest],
  );

  const datasource = useMemo<IDatasource>(
    () => ({
      getRows(params) {
        query.current = queryOf(params);
        const window = { start: params.startRow, count: params.endRow - params.startRow, ...query.current };
        source.window(window).then(
          (page) => {
            params.successCallback([...page.items], page.total);
            setState((before) => nextState(before, page, window.filter));
            queueMicrotask(onRows);
          },
          (error: unknown) => {
            params.failCallback();
            setState((before) => ({ ...before, failure: latest.current.errorWords(error) }));
          },
        );
      },
    }),
    [latest, onRows, source],
  );

  const readAgain = useCallback(() => {
    beforeRows();
    source.forget();
    api.current?.refreshInfiniteCache();
  }, [api, beforeRows, source]);

  const sortAgain = useCallback(() => {
    beforeRows();
    source.sortAgain();
    api.current?.refreshInfiniteCache();
  }, [api, beforeRows, source]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision or loader is the reason to read again
  useEffect(() => readAgain(), [readAgain, revision, load]);
  // Another grouping puts heads where rows were: nothing of what is drawn is kept.
  const groupedBefore = useRef(grouping);
  useEffect(() => {
    if (groupedBefore.current === grouping) return;
    groupedBefore.current = grouping;
    source.forget();
    api.current?.purgeInfiniteCache();
  }, [grouping, source, api]);

  /** What is on screen where all of it is: nobody acts on rows that he does not see. */
  const items = useCallback(
    async (start: number, count: number) => {
      const shown = Array.from({ length: count }, (_, index) => api.current?.getDisplayedRowAtIndex(start + index)?.data);
      return shown.every((item) => item !== undefined) ? shown : (await source.window({ start, count, ...query.current })).items;
    },
    [api, source],
  );
  const positionOf = useCallback((id: string) => source.positionOf(id), [source]);
  return { ...state, datasource, items, readAgain, sortAgain, positionOf };
}
