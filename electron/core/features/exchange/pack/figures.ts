// Series with their observations: the figures of the ledger, each with the claims behind it.

import { capitalised } from '../../../../../shared/code-words.ts';
import type { Observation, Series } from '../../../../../shared/features/ledger/model.ts';
import { message } from '../../../../../shared/message.ts';
import { formatPeriod } from '../../../../../shared/period/index.ts';
import { formatQuantity } from '../../../../../shared/quantity/index.ts';
import { words } from '../cells.ts';
import type { PackContent, Places } from './content.ts';
import { html, type Markup } from './markup.ts';
import { evidenceLinks, type PackPart } from './part.ts';
import { seriesChart } from './series-chart.ts';

export function figurePart(content: PackContent, places: Places): PackPart {
  const { series, observations, say } = content;
  const bySeries = Map.groupBy(observations, ({ seriesId }) => seriesId);
  return {
    id: 'figures',
    title: say(message('pack:figures')),
    count: observations.length,
    *body() {
      for (const one of series) yield seriesBlock(one, bySeries.get(one.id) ?? [], { content, places });
    },
  };
}

const numeric: ReadonlySet<string> = new Set(['value', 'origins']);

interface With {
  readonly content: PackContent;
  readonly places: Places;
}

function seriesBlock(series: Series, observations: readonly Observation[], { content, places }: With): Markup {
  const { say } = content;
  const heads = ['period', 'value', 'status', 'state', 'origins', 'evidence'] as const;
  return html`<section class="series figures"><h3>${capitalised(words(series.measure))}, ${series.subject}</h3><p class="muted">${keyText(series, content)}</p>
${seriesChart(observations, places, content)}<table><thead><tr>${heads.map((head) => html`<th scope="col"${numeric.has(head) ? html` class="number"` : ''}>${say(message(`pack:head.${head}`))}</th>`)}</tr></thead><tbody>
${observations.map((one) => row(one, { content, places }))}</tbody></table></section>
`;
}

function keyText({ basis, area, counterpart, change }: Series, { say }: PackContent): string {
  const place = [area.join(', '), counterpart].filter((part) => part !== null && part !== '').join(' → ');
  const parts = [place, basis.join(', '), change === null ? '' : words(change)].filter((part) => part !== '');
  return parts.length === 0 ? say(message('pack:noBasis')) : parts.join(' · ');
}

function row(one: Observation, { content, places }: With): Markup {
  const { locale, say } = content;
  const issuer = one.issuer === null ? '' : `, ${one.issuer}`;
  return html`<tr id="${places.observation(one.id)}"><th scope="row">${one.period === null ? say(message('pack:noPeriod')) : formatPeriod(one.period, locale)}</th><td class="number">${shownValue(one, content, places)}</td><td>${words(one.status)}${issuer}</td><td><span class="state" data-state="${one.state}">${say(message(`pack:stateOf.${one.state}`))}</span></td><td class="number">${one.support}</td><td>${evidenceLinks(one.claims, places)}</td></tr>
${verdictRow(one, content)}${rivalRow(one, content)}`;
}

/** The value leads to the passage of the claim that it shows. */
function shownValue(one: Observation, { locale }: PackContent, places: Places): Markup {
  const text = formatQuantity(one, { locale });
  const shown = one.verdict?.claimId ?? one.claims[0];
  return shown === undefined || places.numberOf(shown) === undefined ? html`${text}` : html`<a href="#${places.evidence(shown)}">${text}</a>`;
}

function rivalRow({ rivals, unit, change }: Observation, { locale, say }: PackContent): Markup {
  if (rivals.length < 2) return html``;
  const values = rivals.map((value) => formatQuantity({ ...value, unit, change }, { locale }));
  return html`<tr class="note"><td></td><td colspan="5">${say(message('pack:rivals', { values: { list: values } }))}</td></tr>\n`;
}

function verdictRow({ verdict }: Observation, { say, extras }: PackContent): Markup {
  if (verdict === null) return html``;
  const by = extras.has('people') && verdict.by !== '' ? verdict.by : '';
  const stale = verdict.isStale ? [say(message('pack:stale')), ...verdict.staleBecause.map(say)].join(' ') : '';
  const told = verdict.claimId === null && verdict.own === null ? 'pack:undecided' : 'pack:verdict';
  return html`<tr class="note"><td></td><td colspan="5"><b>${say(message(told))}</b> ${verdict.reason} ${by === '' ? '' : html`<span class="muted">${by}</span>`} ${stale === '' ? '' : html`<span class="stale">${stale}</span>`}</td></tr>\n`;
}
