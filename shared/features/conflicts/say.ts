// How values, periods and sources are put in the words of a reason.
import { formatPeriod } from '../../period/index.ts';
import { formatQuantity } from '../../quantity/index.ts';
import { measuredOf } from '../ledger/rules.ts';
import type { Facet } from './facets.ts';

export function value(facet: Facet): string {
  return facet.claim.value === null ? '–' : formatQuantity(measuredOf(facet.claim));
}

export function when(facet: Facet): string {
  return facet.period === undefined ? 'no date' : formatPeriod(facet.claim.period ?? '');
}

export function basis(facet: Facet): string {
  return facet.claim.basis.length === 0 ? 'a universe that is not named' : facet.claim.basis.join(', ');
}

export function who(facet: Facet): string {
  return (
    (facet.claim.kind === 'statement' ? facet.claim.actor : undefined) ??
    facet.claim.saidBy[0]?.name ??
    facet.claim.actor ??
    facet.claim.via[0] ??
    facet.source?.publisher ??
    facet.source?.title ??
    'a source that is not named'
  );
}

/** "a, b and c"; long lists are cut with their number. */
export function list(items: readonly string[], most = 4): string {
  const unique = [...new Set(items)];
  const shown = unique.length > most ? [...unique.slice(0, most), `${unique.length - most} more`] : unique;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** As `list`, of many: only what is shown is put in words. */
export function some<T>(items: readonly T[], inWords: (item: T) => string, most = 4): string {
  const shown = items.slice(0, most).map(inWords);
  return list(items.length > most ? [...shown, `${items.length - most} more`] : shown, most + 1);
}
