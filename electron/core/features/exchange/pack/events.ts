// What happened to whom, subject by subject, with a drawing of when.
import type { Claim } from '../../../../../shared/features/claims/model.ts';
import { measuredOf } from '../../../../../shared/features/ledger/rules.ts';
import { message } from '../../../../../shared/message.ts';
import { comparePeriods, findPeriod, formatPeriod } from '../../../../../shared/period/index.ts';
import { formatQuantity } from '../../../../../shared/quantity/index.ts';
import { words } from '../cells.ts';
import type { PackContent, Places } from './content.ts';
import { html, type Markup } from './markup.ts';
import { evidenceLinks, type PackPart } from './part.ts';
import { type Lane, timelineDrawing } from './timeline.ts';

export function eventPart(content: PackContent, places: Places): PackPart {
  const { say } = content;
  const events = content.claims.filter(({ kind }) => kind === 'event');
  const lanes = [...Map.groupBy(events, ({ subject }) => subject ?? '')].map(([name, own]): Lane => ({ name, events: own.toSorted(inTime) }));
  const sorted = lanes.toSorted((a, b) => b.events.length - a.events.length || (a.name < b.name ? -1 : 1));
  return {
    id: 'events',
    title: say(message('pack:events')),
    count: events.length,
    *body() {
      yield timelineDrawing(sorted, places, content);
      for (const lane of sorted) yield laneBlock(lane, content, places);
    },
  };
}

function inTime(a: Claim, b: Claim): number {
  const [left, right] = [findPeriod(a.period), findPeriod(b.period)];
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  return comparePeriods(left, right) || (a.id < b.id ? -1 : 1);
}

function laneBlock({ name, events }: Lane, content: PackContent, places: Places): Markup {
  const { say } = content;
  const heads = ['when', 'stage', 'what', 'status', 'evidence'] as const;
  return html`<section class="series"><h3>${name}</h3><table><thead><tr>${heads.map((head) => html`<th scope="col">${say(message(`pack:head.${head}`))}</th>`)}</tr></thead><tbody>
${events.map((event) => row(event, content, places))}</tbody></table></section>
`;
}

function row(claim: Claim, { locale, say }: PackContent, places: Places): Markup {
  const magnitude = claim.value === null ? '' : formatQuantity(measuredOf(claim), { locale });
  const what = [claim.what, magnitude].filter((part) => part !== '').join(', ');
  return html`<tr id="${places.row(claim.id)}"${claim.rank === 'deprecated' ? html` class="deprecated"` : ''}><th scope="row">${claim.period === null ? say(message('pack:noPeriod')) : formatPeriod(claim.period, locale)}</th><td>${words(claim.stage ?? claim.type)}</td><td>${what}</td><td>${words(claim.status)}</td><td>${evidenceLinks([claim.id], places)}</td></tr>
`;
}
