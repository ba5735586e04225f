// How often a result came out where: what lies below the threshold is a loss.
import { useTranslation } from 'react-i18next';
import type { Simulated } from '../../../../shared/features/scenarios/contract.ts';
import { scaleFor, short, unitWords } from '../format.ts';
import { Card } from './Card.tsx';
import { NumberTable, Plot } from './Plot.tsx';

export interface HistogramProps {
  readonly title: string;
  readonly unit: string;
  readonly of: Simulated;
  readonly threshold: number;
  readonly isTable: boolean;
}

export function Histogram({ title, unit, of, threshold, isTable }: HistogramProps) {
  const { t, i18n } = useTranslation('scenarios');
  const { from, to, counts } = of.bins;
  const scale = scaleFor([from, to]);
  const text = (value: number) => short(value, unit, scale, i18n.language);
  const width = (to - from) / counts.length;
  const named = t('chart.distribution', { of: `${title}, ${unitWords(unit, scale, (word) => t(`scale.${word}`))}` });
  const numbers = {
    columns: [t('chart.from'), t('chart.to'), t('chart.trials')],
    rows: counts.map((count, at) => [text(from + at * width), text(from + (at + 1) * width), String(count)]),
  };
  return (
    <Card title={named} hint={t('chart.trialsHint', { count: counts.reduce((sum, one) => sum + one, 0) })}>
      {isTable || from === to ? (
        <NumberTable label={named} numbers={numbers} />
      ) : (
        <Plot label={named} xs={[from, to]} ys={[0, ...counts]} xText={text} yText={(value) => (value < 0 ? '' : String(value))} rightRoom={20}>
          {({ x, y, top, bottom }) => (
            <>
              {counts.map((count, at) => {
                const start = from + at * width;
                return (
                  <rect
                    key={start}
                    className={start + width <= threshold ? 'bin-loss' : 'bin-gain'}
                    x={x(start) + 0.5}
                    width={Math.max(1, x(start + width) - x(start) - 1)}
                    y={y(count)}
                    height={Math.max(0, y(0) - y(count))}
                  />
                );
              })}
              <line className="plot-base" x1={x(of.mean)} x2={x(of.mean)} y1={top} y2={bottom} />
              <text className="plot-end-strong" x={x(of.mean) + 4} y={top + 8}>
                {t('chart.mean')} {text(of.mean)}
              </text>
            </>
          )}
        </Plot>
      )}
    </Card>
  );
}
