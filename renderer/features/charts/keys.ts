// The keys of this feature's views, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const chartKeys = [
  { keys: 'T', doesKey: 'keys:charts.chart.table', hintKey: 'charts:hint.table' },
  { keys: '→', doesKey: 'keys:charts.chart.next', hintKey: 'charts:hint.step', hintAs: '← →' },
  { keys: '←', doesKey: 'keys:charts.chart.previous' },
] as const satisfies readonly KeySpec[];
