/*
 * ECharts paints on a canvas and cannot read CSS variables, so the tokens are resolved here. Called again when
 * [data-theme] changes. Line styles say what a number is: see `lineByStatus`.
 */
export interface ChartTokens {
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  readonly panel: string;
  readonly panelAlt: string;
  readonly line: string;
  readonly axis: string;
  readonly grid: string;
  readonly accent: string;
  readonly ok: string;
  readonly disputed: string;
  readonly stale: string;
  readonly forecast: string;
  readonly tension: string;
  readonly kindEvent: string;
  readonly series: readonly string[];
  readonly inForce: readonly string[];
  readonly causeSources: string;
  readonly causeReading: string;
  readonly causeAssumption: string;
  readonly fontUi: string;
}

/** Reads the current theme's values from the token sheet. */
export function readChartTokens(element: Element = document.documentElement): ChartTokens {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: token('--text'),
    text2: token('--text-2'),
    text3: token('--text-3'),
    panel: token('--panel'),
    panelAlt: token('--panel-alt'),
    line: token('--line'),
    axis: token('--chart-axis'),
    grid: token('--chart-grid'),
    accent: token('--accent'),
    ok: token('--ok'),
    disputed: token('--disputed'),
    stale: token('--stale'),
    forecast: token('--forecast'),
    tension: token('--tension'),
    kindEvent: token('--kind-event'),
    series: [1, 2, 3, 4, 5].map((index) => token(`--series-${index}`)),
    inForce: [1, 2, 3].map((index) => token(`--chart-inforce-${index}`)),
    causeSources: token('--cause-sources'),
    causeReading: token('--cause-reading'),
    causeAssumption: token('--cause-assumption'),
    fontUi: token('--font-ui'),
  };
}

/** Line and point style per observation status. Width and dash carry the meaning; colour only names the series. */
export const lineByStatus = {
  actual: { width: 2, type: 'solid', symbol: 'circle', filled: true },
  provisional: { width: 2, type: 'solid', symbol: 'circle', filled: false },
  estimate: { width: 2, type: [6, 4], symbol: 'circle', filled: false },
  forecast: { width: 1.5, type: [2, 3], symbol: 'diamond', filled: false },
  target: { width: 0, type: 'solid', symbol: 'triangle', filled: false },
  plan: { width: 1.5, type: [8, 3, 2, 3], symbol: 'rect', filled: false },
} as const;

/** Defaults shared by every chart; pass to `echarts.init(element, theme)`. */
export function chartTheme(t: ChartTokens): object {
  const axis = {
    axisLine: { show: true, lineStyle: { color: t.axis } },
    axisTick: { show: true, length: 4, lineStyle: { color: t.axis } },
    axisLabel: { color: t.text3, fontSize: 11, fontFamily: t.fontUi },
    nameTextStyle: { color: t.text3, fontSize: 11, fontFamily: t.fontUi },
    splitLine: { show: true, lineStyle: { color: t.grid } },
    splitArea: { show: false },
  };
  return {
    color: [...t.series],
    backgroundColor: 'transparent',
    textStyle: { color: t.text, fontFamily: t.fontUi, fontSize: 11 },
    animation: false,
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false }, axisTick: { show: false } },
    timeAxis: { ...axis, splitLine: { show: false } },
    tooltip: {
      backgroundColor: t.panel,
      borderColor: t.line,
      borderWidth: 1,
      padding: [4, 8],
      textStyle: { color: t.text, fontSize: 12 },
      extraCssText: 'box-shadow: var(--shadow-2); border-radius: var(--radius-2);',
    },
    legend: { textStyle: { color: t.text2, fontSize: 11 }, itemWidth: 16, itemHeight: 8, itemGap: 16, icon: 'roundRect' },
  };
}
