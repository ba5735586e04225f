// A series as a drawing: each observation where its period lies, a range as a bar, rivals hollow, open bounds as arrows.
import type { Observation } from '../../../../../shared/features/ledger/model.ts';
import { message } from '../../../../../shared/message.ts';
import { findPeriod, formatPeriod } from '../../../../../shared/period/index.ts';
import { canonicalQuantity, formatQuantity } from '../../../../../shared/quantity/index.ts';
import type { PackContent, Places } from './content.ts';
import { html, type Markup } from './markup.ts';

const size = { width: 660, height: 150, left: 62, right: 12, top: 10, bottom: 22 };

interface Point {
  readonly observation: Observation;
  readonly at: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Nothing where fewer than two observations can be drawn. */
export function seriesChart(observations: readonly Observation[], places: Places, { locale, say }: Pick<PackContent, 'locale' | 'say'>): Markup {
  const points = observations.flatMap(toPoint);
  const values = points.flatMap(({ low, high }) => [low, high].filter((value) => value !== null));
  if (new Set(points.map(({ at }) => at)).size < 2 || values.length === 0) return html``;
  const y = scaleOf(Math.min(...values), Math.max(...values));
  const [first, last] = [Math.min(...points.map(({ at }) => at)), Math.max(...points.map(({ at }) => at))];
  const x = (at: number) => size.left + 10 + ((at - first) / (last - first)) * (size.width - size.left - size.right - 20);
  const title = say(message('pack:chart', { count: points.length }));
  return html`<svg class="chart" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${title}">
${y.ticks.map((tick) => html`<path class="grid" d="M${size.left} ${rounded(y.of(tick))}H${size.width - size.right}"/><text class="axis" x="${size.left - 6}" y="${rounded(y.of(tick) + 4)}" text-anchor="end">${numberText(tick, locale)}</text>`)}
${yearsBetween(first, last).map((year) => html`<text class="axis" x="${rounded(clamp(x(Date.UTC(year, 6, 1)), size.left + 10, size.width - size.right - 10))}" y="${size.height - 6}" text-anchor="middle">${year}</text>`)}
${points.map((point) => markOf(point, { x: rounded(x(point.at)), y: y.of, places, locale }))}</svg>
`;
}

function toPoint(observation: Observation): Point[] {
  const period = findPeriod(observation.period);
  const [from, to] = [period?.earliest ?? period?.latest, period?.latest ?? period?.earliest];
  if (from === undefined || to === undefined || from === null || to === null) return [];
  const { low, high } = canonicalQuantity(observation);
  const number = (text: string | null) => (text === null ? null : Number(text));
  const at = (Date.parse(`${from}T00:00:00Z`) + Date.parse(`${to}T00:00:00Z`)) / 2;
  return Number.isNaN(at) || (low === null && high === null) ? [] : [{ observation, at, low: number(low), high: number(high) }];
}

interface MarkPlace {
  readonly x: number;
  y(value: number): number;
  readonly places: Places;
  readonly locale: string;
}

function markOf({ observation, low, high }: Point, { x, y, places, locale }: MarkPlace): Markup {
  const [bottom, top] = [rounded(y(low ?? high!)), rounded(y(high ?? low!))];
  const told = `${observation.period === null ? '' : formatPeriod(observation.period, locale)}: ${formatQuantity(observation, { locale })}`;
  const arrow = high === null ? `M${x - 4} ${top - 6}l4 -6l4 6` : low === null ? `M${x - 4} ${bottom + 6}l4 6l4 -6` : '';
  return html`<a href="#${places.observation(observation.id)}"><g class="mark" data-state="${observation.state}" data-class="${observation.class}"><title>${told}</title>${bottom === top ? '' : html`<path class="range" d="M${x} ${bottom}V${top}"/>`}${arrow === '' ? '' : html`<path class="open" d="${arrow}"/>`}<circle cx="${x}" cy="${rounded((bottom + top) / 2)}" r="4"/></g></a>`;
}

/** From nought where that is near; three or four steps of 1, 2 or 5. */
function scaleOf(low: number, high: number) {
  const from = low > 0 && low < high * 0.7 ? 0 : low;
  const span = high - from || Math.abs(high) || 1;
  const rough = span / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough)!;
  const [bottom, top] = [Math.floor(from / step) * step, Math.ceil(high / step) * step || step];
  const count = Math.round((top - bottom) / step);
  return {
    ticks: Array.from({ length: count + 1 }, (_, index) => bottom + index * step),
    of: (value: number) => size.height - size.bottom - ((value - bottom) / (top - bottom || 1)) * (size.height - size.top - size.bottom),
  };
}

function yearsBetween(first: number, last: number): number[] {
  const [from, to] = [new Date(first).getUTCFullYear(), new Date(last).getUTCFullYear()];
  const step = Math.max(1, Math.ceil((to - from + 1) / 10));
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}

function numberText(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 }).format(value);
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
