// One HTML file with every figure, event and statement, and the passage behind each. It needs no script and asks for nothing:
// links lead from a figure to its passage and back, and it prints on A4. The same workbook gives the same bytes.
import { message } from '../../../../../shared/message.ts';
import { conflictPart } from './conflicts.ts';
import { type PackContent, placesOf } from './content.ts';
import { eventPart } from './events.ts';
import { evidencePart } from './evidence.ts';
import { figurePart } from './figures.ts';
import { html, type Markup } from './markup.ts';
import type { PackPart } from './part.ts';
import { statementPart } from './statements.ts';
import { styleSheet } from './style.ts';

export function packBytes(content: PackContent): Uint8Array {
  return Buffer.concat([...pieces(content)].map(({ text }) => Buffer.from(text, 'utf8')));
}

function* pieces(content: PackContent): Generator<Markup> {
  const places = placesOf(content);
  const parts = [figurePart, eventPart, statementPart, conflictPart, evidencePart]
    .map((part) => part(content, places))
    .filter(({ count }) => count > 0);
  yield head(content);
  yield cover(content, parts);
  for (const { id, title, body } of parts) {
    yield html`<section id="${id}" class="part"><h2>${title}</h2>\n`;
    yield* body();
    yield html`</section>\n`;
  }
  yield html`</main></body></html>\n`;
}

function head({ name, locale, say }: PackContent): Markup {
  const title = say(message('pack:title', { name }));
  return html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer"><title>${title}</title>
<style>${styleSheet(title, say(message('pack:page')))}</style></head>
<body><main>
`;
}

function cover({ name, state, locale, claims, sources, observations, say }: PackContent, parts: readonly PackPart[]): Markup {
  const told =
    state === null ? say(message('pack:stateEmpty')) : say(message('pack:state', { at: dayText(state.at, locale), edit: state.edit.slice(-12) }));
  const counts = Object.entries({ observations, claims, sources }).map(([what, list]) => say(message(`pack:count.${what}`, { count: list.length })));
  return html`<header class="cover"><p class="kind">${say(message('pack:kind'))}</p><h1>${name}</h1>
<p class="muted">${told}</p>
<p>${counts.join(' · ')}</p>
<p>${say(message('pack:how'))}</p>
<nav aria-label="${say(message('pack:contents'))}"><ol>${parts.map(({ id, title, count }) => html`<li><a href="#${id}">${title}</a> <span class="muted">${count}</span></li>`)}</ol></nav></header>
`;
}

function dayText(at: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at));
}
