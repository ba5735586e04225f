export { Chart, type ChartPointEvent, type ChartProps, type ChartSize, useThemeVersion } from './Chart.tsx';
export type { ChartTableData } from './ChartTable.tsx';
export { type ChartTokens, lineByStatus, readChartTokens } from './chart-theme.ts';
export type { ChartInstance, ChartOption, CustomSeriesOption, CustomSeriesRenderItemReturn } from './charting.ts';
