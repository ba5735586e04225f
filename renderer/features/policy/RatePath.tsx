// The levels of a rate as a step line from zero, and the band that all readings of its planned path lie in. The numbers
// stand in the lists below it.
import type { Rate } from '../../../shared/features/policy/contract.ts';
import { dayNumber } from '../../../shared/period/index.ts';

const height = 96;
const width = 1000;

interface Level {
  readonly day: number;
  readonly low: number;
  readonly high: number;
}

export function RatePath({ rate }: { rate: Rate }) {
  const levels = rate.steps.filter((step) => !step.isChange).flatMap((step) => levelOf(step.from.latest ?? step.from.earliest, step));
  const lastLevel = levels.at(-1)?.day ?? Number.NEGATIVE_INFINITY;
  const bands = Object.entries(rate.band)
    .flatMap(([year, band]) => levelOf(`${year}-01-01`, band))
    .filter(({ day }) => day > lastLevel);
  if (levels.length === 0 || levels.length + bands.length < 2) return null;
  const all = [...levels, ...bands];
  const first = all[0]!.day;
  const last = all.at(-1)!.day + 365;
  const top = Math.max(...all.map(({ high }) => high));
  const x = (day: number) => (width * (day - first)) / (last - first);
  const y = (value: number) => height - 2 - ((height - 6) * value) / (top || 1);
  const endOf = (at: number) => all[at + 1]?.day ?? last;
  const line = levels.map(({ day, high }, at) => `${at === 0 ? 'M' : 'V'}${at === 0 ? `${x(day)} ` : ''}${y(high)}H${x(endOf(at))}`).join('');
  return (
    <svg className="rate-path" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
      <path className="rate-zero" d={`M0 ${y(0)}H${width}`} />
      {levels.map(({ day, low, high }, at) =>
        low === high ? null : (
          <rect key={day} className="rate-spread" x={x(day)} y={y(high)} width={x(endOf(at)) - x(day)} height={y(low) - y(high)} />
        ),
      )}
      {bands.map(({ day, low, high }, at) => (
        <rect
          key={day}
          className="rate-band"
          x={x(day)}
          y={y(high)}
          width={x(endOf(levels.length + at)) - x(day)}
          height={Math.max(1, y(low) - y(high))}
        />
      ))}
      <path className="rate-line" d={line} />
    </svg>
  );
}

function levelOf(day: string | null, { low, high }: { readonly low: string | null; readonly high: string | null }): Level[] {
  const [least, most] = [Number(low ?? high), Number(high ?? low)];
  return day === null || (low === null && high === null) ? [] : [{ day: dayNumber(day), low: least, high: most }];
}
