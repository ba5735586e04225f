// The keys of this feature's views, as they are listed, hinted and answered.
import type { KeySpec } from '../../ui/keys.ts';

export const chartKeys = [
  { keys: 'T', doesKey: 'keys:charts.chart.table', hintKey: 'charts:hint.table' },
  { keys: '← →', doesKey: 'keys:charts.chart.step', hintKey: 'charts:hint.step' },
] as const satisfies readonly KeySpec[];
