export { Chart, type ChartPointEvent, type ChartProps, type ChartSize, useThemeVersion } from './Chart.tsx';
export type { ChartTableData } from './ChartTable.tsx';
export { type ChartTokens, lineByStatus, readChartTokens } from './chart-theme.ts';
export {
  type ChartInstance,
  type ChartOption,
  type CustomSeriesOption,
  type CustomSeriesRenderItemAPI,
  type CustomSeriesRenderItemParams,
  type CustomSeriesRenderItemReturn,
  clipRectByRect,
} from './charting.ts';
