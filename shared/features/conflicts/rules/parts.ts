// Figures of one text over several universes in one period: a text that leaves open whether one is the sum of the others.
import { addIntervals, Decimal, type Interval, intersects } from '../../../quantity/index.ts';
import type { Claim } from '../../claims/model.ts';
import type { Facet } from '../facets.ts';
import type { Finding } from '../model.ts';
import * as say from '../say.ts';
import { isRest, universeFindings } from './members.ts';

/** A whole with two parts at least; what a text tells of more is a table. */
const [fewest, most] = [3, 12];

export function isPart({ claim, hasValue, isAdditive, period }: Facet): boolean {
  return hasValue && isAdditive && period !== undefined && !isCell(claim);
}

/** What a text says one of several has of a whole. */
export function isShareOfWhole({ claim, hasValue, measure, period }: Facet): boolean {
  return hasValue && claim.unit === 'PCT' && claim.change === null && period !== undefined && /(^|_)share(_|$)/.test(measure) && !isCell(claim);
}

function isCell(claim: Claim): boolean {
  return claim.passages.some((passage) => passage.sheet !== null);
}

export function partRule(facets: readonly Facet[]): Finding[] {
  if (new Set(facets.map(universeOf)).size < fewest) return [];
  const told = Map.groupBy(facets, (facet) => `${facet.claim.sourceId}|${facet.periodKey}|${facet.status}`);
  const sums = [...told.values()].flatMap((group): Finding[] => {
    if (new Set(group.map(universeOf)).size < fewest || group.length > most) return [];
    const total = group.toSorted(byLow).find((one) => intersects(one.interval(), sumOf(group.filter((other) => other !== one))));
    if (total === undefined) return [];
    const parts = group.filter((facet) => facet !== total);
    // With what is left over among them they are plainly the sum.
    if (parts.some(isRest)) return [];
    return [
      {
        kind: 'part_total',
        claims: group.map((facet) => facet.claim),
        tension: false,
        why: say.why('sumOrMore', { total: say.value(total), parts: say.list(parts.map(say.value)) }),
      },
    ];
  });
  return [...sums, ...universeFindings(facets)];
}

/** What is counted and where: a part may lie in another place than the rest. */
function universeOf({ basis, place }: Facet): string {
  return `${basis}|${place}`;
}

/** Largest first: a total is the largest of its kind. */
function byLow(a: Facet, b: Facet): number {
  return (b.interval().low ?? b.interval().high ?? zero).cmp(a.interval().low ?? a.interval().high ?? zero);
}

const zero = new Decimal(0);

function sumOf(facets: readonly Facet[]): Interval {
  return facets.map((facet) => facet.interval()).reduce((sum, one) => addIntervals(sum, one));
}
