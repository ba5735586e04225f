export type { RangeBounds } from './cell-range.ts';
export { DataGrid } from './DataGrid.tsx';
export type { DataGridProps } from './grid-props.ts';
export type {
  CellChange,
  Filter,
  GridColumn,
  GridGrouping,
  GridMenuTarget,
  GridOption,
  GridPage,
  GridWindow,
  PastedBlock,
  SelectionPart,
  Sort,
} from './grid-types.ts';
export { leftAsItWas } from './grid-types.ts';
