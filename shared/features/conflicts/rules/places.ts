// Parts of a whole that are told apart by place: countries of a group, regions beside "other". Parts of one measure cannot add up
// to more than the whole; where what is left over is among them they cannot add up to less either.
import { areaCode, isGroupOfAreas, isKnownArea, isRestOfArea, isWithinArea, wholeOfRest } from '../../../areas.ts';
import { addIntervals, type Interval } from '../../../quantity/index.ts';
import type { Facet } from '../facets.ts';
import type { Finding } from '../model.ts';
import * as say from '../say.ts';
import { aboveFinding, isAbove } from './members.ts';

const compared = 120;
/** Parts above one whole that are told: the first few say it. */
const shown = 5;

/** Names of what is counted without the words for its place: "German storage sites" and "EU storage sites" are storage sites. */
export function placelessSubject({ claim }: Facet): string {
  const words = (claim.subject ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < 2 ? '' : words.at(-1)!;
}

/** A facet with the code of its area, read once for all wholes that it may be a part of. */
interface Placed {
  readonly facet: Facet;
  readonly area: string;
  readonly isRest: boolean;
  /** What the rest is left of. */
  readonly home: string;
}

export function placeRule(facets: readonly Facet[]): Finding[] {
  if (new Set(facets.map((facet) => facet.place)).size < 2) return [];
  const placed = facets.slice(0, compared).map(toPlaced);
  const hasRest = placed.some((one) => one.isRest);
  return placed.flatMap((whole) => {
    if (whole.isRest || !(hasRest || isGroupOfAreas(whole.area))) return [];
    const above = placed.filter((one) => !one.isRest && isPartOf(one, whole) && isAbove(one.facet.interval(), whole.facet.interval()));
    if (above.length > 0) return above.slice(0, shown).map((one) => aboveFinding(one.facet, whole.facet));
    const parts = partsOf(whole, placed);
    return parts.length < 2 ? [] : (broken(whole.facet, parts) ?? []);
  });
}

function toPlaced(facet: Facet): Placed {
  const { area, basis, subject } = facet.claim;
  return { facet, area: areaCode(area[0] ?? ''), isRest: [...area, ...basis, subject ?? ''].some(isRestOfArea), home: wholeOfRest(area[0] ?? '') };
}

/** One claim of each part: those of the source that tells most of them. */
function partsOf(whole: Placed, placed: readonly Placed[]): Placed[] {
  const inside = placed.filter((one) => one !== whole && (isPartOf(one, whole) || isRegionOf(one, whole, placed)));
  const told = Map.groupBy(inside, (one) => one.facet.claim.sourceId ?? '');
  const most = [...told.values()].toSorted((a, b) => areasIn(b) - areasIn(a))[0] ?? [];
  return [...new Map(most.map((one) => [one.area, one])).values()];
}

function areasIn(placed: readonly Placed[]): number {
  return new Set(placed.map((one) => one.area)).size;
}

/** A part of another universe adds nothing to the whole, unless it is what is left over. */
function isPartOf(part: Placed, whole: Placed): boolean {
  if (part.facet.claim.counterpart !== whole.facet.claim.counterpart) return false;
  if (part.isRest) return part.home === whole.area || (part.home === '' && isKnownArea(whole.area));
  return part.facet.basis === whole.facet.basis && isWithinArea(part.area, whole.area);
}

/** Provinces that no list knows, beside what is left of their country in one text. */
function isRegionOf(part: Placed, whole: Placed, placed: readonly Placed[]): boolean {
  if (part.isRest || isKnownArea(part.area) || !isKnownArea(whole.area) || part.facet.basis !== whole.facet.basis) return false;
  const source = part.facet.claim.sourceId;
  const isTold = (one: Placed) => one.facet.claim.sourceId === source;
  return (
    placed.some((one) => one.isRest && isTold(one) && (one.home === whole.area || one.home === '')) &&
    placed.every((one) => !isTold(one) || one === whole || !isKnownArea(one.area))
  );
}

function broken(whole: Facet, parts: readonly Placed[]): Finding | undefined {
  const sum = parts.map(({ facet }) => facet.interval()).reduce((total: Interval, one) => addIntervals(total, one));
  const { low: least, high: most } = whole.interval();
  const isMore = sum.low !== null && most !== null && sum.low.gt(most);
  const isLess = sum.high !== null && least !== null && sum.high.lt(least) && parts.some((one) => one.isRest);
  if (!isMore && !isLess) return undefined;
  return {
    kind: 'part_total',
    claims: [whole, ...parts.map((one) => one.facet)].map((facet) => facet.claim),
    tension: false,
    why: say.why(isMore ? 'partsAboveWhole' : 'partsBelowWhole', {
      whole: say.value(whole),
      parts: say.list(
        parts.map((one) => say.value(one.facet)),
        8,
      ),
    }),
  };
}
