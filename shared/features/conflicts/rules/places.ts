// Parts of a whole that are told apart by place: countries of a group, regions beside "other". Parts of one measure cannot add up
// to more than the whole; where what is left over is among them they cannot add up to less either.
import { areaCode, isRestOfArea, isWithinArea } from '../../../areas.ts';
import { addIntervals, type Interval } from '../../../quantity/index.ts';
import type { Facet } from '../facets.ts';
import type { Finding } from '../model.ts';
import * as say from '../say.ts';

const compared = 120;

/** Names of what is counted without the words for its place: "German storage sites" and "EU storage sites" are storage sites. */
export function placelessSubject({ claim }: Facet): string {
  const words = (claim.subject ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < 2 ? '' : words.at(-1)!;
}

export function placeRule(facets: readonly Facet[]): Finding[] {
  const few = facets.slice(0, compared);
  return few.flatMap((whole) => {
    const parts = partsOf(whole, few);
    return parts.length < 2 ? [] : (broken(whole, parts) ?? []);
  });
}

/** One claim of each part: the one from the source that tells most of them. */
function partsOf(whole: Facet, facets: readonly Facet[]): Facet[] {
  const inside = facets.filter((facet) => facet !== whole && isPartOf(facet, whole));
  const told = Map.groupBy(inside, (facet) => facet.claim.sourceId ?? '');
  const most = [...told.values()].toSorted((a, b) => placesIn(b) - placesIn(a))[0] ?? [];
  return [...new Map(most.map((facet) => [facet.place, facet])).values()];
}

function placesIn(facets: readonly Facet[]): number {
  return new Set(facets.map((facet) => facet.place)).size;
}

function isPartOf(part: Facet, whole: Facet): boolean {
  const [inner, outer] = [part.claim.area[0], whole.claim.area[0]];
  if (inner === undefined || outer === undefined || part.claim.area.length > 1 || whole.claim.area.length > 1) return false;
  if (part.claim.counterpart !== whole.claim.counterpart || isRest(whole)) return false;
  // A part of another universe adds nothing to the whole, unless it is what is left over.
  return isRest(part) || (isWithinArea(areaCode(inner), areaCode(outer)) && part.basis === whole.basis);
}

function isRest({ claim }: Facet): boolean {
  return [...claim.area, ...claim.basis, claim.subject ?? ''].some(isRestOfArea);
}

function broken(whole: Facet, parts: readonly Facet[]): Finding | undefined {
  const sum = parts.map((facet) => facet.interval()).reduce((total: Interval, one) => addIntervals(total, one));
  const { low: least, high: most } = whole.interval();
  const isMore = sum.low !== null && most !== null && sum.low.gt(most);
  const isLess = sum.high !== null && least !== null && sum.high.lt(least) && parts.some(isRest);
  if (!isMore && !isLess) return undefined;
  return {
    kind: 'part_total',
    claims: [whole, ...parts].map((facet) => facet.claim),
    tension: false,
    why: say.why(isMore ? 'partsAboveWhole' : 'partsBelowWhole', { whole: say.value(whole), parts: say.list(parts.map(say.value), 8) }),
  };
}
