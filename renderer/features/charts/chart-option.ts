// The layout as an ECharts option. Shapes are laid out by us; ECharts draws them, finds what was hit and shows tooltips.
import type { ChartOption, ChartTokens, CustomSeriesOption, CustomSeriesRenderItemReturn } from '../../ui/chart/index.ts';
import type { PanelLayout } from './panel-layout.ts';
import type { PointShape, TextShape } from './panel-shapes.ts';

type Element = NonNullable<CustomSeriesRenderItemReturn>;

export interface OptionInput {
  readonly layout: PanelLayout;
  readonly tokens: ChartTokens;
  readonly height: number;
  readonly width: number;
  readonly selected: string | undefined;
  axisText(value: number): string;
  tooltip(shape: PointShape): string;
}

export function chartOption(input: OptionInput): ChartOption {
  const { layout, tokens, width, height } = input;
  const { plot, scale } = layout;
  return {
    grid: { left: plot.left, top: plot.top, right: width - plot.right, bottom: height - plot.bottom },
    xAxis: { type: 'value', min: 0, max: 1, show: false },
    yAxis: {
      type: 'value',
      min: scale.min,
      max: scale.max,
      interval: scale.step,
      splitLine: { show: false },
      axisLabel: { formatter: (value: number) => input.axisText(value) },
    },
    tooltip: { trigger: 'item', renderMode: 'richText', confine: true, formatter: (item: unknown) => tooltipOf(input, item) },
    series: [
      custom({ z: 1, silent: true, elements: [backdrop(input)] }),
      custom({ z: 2, silent: true, elements: [links(input)] }),
      custom({ z: 3, silent: false, elements: layout.points.map((shape) => pointElement(shape, input)) }),
      custom({ z: 4, silent: true, elements: [{ type: 'group', children: layout.texts.map((text) => textElement(text, tokens)) } as Element] }),
    ],
  };
}

/** Index of the series whose items are the points, in their order. */
export const pointSeries = 2;

function custom({ z, silent, elements }: { z: number; silent: boolean; elements: readonly Element[] }): CustomSeriesOption {
  return {
    type: 'custom',
    z,
    silent,
    clip: false,
    data: elements.map((_, index) => [0.5, 0, index]),
    renderItem: (params) => elements[params.dataIndex] ?? ({ type: 'group', children: [] } as Element),
  };
}

function tooltipOf({ layout, tooltip }: OptionInput, item: unknown): string {
  const { seriesIndex, dataIndex } = item as { seriesIndex: number; dataIndex: number };
  const shape = seriesIndex === pointSeries ? layout.points[dataIndex] : undefined;
  return shape === undefined ? '' : tooltip(shape);
}

function backdrop({ layout, tokens }: OptionInput): Element {
  const { plot } = layout;
  const height = plot.bottom - plot.top;
  const children: object[] = layout.shades.map((shade) => ({
    type: 'rect',
    shape: { x: shade.x1, y: plot.top, width: shade.x2 - shade.x1, height },
    style: { fill: tokens.inForce[shade.step] },
  }));
  for (let value = layout.scale.min; value <= layout.scale.max + layout.scale.step / 2; value += layout.scale.step) {
    const y = Math.round(plot.bottom - ((value - layout.scale.min) / (layout.scale.max - layout.scale.min)) * height) + 0.5;
    children.push(
      line(plot.left, y, plot.right, y, { stroke: Math.abs(value) < layout.scale.step / 1000 ? tokens.axis : tokens.grid, lineWidth: 1 }),
    );
  }
  for (const tick of layout.ticks) {
    const x = Math.round(tick.x) + 0.5;
    children.push(line(x, plot.bottom, x, plot.bottom + 5, { stroke: tokens.axis, lineWidth: 1 }));
    children.push({ type: 'text', style: { text: tick.label, x: x + 3, y: plot.bottom + 6, fill: tokens.text3, font: `11px ${tokens.fontUi}` } });
  }
  for (const event of layout.events) {
    const x = Math.round(event.x) + 0.5;
    const colour = event.isListing ? tokens.kindEvent : tokens.stale;
    if (event.xLatest - event.x > 3)
      children.push({
        type: 'rect',
        shape: { x: event.x, y: plot.top, width: event.xLatest - event.x, height },
        style: { fill: colour, opacity: 0.07 },
      });
    children.push(line(x, plot.top - 2, x, plot.bottom, { stroke: colour, lineWidth: 1, ...(event.isListing ? {} : { lineDash: [3, 2] }) }));
    if (event.row === undefined) continue;
    const y = plot.top - 16 - event.row * 15;
    children.push({
      type: 'text',
      style: { text: event.label, x: event.align === 'left' ? x - 3 : x + 3, y, align: event.align, fill: colour, font: `11px ${tokens.fontUi}` },
    });
  }
  return { type: 'group', children } as Element;
}

function links({ layout, tokens }: OptionInput): Element {
  const children = layout.links.map((link) =>
    line(link.x1, link.y1, link.x2, link.y2, {
      stroke: seriesColour(tokens, link.series),
      lineWidth: 1.25,
      opacity: 0.7,
      ...(link.isDashed ? { lineDash: [4, 3] } : {}),
    }),
  );
  return { type: 'group', children } as Element;
}

function pointElement(shape: PointShape, input: OptionInput): Element {
  const isSelected = shape.entry.point.claimId === input.selected;
  const children = [...bandOf(shape, input), ...openFade(shape, input), ...bodyOf(shape, input, isSelected), hitArea(shape)];
  return { type: 'group', children } as Element;
}

/** Open readings: the band that they span, hatched by its border. */
function bandOf({ band, x1, x2, isPoint }: PointShape, { tokens }: OptionInput): readonly object[] {
  if (band === undefined) return [];
  const [left, width] = isPoint ? [(x1 + x2) / 2 - 4, 8] : [x1, x2 - x1];
  return [
    {
      type: 'rect',
      shape: { x: left, y: band.top, width, height: band.bottom - band.top },
      style: { fill: tokens.forecast, opacity: 0.14, stroke: tokens.forecast, lineWidth: 1, lineDash: [1, 2] },
    },
  ];
}

/** "Over 50" fades upwards from 50, "under" downwards. */
function openFade({ entry, x1, x2, yLow, yHigh, series, isPoint }: PointShape, { tokens, layout }: OptionInput): readonly object[] {
  const isOpenHigh = yLow !== undefined && yHigh === undefined;
  const isOpenLow = yHigh !== undefined && yLow === undefined;
  if (!isOpenHigh && !isOpenLow) return [];
  const [left, width] = isPoint ? [(x1 + x2) / 2 - 5, 10] : [x1, x2 - x1];
  const top = isOpenHigh ? layout.plot.top : yHigh!;
  const bottom = isOpenHigh ? yLow! : layout.plot.bottom;
  const colour = entry.kind === 'upcoming' ? tokens.forecast : seriesColour(tokens, series);
  const strength = entry.kind === 'rival' ? '20' : '38';
  const stops = isOpenHigh
    ? [
        { offset: 0, color: `${colour}00` },
        { offset: 1, color: `${colour}${strength}` },
      ]
    : [
        { offset: 0, color: `${colour}${strength}` },
        { offset: 1, color: `${colour}00` },
      ];
  return [
    {
      type: 'rect',
      shape: { x: left, y: top, width, height: Math.max(0, bottom - top) },
      style: { fill: { type: 'linear', x: 0, y: 0, x2: 0, y2: 1, colorStops: stops } },
    },
  ];
}

function bodyOf(shape: PointShape, { tokens }: OptionInput, isSelected: boolean): readonly object[] {
  const { entry, x1, x2, y, yLow, yHigh, series, isPoint } = shape;
  const colour = seriesColour(tokens, series);
  const middle = (x1 + x2) / 2;
  if (entry.kind === 'upcoming') return upcoming(shape, tokens, isSelected);
  if (y === undefined) return [];
  const isRange = yLow !== undefined && yHigh !== undefined && Math.abs(yLow - yHigh) > 1;
  if (entry.kind === 'rival') {
    const stem = isRange ? [line(middle, yLow, middle, yHigh, { stroke: tokens.text2, lineWidth: 1.25 })] : [];
    return [
      ...stem,
      {
        type: 'circle',
        shape: { cx: middle, cy: y, r: isSelected ? 5 : 4 },
        style: { fill: isSelected ? tokens.accent : tokens.panel, stroke: isSelected ? tokens.panel : tokens.text2, lineWidth: 1.5 },
      },
    ];
  }
  const dash = entry.isEstimate ? { lineDash: [6, 3] } : {};
  const selected = isSelected
    ? [{ type: 'circle', shape: { cx: middle, cy: y, r: 5 }, style: { fill: tokens.accent, stroke: tokens.panel, lineWidth: 2 } }]
    : [];
  if (isPoint && !isRange)
    return isSelected
      ? selected
      : [
          {
            type: 'circle',
            shape: { cx: middle, cy: y, r: 4 },
            style: { fill: entry.isEstimate ? tokens.panel : colour, stroke: colour, lineWidth: 1.5 },
          },
        ];
  if (isRange) {
    const [left, right] = isPoint ? [middle - 4, middle + 4] : [x1 + 1, x2 - 1];
    const edge = (at: number) => line(left, at, right, at, { stroke: colour, lineWidth: 2, ...dash });
    return [
      { type: 'rect', shape: { x: left, y: yHigh, width: right - left, height: yLow - yHigh }, style: { fill: colour, opacity: 0.16 } },
      edge(yLow),
      edge(yHigh),
      ...selected,
    ];
  }
  return [line(x1 + 1, y, x2 - 1, y, { stroke: isSelected ? tokens.accent : colour, lineWidth: 3, ...dash }), ...selected];
}

/** Not yet happened: a violet dashed box, never joined to what has. */
function upcoming({ x1, x2, y, yLow, yHigh }: PointShape, tokens: ChartTokens, isSelected: boolean): readonly object[] {
  if (y === undefined) return [];
  const top = Math.min(yHigh ?? y, y - 3);
  const bottom = Math.max(yLow ?? y, y + 3);
  const width = Math.max(10, x2 - x1);
  const left = (x1 + x2) / 2 - width / 2;
  return [
    { type: 'rect', shape: { x: left, y: top, width, height: bottom - top }, style: { fill: tokens.forecast, opacity: 0.18 } },
    {
      type: 'rect',
      shape: { x: left, y: top, width, height: bottom - top },
      style: { fill: 'transparent', stroke: tokens.forecast, lineWidth: isSelected ? 2 : 1, lineDash: [2, 2] },
    },
  ];
}

/** A bar is three pixels high: the pointer gets more. */
function hitArea({ x1, x2, y, isPoint, entry }: PointShape): object {
  const middle = (x1 + x2) / 2;
  const [left, width] = isPoint || entry.kind === 'rival' ? [middle - 8, 16] : [Math.min(x1, middle - 8), Math.max(16, x2 - x1)];
  return { type: 'rect', shape: { x: left, y: (y ?? 0) - 7, width, height: 14 }, style: { fill: 'rgba(0,0,0,0)' }, z2: 5 };
}

function textElement({ text, x, y, align, tone }: TextShape, tokens: ChartTokens): object {
  const colours = { value: tokens.text, rival: tokens.text2, upcoming: tokens.forecast, selected: tokens.accent } as const;
  const chip =
    tone === 'selected' ? { backgroundColor: tokens.panel, borderColor: tokens.accent, borderWidth: 1, borderRadius: 3, padding: [2, 4] } : {};
  const weight = tone === 'value' || tone === 'selected' ? '600 ' : '';
  return { type: 'text', style: { text, x, y, align, fill: colours[tone], font: `${weight}11px ${tokens.fontUi}`, ...chip } };
}

function line(x1: number, y1: number, x2: number, y2: number, style: object): object {
  return { type: 'line', shape: { x1, y1, x2, y2 }, style };
}

export function seriesColour(tokens: ChartTokens, series: number): string {
  return tokens.series[series % tokens.series.length] ?? tokens.accent;
}
