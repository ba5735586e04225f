// A part of an evidence pack, and what all parts do alike.
import type { Places } from './content.ts';
import { html, type Markup } from './markup.ts';

export interface PackPart {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  /** @yields the part piece by piece, so that a large one never stands in memory twice. */
  body(): Iterable<Markup>;
}

/** Numbers in brackets that lead to the evidence of claims. */
export function evidenceLinks(ids: readonly string[], places: Places): Markup {
  const known = ids.filter((id) => places.numberOf(id) !== undefined);
  return html`${known.map((id) => html`<a class="ref" href="#${places.evidence(id)}">[${places.numberOf(id)}]</a> `)}`;
}
