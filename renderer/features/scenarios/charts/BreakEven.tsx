// A result along the values of one input, and where it crosses the target.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../bridge/index.ts';
import { plain, scaleFor, short, unitWords } from '../format.ts';
import type { Asked } from '../use-model.ts';
import type { Axis } from './axes.ts';
import { Card } from './Card.tsx';
import { NumberTable, Plot } from './Plot.tsx';

export interface BreakEvenProps {
  readonly asked: Asked;
  readonly output: { readonly key: string; readonly label: string; readonly unit: string };
  readonly target: number;
  readonly along: Axis;
  readonly axes: readonly Axis[];
  readonly isTable: boolean;
  onAlong(key: string): void;
}

export function BreakEven({ asked, output, target, along, axes, isTable, onAlong }: BreakEvenProps) {
  const { t, i18n } = useTranslation('scenarios');
  const { data } = useCall('scenarios.line', {
    ...asked,
    outputs: [output.key],
    target,
    along: { input: along.key, low: along.low, high: along.high, count: 41 },
  });
  const line = data?.lines[0];
  const known = (data?.at ?? []).flatMap((at, place) => (line?.values[place] == null ? [] : [{ at, value: line.values[place] }]));
  const scale = scaleFor(known.map(({ value }) => value));
  const xScale = scaleFor([along.low, along.high]);
  const text = (value: number) => short(value, output.unit, scale, i18n.language);
  const xText = (value: number) => short(value, along.unit, xScale, i18n.language);
  const named = t('chart.breakEven');
  const crossings = line?.crossings ?? [];
  const found =
    crossings.length === 0
      ? t('chart.noCrossing')
      : crossings
          .map(({ value, isJump }) => `${plain(Number(value.toPrecision(6)), along.unit, i18n.language)}${isJump ? ` ${t('chart.jump')}` : ''}`)
          .join(', ');
  const legend = (
    <label className="scenario-pick">
      {t('chart.along')}
      <select value={along.key} onChange={(event) => onAlong(event.currentTarget.value)}>
        {axes.map((axis) => (
          <option key={axis.key} value={axis.key}>
            {axis.label}
          </option>
        ))}
      </select>
    </label>
  );
  const hint = `${t('chart.crossesAt', { at: found })}`;
  return (
    <Card title={named} hint={hint} legend={legend}>
      {known.length < 2 ? (
        <p className="scenario-none">{t('chart.noLine')}</p>
      ) : isTable ? (
        <NumberTable
          label={named}
          numbers={{
            columns: [along.label, output.label],
            rows: known.map(({ at, value }) => [plain(Number(at.toPrecision(6)), along.unit, i18n.language), text(value)]),
          }}
        />
      ) : (
        <Plot
          label={`${named}: ${output.label}; ${hint}`}
          xs={[along.low, along.high]}
          ys={[target, ...known.map(({ value }) => value)]}
          xText={xText}
          yText={text}
          xCaption={`${along.label}, ${unitWords(along.unit, xScale, (word) => t(`scale.${word}`))}`}
          rightRoom={20}
        >
          {({ x, y, top, bottom }) => (
            <>
              <path className="area-gain" d={areaOf(known, target, 1, x, y)} />
              <path className="area-loss" d={areaOf(known, target, -1, x, y)} />
              <line className="plot-zero" x1={x(along.low)} x2={x(along.high)} y1={y(target)} y2={y(target)} />
              <line className="plot-now" x1={x(along.now)} x2={x(along.now)} y1={top} y2={bottom} />
              <text className="plot-now-word" x={x(along.now) + 4} y={top + 8}>
                {t('chart.now')}
              </text>
              <path className="plot-line" d={`M${known.map(({ at, value }) => `${x(at)} ${y(value)}`).join('L')}`} />
              {crossings.map(({ value }) => (
                <g key={value}>
                  <circle className="plot-crossing" cx={x(value)} cy={y(target)} r={4.5} />
                  <text className="plot-end-strong" x={x(value)} y={y(target) + 20} textAnchor="middle">
                    {xText(value)}
                  </text>
                </g>
              ))}
            </>
          )}
        </Plot>
      )}
    </Card>
  );
}

/** Between the line and the target, where it lies above (1) or below (-1). */
function areaOf(
  points: readonly { readonly at: number; readonly value: number }[],
  target: number,
  side: 1 | -1,
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const clipped = points.map(({ at, value }) => `${x(at)} ${y(side === 1 ? Math.max(target, value) : Math.min(target, value))}`);
  return `M${x(points[0]!.at)} ${y(target)}L${clipped.join('L')}L${x(points.at(-1)!.at)} ${y(target)}Z`;
}
