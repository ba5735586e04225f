// The only importer of ECharts, and of it only what is drawn: shapes of our own over a grid, with tooltips.

import type { CustomSeriesOption } from 'echarts';
import { CustomChart } from 'echarts/charts';
import { GridComponent, type GridComponentOption, TooltipComponent, type TooltipComponentOption } from 'echarts/components';
import * as core from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

core.use([CustomChart, GridComponent, TooltipComponent, CanvasRenderer]);

export const initChart = core.init;
export type ChartInstance = core.EChartsType;
/** What is registered above and nothing else: another series or component is a type error here, not an empty chart there. */
export type ChartOption = core.ComposeOption<CustomSeriesOption | GridComponentOption | TooltipComponentOption>;
export type { CustomSeriesOption, CustomSeriesRenderItemReturn } from 'echarts';
