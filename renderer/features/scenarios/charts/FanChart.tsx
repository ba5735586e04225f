// How a result spreads over the years: the middle half and nine tenths of all trials, and the median.
import { useTranslation } from 'react-i18next';
import type { Simulated } from '../../../../shared/features/scenarios/contract.ts';
import { scaleFor, short, unitWords } from '../format.ts';
import { Card } from './Card.tsx';
import { NumberTable, Plot } from './Plot.tsx';

export interface FanChartProps {
  readonly title: string;
  readonly unit: string;
  /** One a year, in their order. */
  readonly points: readonly { readonly at: number; readonly of: Simulated }[];
  readonly isTable: boolean;
}

export function FanChart({ title, unit, points, isTable }: FanChartProps) {
  const { t, i18n } = useTranslation('scenarios');
  const all = points.flatMap(({ of }) => [of.p5, of.p95]);
  const scale = scaleFor(all);
  const text = (value: number) => short(value, unit, scale, i18n.language);
  const last = points.at(-1)!;
  const named = `${title}, ${unitWords(unit, scale, (word) => t(`scale.${word}`))}`;
  const numbers = {
    columns: [t('chart.year'), 'p5', 'p25', 'p50', 'p75', 'p95'],
    rows: points.map(({ at, of }) => [String(at), ...[of.p5, of.p25, of.p50, of.p75, of.p95].map(text)]),
  };
  const legend = (
    <span className="scenario-legend">
      <i className="fan-inner" /> p25–75 <i className="fan-outer" /> p5–95 <i className="fan-median" /> {t('chart.median')}
    </span>
  );
  return (
    <Card title={named} legend={legend}>
      {isTable ? (
        <NumberTable label={named} numbers={numbers} />
      ) : (
        <Plot label={named} xs={[points[0]!.at, last.at]} ys={all} xText={String} yText={text} isWhole rightRoom={76}>
          {({ x, y }) => {
            const band = (low: 'p5' | 'p25', high: 'p95' | 'p75') =>
              `M${points.map(({ at, of }) => `${x(at)} ${y(of[high])}`).join('L')}L${points
                .toReversed()
                .map(({ at, of }) => `${x(at)} ${y(of[low])}`)
                .join('L')}Z`;
            return (
              <>
                <path className="fan-outer" d={band('p5', 'p95')} />
                <path className="fan-inner" d={band('p25', 'p75')} />
                <path className="fan-median" d={`M${points.map(({ at, of }) => `${x(at)} ${y(of.p50)}`).join('L')}`} />
                {endWords(last.of, y).map(({ key, value, at }) => (
                  <text key={key} className={key === 'p50' ? 'plot-end-strong' : 'plot-end'} x={x(last.at) + 8} y={at + 4}>
                    {key} {text(value)}
                  </text>
                ))}
              </>
            );
          }}
        </Plot>
      )}
      {isTable ? null : <NumberTable label={named} numbers={numbers} isHidden />}
    </Card>
  );
}

/** Behind the ends of the fan, apart from each other. */
function endWords(of: Simulated, y: (value: number) => number) {
  const words = [
    { key: 'p95', value: of.p95, at: y(of.p95) },
    { key: 'p50', value: of.p50, at: y(of.p50) },
    { key: 'p5', value: of.p5, at: y(of.p5) },
  ];
  const middle = words[1]!.at;
  return words.map((word) =>
    word.key === 'p50' ? word : { ...word, at: word.key === 'p95' ? Math.min(word.at, middle - 14) : Math.max(word.at, middle + 14) },
  );
}
