import type { GridApi } from 'ag-grid-community';
import { type RefObject, useRef } from 'react';
import type { DataGridProps } from './grid-props.ts';
import type { GridItem } from './grid-types.ts';

/** What the parts of a grid share: its element, AG Grid's interface and the view's latest props. */
export interface GridCore<Row> {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly api: RefObject<GridApi<GridItem<Row>> | undefined>;
  readonly latest: RefObject<DataGridProps<Row>>;
}

export function useGridCore<Row>(props: DataGridProps<Row>): GridCore<Row> {
  const root = useRef<HTMLDivElement>(null);
  const api = useRef<GridApi<GridItem<Row>>>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const core = useRef<GridCore<Row>>(undefined);
  core.current ??= { root, api, latest };
  return core.current;
}

export function columnOrder<Row>(api: GridApi<GridItem<Row>> | undefined): readonly string[] {
  return api?.getAllDisplayedColumns().map((column) => column.getColId()) ?? [];
}
