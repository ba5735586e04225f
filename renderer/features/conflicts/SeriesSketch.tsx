// A series as it would stand with one of its rivals adopted: each value over its period, the rivals hollow.
import { useTranslation } from 'react-i18next';
import type { ChartPoint } from '../../../shared/features/charts/contract.ts';
import { dayNumber } from '../../../shared/period/index.ts';

const width = 320;
const height = 132;
const left = 36;
const bottom = height - 18;
const top = 18;

interface Placed {
  readonly point: ChartPoint;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

export interface SeriesSketchProps {
  readonly points: readonly ChartPoint[];
  readonly rivals: readonly string[];
  readonly adoptedId: string;
  readonly label: string;
}

export function SeriesSketch({ points, rivals, adoptedId, label }: SeriesSketchProps) {
  const { t, i18n } = useTranslation('conflicts');
  const placed = points.flatMap(placedPoint);
  if (placed.length < 2) return null;
  const [from, to] = [Math.min(...placed.map((one) => one.from)), Math.max(...placed.map((one) => one.to))];
  const values = placed.map((one) => one.value);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = (day: number) => left + ((day - from) / (to - from || 1)) * (width - left - 4);
  const y = (value: number) => bottom - ((value - least) / (most - least || 1)) * (bottom - top);
  const years = yearsBetween(from, to);
  const number = new Intl.NumberFormat(i18n.language, { notation: 'compact', maximumFractionDigits: 1 });
  return (
    <svg className="conflict-sketch" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('ifAdopted.sketch', { value: label })}>
      {[least, most].map((value) => (
        <g key={value}>
          <line x1={left} x2={width} y1={y(value)} y2={y(value)} className="conflict-scale-line" />
          <text x={left - 6} y={y(value) + 4} textAnchor="end">
            {number.format(value)}
          </text>
        </g>
      ))}
      {years.map(({ day, year }) => (
        <text key={year} x={x(day)} y={height - 4}>
          {year}
        </text>
      ))}
      {placed.map(({ point, from: start, to: end, value }) => {
        const isAdopted = point.claimId === adoptedId;
        if (!isAdopted && (rivals.includes(point.claimId) || point.role === 'rival'))
          return <circle key={point.claimId} cx={x((start + end) / 2)} cy={y(value)} r={3.5} />;
        return (
          <line
            key={point.claimId}
            x1={x(start)}
            x2={Math.max(x(end), x(start) + 4)}
            y1={y(value)}
            y2={y(value)}
            data-adopted={isAdopted ? '' : undefined}
          />
        );
      })}
    </svg>
  );
}

/** Binary floats serve the drawing only; an open bound is drawn at the other. */
function placedPoint(point: ChartPoint): readonly Placed[] {
  const { earliest, latest, low, high } = point;
  const [one, other] = [low ?? high, high ?? low];
  if (earliest === null || latest === null || one === null || other === null) return [];
  return [{ point, from: dayNumber(earliest), to: dayNumber(latest) + 1, value: (Number(one) + Number(other)) / 2 }];
}

/** At most six, evenly apart. */
function yearsBetween(from: number, to: number): readonly { readonly day: number; readonly year: number }[] {
  const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear();
  const [first, last] = [yearOf(from), yearOf(to - 1)];
  const step = Math.max(1, Math.ceil((last - first + 1) / 6));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((year) => (year - first) % step === 0)
    .map((year) => ({ year, day: Math.max(from, Date.UTC(year, 0, 1) / 86_400_000) }));
}
