// Every claim with its passage in context, source by source, and the way back to where it is told of.

import { capitalised } from '../../../../../shared/code-words.ts';
import { type Claim, claimKinds } from '../../../../../shared/features/claims/model.ts';
import { chainOf } from '../../../../../shared/features/claims/origin.ts';
import { measuredOf } from '../../../../../shared/features/ledger/rules.ts';
import type { Source } from '../../../../../shared/features/sources/model.ts';
import { message } from '../../../../../shared/message.ts';
import { formatPeriod } from '../../../../../shared/period/index.ts';
import { formatQuantity } from '../../../../../shared/quantity/index.ts';
import { textOf, words } from '../cells.ts';
import { differsText } from '../claim-columns.ts';
import type { InContext, PackContent, Places } from './content.ts';
import { html, type Markup, webAddress } from './markup.ts';
import type { PackPart } from './part.ts';

export function evidencePart(content: PackContent, places: Places): PackPart {
  const { claims, sources, say } = content;
  const bySource = Map.groupBy(claims, ({ sourceId }) => sourceId ?? '');
  return {
    id: 'evidence',
    title: say(message('pack:evidence')),
    count: claims.length,
    *body() {
      for (const source of sources) {
        const own = bySource.get(source.id) ?? [];
        if (own.length > 0) yield* sourceBlock(source, own, content, places);
      }
      const without = bySource.get('') ?? [];
      for (const claim of without) yield claimBlock(claim, content, places);
    },
  };
}

function* sourceBlock(source: Source, claims: readonly Claim[], content: PackContent, places: Places): Generator<Markup> {
  yield html`<section class="source" id="${places.source(source.id)}"><h3>${source.title}</h3>${aboutSource(source, content)}\n`;
  for (const claim of claims.toSorted(inText)) yield claimBlock(claim, content, places);
  yield html`</section>\n`;
}

function inText(a: Claim, b: Claim): number {
  return (a.passages[0]?.start ?? 0) - (b.passages[0]?.start ?? 0) || (a.id < b.id ? -1 : 1);
}

function aboutSource(
  { publisher, author, publishedOn, language, url, grade, gradeReason, fileName, note, sha256 }: Source,
  { locale, extras, say }: PackContent,
): Markup {
  const address = webAddress(url);
  const date = publishedOn === null ? say(message('pack:undated')) : formatPeriod(publishedOn, locale);
  const graded = extras.has('grades') && grade !== null ? say(message('pack:grade', { grade, reason: gradeReason ?? '' })) : '';
  const facts = [publisher ?? '', author ?? '', date, language ?? '', graded, extras.has('fileNames') ? (fileName ?? '') : ''].filter(
    (fact) => fact !== '',
  );
  return html`<p class="muted">${facts.join(' · ')}${address === undefined ? '' : html` · <a href="${address}" rel="noreferrer noopener">${address}</a>`}</p>
${extras.has('notes') && note !== '' && note !== null ? html`<p>${note}</p>` : ''}<p class="hash">sha-256 ${sha256}</p>`;
}

function claimBlock(claim: Claim, content: PackContent, places: Places): Markup {
  const { say, sourceOf, extras, locale } = content;
  const chain = chainOf(claim, sourceOf(claim)).map(({ name }) => name);
  const differs = differsText(claim, locale);
  const rows = [
    ['said', claim.saidBy.map(({ name, role }) => (role == null ? name : `${name} (${role})`)).join('; ')],
    ['chain', chain.length > 1 ? chain.join(' → ') : ''],
    ['worded', claim.original],
    ['rank', claim.rank === 'normal' ? '' : [words(claim.rank), claim.rankReason ?? ''].filter((part) => part !== '').join(': ')],
    ['differs', differs === null ? '' : textOf(differs)],
    ['readings', claim.readings.map(({ label }) => label).join('; ')],
    ['credibility', extras.has('grades') ? String(claim.credibility) : ''],
    ['note', extras.has('notes') ? claim.note : ''],
  ] as const;
  return html`<article class="claim" id="${places.evidence(claim.id)}"><h4><span class="n">[${places.numberOf(claim.id)}]</span> ${headline(claim, content)} <a class="back" href="#${places.row(claim.id)}">${say(message(`pack:back.${claimKinds.find((kind) => kind === claim.kind)!}`))}</a></h4>
${claim.passages.map((passage) => passageBlock(passage, content))}<dl>${rows.filter(([, text]) => text !== '').map(([name, text]) => html`<div><dt>${say(message(`pack:row.${name}`))}</dt><dd>${text}</dd></div>`)}</dl></article>
`;
}

function headline(claim: Claim, { locale }: PackContent): Markup {
  const period = claim.period === null ? '' : formatPeriod(claim.period, locale);
  if (claim.kind === 'statement')
    return html`${[claim.actor, claim.topic, words(claim.stance)].filter((part) => part !== null && part !== '').join(', ')}`;
  const about = [capitalised(words(claim.measure ?? claim.stage ?? claim.type)), claim.subject ?? '', period]
    .filter((part) => part !== '')
    .join(', ');
  return claim.value === null ? html`${about}` : html`${about}: <b>${formatQuantity(measuredOf(claim), { locale })}</b>`;
}

function passageBlock(passage: Claim['passages'][number], { inContext, say }: PackContent): Markup {
  const { before, exact, after } = inParagraph(inContext(passage));
  const place = [
    passage.page === null ? '' : say(message('pack:pageOf', { page: passage.page })),
    passage.sheet ?? '',
    passage.cells ?? '',
    passage.state === 'same' ? '' : say(message(`pack:passage.${passage.state}`)),
  ].filter((part) => part !== '');
  return html`<blockquote>${before}<mark>${exact}</mark>${after}${place.length === 0 ? '' : html` <cite>${place.join(', ')}</cite>`}</blockquote>
`;
}

/** As much as stands in the same paragraph; what is cut inside of it says so. */
function inParagraph({ before, exact, after }: InContext): InContext {
  const from = before.lastIndexOf('\n');
  const to = after.indexOf('\n');
  return {
    before: from < 0 ? (before === '' ? '' : `…${before}`) : before.slice(from + 1),
    exact,
    after: to < 0 ? (after === '' ? '' : `${after}…`) : after.slice(0, to),
  };
}
