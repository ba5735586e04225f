// One counted thing in several classes, across measures: vehicles, finished vehicles, passenger cars. None of the texts says
// how the classes nest, so figures of different measures cannot be set against each other as if they were one.
import { isRestOfArea } from '../../../areas.ts';
import type { Facet } from '../facets.ts';
import type { Finding } from '../model.ts';
import * as say from '../say.ts';

/** Claims shown for each class: enough to judge by, few enough to read. */
const shownPerClass = 8;

export function classRule(facets: readonly Facet[]): Finding[] {
  const families = new Set(facets.map((facet) => facet.family));
  const classes = Map.groupBy(
    facets.filter((facet) => facet.basis !== '' && facet.hasValue && !isRest(facet)),
    (facet) => facet.basis,
  );
  // Only what is counted one by one has classes; gas and money have none.
  if (families.size < 2 || classes.size < 2 || !facets.some(({ dimension }) => dimension === 'count')) return [];
  const shown = [...classes.values()].flatMap((group) => spread(group).slice(0, shownPerClass));
  const names = say.list(
    [...classes.values()].map((group) => say.quoted(say.basis(group[0]!))),
    6,
  );
  return [
    {
      kind: 'basis',
      claims: shown.map((facet) => facet.claim),
      tension: true,
      why: say.why('classes', { thing: thingOf(facets[0]!), classes: names }),
    },
  ];
}

/** What is left over is a part of one total, not a class. */
function isRest({ claim }: Facet): boolean {
  return [...claim.basis, ...claim.area].some(isRestOfArea);
}

/** The thing that a measure counts: the first word of its code, as in vehicle_exports and vehicle_production. */
export function thingOf(facet: Facet): string {
  return facet.measure.split(/[\s_-]+/)[0] ?? '';
}

/** One claim of each measure before a second of any. */
function spread(facets: readonly Facet[]): Facet[] {
  const seen = new Map<string, number>();
  return facets
    .map((facet) => {
      const rank = seen.get(facet.measure) ?? 0;
      seen.set(facet.measure, rank + 1);
      return { facet, rank };
    })
    .filter(({ rank }) => rank < shownPerClass)
    .sort((a, b) => a.rank - b.rank)
    .map(({ facet }) => facet);
}
