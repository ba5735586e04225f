// Who said what on which topic.
import { message } from '../../../../../shared/message.ts';
import { formatPeriod } from '../../../../../shared/period/index.ts';
import { words } from '../cells.ts';
import type { PackContent, Places } from './content.ts';
import { html } from './markup.ts';
import { evidenceLinks, type PackPart } from './part.ts';

export function statementPart(content: PackContent, places: Places): PackPart {
  const { say, locale, sourceOf } = content;
  const statements = content.claims.filter(({ kind }) => kind === 'statement');
  const heads = ['actor', 'topic', 'stance', 'gist', 'madeOn', 'evidence'] as const;
  return {
    id: 'statements',
    title: say(message('pack:statements')),
    count: statements.length,
    *body() {
      yield html`<table><thead><tr>${heads.map((head) => html`<th scope="col">${say(message(`pack:head.${head}`))}</th>`)}</tr></thead><tbody>\n`;
      for (const claim of statements) {
        const on = claim.madeOn ?? sourceOf(claim)?.publishedOn ?? null;
        yield html`<tr id="${places.row(claim.id)}"><th scope="row">${claim.actor}${claim.role === null ? '' : `, ${claim.role}`}</th><td>${claim.topic}</td><td>${words(claim.stance)}</td><td>${claim.gist}</td><td>${on === null ? '' : formatPeriod(on, locale)}</td><td>${evidenceLinks([claim.id], places)}</td></tr>\n`;
      }
      yield html`</tbody></table>\n`;
    },
  };
}
