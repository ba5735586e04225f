// What moves a result: a bar for each input, its parts by cause. A bar leads to the input behind it.
import { useTranslation } from 'react-i18next';
import type { Analysis } from '../../../../shared/features/scenarios/contract.ts';
import { causes } from '../../../../shared/features/scenarios/model.ts';
import { scaleFor, short, unitWords } from '../format.ts';
import { spanOf } from './axis.ts';
import { Card } from './Card.tsx';
import { NumberTable } from './Plot.tsx';

type Bars = NonNullable<Analysis['tornado']>;

export interface TornadoProps {
  readonly title: string;
  readonly unit: string;
  readonly tornado: Bars;
  labelOf(code: string): string;
  readonly chosen: string | undefined;
  readonly isTable: boolean;
  onChoose(code: string): void;
}

const most = 14;

export function Tornado({ title, unit, tornado, labelOf, chosen, isTable, onChoose }: TornadoProps) {
  const { t, i18n } = useTranslation('scenarios');
  const bars = tornado.bars.slice(0, most);
  const scale = scaleFor([tornado.base, ...bars.flatMap(({ low, high }) => [low, high])]);
  const text = (value: number) => short(value, unit, scale, i18n.language);
  const { low, high } = spanOf([tornado.base, ...bars.flatMap((bar) => [bar.low, bar.high])], 0.14);
  const at = (value: number) => `${((value - low) / (high - low || 1)) * 100}%`;
  const named = t('chart.moves');
  const used = causes.filter((cause) => bars.some(({ parts }) => parts.some((part) => part.cause === cause && part.width > 0)));
  const legend = (
    <span className="scenario-legend">
      {used.map((cause) => (
        <span key={cause}>
          <i className="cause" data-cause={cause} /> {t(`cause.${cause}`)}
        </span>
      ))}
    </span>
  );
  if (isTable)
    return (
      <Card title={named} hint={title}>
        <NumberTable
          label={named}
          numbers={{
            columns: [t('input'), t('chart.low'), t('chart.high'), ...causes.map((cause) => t(`cause.${cause}`)), t('chart.share')],
            rows: bars.map((bar) => [
              labelOf(bar.code),
              text(bar.low),
              text(bar.high),
              ...causes.map((cause) => text(bar.parts.filter((part) => part.cause === cause).reduce((sum, part) => sum + part.width, 0))),
              `${Math.round(bar.share * 100)} %`,
            ]),
          }}
        />
      </Card>
    );
  return (
    <Card title={named} hint={`${title}, ${unitWords(unit, scale, (word) => t(`scale.${word}`))}, ${t('chart.oneAtATime')}`} legend={legend}>
      {bars.length === 0 ? (
        <p className="scenario-none">{t('chart.nothingMoves')}</p>
      ) : (
        <ol className="tornado">
          {bars.map((bar) => (
            <li key={bar.code}>
              <button
                type="button"
                aria-pressed={bar.code === chosen}
                aria-label={t('chart.bar', {
                  input: labelOf(bar.code),
                  low: text(bar.low),
                  high: text(bar.high),
                  share: Math.round(bar.share * 100),
                })}
                onClick={() => onChoose(bar.code)}
              >
                <span className="tornado-name">{labelOf(bar.code)}</span>
                <span className="tornado-track" aria-hidden>
                  <i className="tornado-base" style={{ left: at(tornado.base) }} />
                  {piecesOf(bar, tornado.base).map(({ cause, from, to }) => (
                    <i
                      key={`${cause}${from}`}
                      className="cause"
                      data-cause={cause}
                      style={{ left: at(from), width: `calc(${at(to)} - ${at(from)})` }}
                    />
                  ))}
                  <b className="tornado-low" style={{ right: `calc(100% - ${at(bar.low)})` }}>
                    {text(bar.low)}
                  </b>
                  <b className="tornado-high" style={{ left: at(bar.high) }}>
                    {text(bar.high)}
                  </b>
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

/** The parts of a bar beside each other: each cause adds to both sides of the one within it. */
function piecesOf({ parts }: Bars['bars'][number], base: number) {
  let [left, right] = [base, base];
  return parts.flatMap(({ cause, low, high }) => {
    const pieces = [
      { cause, from: low, to: left },
      { cause, from: right, to: high },
    ].filter(({ from, to }) => to > from);
    [left, right] = [Math.min(left, low), Math.max(right, high)];
    return pieces;
  });
}
