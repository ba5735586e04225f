// A chart with its table. Colours are read from the token sheet when it is drawn and again when the theme flips.
import { useEffect, useRef, useState } from 'react';
import { ChartTable, type ChartTableData } from './ChartTable.tsx';
import { type ChartTokens, chartTheme, readChartTokens } from './chart-theme.ts';
import { type ChartInstance, type ChartOption, initChart } from './charting.ts';
import './chart.css';

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

export interface ChartPointEvent {
  readonly seriesIndex: number;
  readonly dataIndex: number;
  readonly seriesName: string;
  readonly data: unknown;
  readonly componentType: string;
}

export interface ChartProps {
  /** An option, or a function of the current tokens and size; then the option is made again when either changes. */
  readonly option: ChartOption | ((tokens: ChartTokens, size: ChartSize) => ChartOption);
  readonly ariaLabel: string;
  onPointClick?(point: ChartPointEvent): void;
  /** The menu of a point was asked for; `left` and `top` are pixels of the window. */
  onPointMenu?(point: ChartPointEvent, place: { readonly left: number; readonly top: number }): void;
  /** The same numbers as a table, for screen readers and the table view. */
  readonly table: ChartTableData;
  /** true shows the table instead of the drawing. */
  readonly isTable?: boolean;
  /** For what an option cannot say: converting pixels, zoom, listening. Called once for each drawing surface. */
  onReady?(chart: ChartInstance): void;
}

/** Grows when [data-theme] flips. */
export function useThemeVersion(): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const observer = new MutationObserver(() => setVersion((count) => count + 1));
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, []);
  return version;
}

function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}

function Drawing({ option, ariaLabel, onPointClick, onPointMenu, onReady }: Omit<ChartProps, 'table' | 'isTable'>) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<ChartInstance>(undefined);
  const themeVersion = useThemeVersion();
  const latest = useLatest({ option, onPointClick, onPointMenu, onReady });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a theme flip needs a new surface, the rest is read through `latest`
  useEffect(() => {
    const host = element.current;
    if (host === null) return;
    const made = initChart(host, chartTheme(readChartTokens()), { renderer: 'canvas' });
    chart.current = made;
    const draw = (): void => drawOn(made, host, latest.current.option);
    made.on('click', (event) => latest.current.onPointClick?.(event as unknown as ChartPointEvent));
    made.on('contextmenu', (event) => {
      const pointer = event.event?.event as unknown as MouseEvent | undefined;
      if (pointer === undefined || latest.current.onPointMenu === undefined) return;
      pointer.preventDefault();
      latest.current.onPointMenu(event as unknown as ChartPointEvent, { left: pointer.clientX, top: pointer.clientY });
    });
    draw();
    latest.current.onReady?.(made);
    const observer = new ResizeObserver(() => {
      made.resize();
      draw();
    });
    observer.observe(host);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = undefined;
    };
  }, [themeVersion]);

  useEffect(() => {
    if (chart.current !== undefined && element.current !== null) drawOn(chart.current, element.current, option);
  }, [option]);

  return <div className="chart-drawing" ref={element} role="img" aria-label={ariaLabel} />;
}

function drawOn(chart: ChartInstance, host: HTMLElement, option: ChartProps['option']): void {
  const size = { width: host.clientWidth, height: host.clientHeight };
  if (size.width === 0 || size.height === 0) return;
  chart.setOption(typeof option === 'function' ? option(readChartTokens(), size) : option, { notMerge: true });
}

export function Chart({ table, isTable = false, ...drawing }: ChartProps) {
  if (isTable) return <ChartTable data={table} ariaLabel={drawing.ariaLabel} />;
  return (
    <div className="chart">
      <Drawing {...drawing} />
      <div className="visually-hidden">
        <ChartTable data={table} ariaLabel={drawing.ariaLabel} />
      </div>
    </div>
  );
}
