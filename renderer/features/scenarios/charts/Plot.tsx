// A drawing with two axes: grid lines, marks, and what stands in it. The same numbers follow as a table, which screen readers read and
// the table view shows.
import type { ReactNode } from 'react';
import { spanOf, ticks } from './axis.ts';
import { useSize } from './use-size.ts';

export interface Frame {
  x(value: number): number;
  y(value: number): number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlotProps {
  readonly label: string;
  readonly xs: readonly [number, number];
  readonly ys: readonly number[];
  xText(value: number): string;
  yText(value: number): string;
  readonly xCaption?: string;
  /** Room at the right for words behind the ends of lines. */
  readonly rightRoom?: number;
  /** Only whole numbers on the axis. */
  readonly isWhole?: boolean;
  readonly children: (frame: Frame) => ReactNode;
}

export function Plot({ label, xs, ys, xText, yText, xCaption, rightRoom = 64, isWhole = false, children }: PlotProps) {
  const { element, width, height } = useSize<HTMLDivElement>();
  const { low, high } = spanOf(ys);
  const marks = ticks(low, high, Math.max(2, Math.floor(height / 44)));
  const left = 12 + Math.max(16, ...marks.map((mark) => yText(mark).length * 6.4));
  const frame = { left, right: Math.max(left + 10, width - rightRoom), top: 12, bottom: height - (xCaption === undefined ? 24 : 40) };
  const x = (value: number) => frame.left + ((value - xs[0]) / (xs[1] - xs[0] || 1)) * (frame.right - frame.left);
  const y = (value: number) => frame.bottom - ((value - low) / (high - low || 1)) * (frame.bottom - frame.top);
  const along = ticks(xs[0], xs[1], Math.max(2, Math.floor((frame.right - frame.left) / 64))).filter((mark) => !isWhole || Number.isInteger(mark));
  return (
    <div className="plot" ref={element}>
      {width < 60 || height < 60 ? null : (
        <svg role="img" aria-label={label} width={width} height={height}>
          {marks.map((mark) => (
            <g key={mark}>
              <line className={mark === 0 ? 'plot-zero' : 'plot-grid'} x1={frame.left} x2={frame.right} y1={y(mark)} y2={y(mark)} />
              <text className="plot-mark" x={frame.left - 8} y={y(mark) + 4} textAnchor="end">
                {yText(mark)}
              </text>
            </g>
          ))}
          <line className="plot-axis" x1={frame.left} x2={frame.right} y1={frame.bottom} y2={frame.bottom} />
          {along.map((mark) => (
            <text key={mark} className="plot-mark" x={x(mark)} y={frame.bottom + 16} textAnchor="middle">
              {xText(mark)}
            </text>
          ))}
          {xCaption === undefined ? null : (
            <text className="plot-mark" x={(frame.left + frame.right) / 2} y={frame.bottom + 32} textAnchor="middle">
              {xCaption}
            </text>
          )}
          {children({ x, y, ...frame })}
        </svg>
      )}
    </div>
  );
}

export interface Numbers {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function NumberTable({ label, numbers: { columns, rows }, isHidden = false }: { label: string; numbers: Numbers; isHidden?: boolean }) {
  const table = (
    <table aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first = '', ...cells]) => (
          <tr key={first}>
            <th scope="row">{first}</th>
            {cells.map((cell, at) => (
              <td key={columns[at + 1] ?? at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (isHidden) return <div className="visually-hidden">{table}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="scenario-numbers" aria-label={label} tabIndex={0}>
      {table}
    </section>
  );
}
