// The parts of a reason, as parameters of its message: the edges put them in words. A reason is built for every group of a
// large workbook, so lists are cut here and nothing is put in words.
import { type Message, type MessageParam, type MessageParams, message } from '../../message.ts';
import { measuredOf } from '../ledger/rules.ts';
import type { Facet } from './facets.ts';

/** A sentence of `why` in `conflicts.json`. */
export function why(name: string, params?: MessageParams): Message {
  return message(`conflicts:why.${name}`, params);
}

export function value(facet: Facet): MessageParam {
  return { quantity: measuredOf(facet.claim) };
}

export function when(facet: Facet): MessageParam {
  return facet.period === undefined ? message('conflicts:undated') : { period: facet.claim.period ?? '' };
}

export function basis(facet: Facet): MessageParam {
  return facet.claim.basis.length === 0 ? why('noBasis') : facet.claim.basis.join(', ');
}

export function status(facet: Facet): Message {
  return message(`words:status.${facet.claim.status ?? 'actual'}`);
}

export function who(facet: Facet): MessageParam {
  return (
    (facet.claim.kind === 'statement' ? facet.claim.actor : undefined) ??
    facet.claim.saidBy[0]?.name ??
    facet.claim.actor ??
    facet.claim.via[0] ??
    facet.source?.publisher ??
    facet.source?.title ??
    why('noSource')
  );
}

/** In the quotation marks of the reader's language. */
export function quoted(text: MessageParam): Message {
  return message('words:quoted', { text });
}

/** "a, b and c"; what is said twice stands once, and a long list is cut with the number of the others. */
export function list(items: readonly MessageParam[], most = 4): MessageParam {
  const unique = [...new Map(items.map((item) => [typeof item === 'string' ? item : JSON.stringify(item), item])).values()];
  return cut(unique.slice(0, most), unique.length);
}

/** As `list`, of many: only what is shown is looked at. */
export function some<T>(items: readonly T[], toParam: (item: T) => MessageParam, most = 4): MessageParam {
  return cut(items.slice(0, most).map(toParam), items.length);
}

function cut(shown: readonly MessageParam[], count: number): MessageParam {
  return { list: count > shown.length ? [...shown, message('words:more', { count: count - shown.length })] : shown };
}
