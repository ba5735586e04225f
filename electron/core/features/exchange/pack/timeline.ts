// The dated events of each subject on one axis of time: a point where a day is known, a bar where only bounds are.
import type { Claim } from '../../../../../shared/features/claims/model.ts';
import { message } from '../../../../../shared/message.ts';
import { findPeriod, formatPeriod } from '../../../../../shared/period/index.ts';
import { words } from '../cells.ts';
import type { PackContent, Places } from './content.ts';
import { html, type Markup } from './markup.ts';

/** What happened to one subject, in time. */
export interface Lane {
  readonly name: string;
  readonly events: readonly Claim[];
}

const size = { width: 660, left: 190, right: 12, lane: 20, axis: 22 };
/** More than fit on a page are told in the tables only, and it is said. */
const mostLanes = 36;
const dayMs = 86_400_000;

interface Dated {
  readonly claim: Claim;
  readonly from: number;
  readonly to: number;
}

export function timelineDrawing(lanes: readonly Lane[], places: Places, { locale, say }: Pick<PackContent, 'locale' | 'say'>): Markup {
  const dated = lanes.map(({ name, events }) => ({ name, events: events.flatMap(toDated) })).filter(({ events }) => events.length > 0);
  const shown = dated.slice(0, mostLanes);
  const times = shown.flatMap(({ events }) => events.flatMap(({ from, to }) => [from, to]));
  if (times.length < 2) return html``;
  const [first, last] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
  const x = (at: number) => Math.round((size.left + ((at - first) / (last - first || 1)) * (size.width - size.left - size.right)) * 10) / 10;
  const height = shown.length * size.lane + size.axis;
  const left = dated.length - shown.length;
  return html`<figure><svg class="chart" viewBox="0 0 ${size.width} ${height}" role="img" aria-label="${say(message('pack:timeline'))}">
${years(first, last).map((year) => html`<path class="grid" d="M${x(Date.UTC(year, 0, 1))} 0V${height - size.axis}"/><text class="axis" x="${x(Date.UTC(year, 0, 1))}" y="${height - 6}" text-anchor="middle">${year}</text>`)}
${shown.map(({ name, events }, index) => laneOf(name, events, { y: index * size.lane + size.lane / 2, x, places, locale }))}</svg>${left > 0 ? html`<figcaption class="muted">${say(message('pack:moreLanes', { count: left }))}</figcaption>` : ''}</figure>
`;
}

function toDated(claim: Claim): Dated[] {
  const period = findPeriod(claim.period);
  const [from, to] = [period?.earliest ?? period?.latest, period?.latest ?? period?.earliest];
  if (typeof from !== 'string' || typeof to !== 'string' || claim.rank === 'deprecated') return [];
  const [start, end] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  return Number.isNaN(start) || Number.isNaN(end) ? [] : [{ claim, from: start, to: end }];
}

interface LanePlace {
  readonly y: number;
  x(at: number): number;
  readonly places: Places;
  readonly locale: string;
}

function laneOf(name: string, events: readonly Dated[], { y, x, places, locale }: LanePlace): Markup {
  const label = name.length > 30 ? `${name.slice(0, 29).toWellFormed()}…` : name;
  return html`<text class="lane" x="0" y="${y + 4}">${label}<title>${name}</title></text><path class="grid" d="M${size.left} ${y}H${size.width - size.right}"/>${events.map(
    ({ claim, from, to }) => {
      const told = `${formatPeriod(claim.period ?? '', locale)}: ${words(claim.stage ?? claim.type)} ${claim.what}`;
      const [start, end] = [x(from), x(to)];
      const shape =
        to - from > 45 * dayMs
          ? html`<rect x="${start}" y="${y - 3}" width="${Math.max(end - start, 2)}" height="6" rx="3"/>`
          : html`<circle cx="${start}" cy="${y}" r="4"/>`;
      return html`<a href="#${places.row(claim.id)}"><g class="mark" data-status="${claim.status}"><title>${told}</title>${shape}</g></a>`;
    },
  )}`;
}

function years(first: number, last: number): number[] {
  const [from, to] = [new Date(first).getUTCFullYear() + 1, new Date(last).getUTCFullYear()];
  const step = Math.max(1, Math.ceil((to - from + 1) / 10));
  return from > to ? [] : Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}
