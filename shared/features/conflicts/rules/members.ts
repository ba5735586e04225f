// Members of one whole that are told apart by name or class, against the whole: "all fabs" beside each of them, a total beside
// its classes, shares that leave nothing over.
import { isRestOfArea } from '../../../areas.ts';
import { addIntervals, Decimal, type Interval, interval } from '../../../quantity/index.ts';
import type { Claim } from '../../claims/model.ts';
import type { Facet } from '../facets.ts';
import type { Finding } from '../model.ts';
import { remembered } from '../remembered.ts';
import * as say from '../say.ts';

const compared = 120;
/** Parts that are not said to leave nothing over may hold each other; then they come to much more than the whole. */
const nearlyWhole = new Decimal('1.3');

const saysAll = /^(?:all|total|whole|entire|overall)\b|^(?:все|вся|весь|всего|итого|общ)|^(?:全部|总|合计|所有|全国|全行业)/iu;

const namesAll = remembered((name: string) => saysAll.test(name));
const namesRest = remembered(isRestOfArea);

/** Whether a claim speaks of all members, or of a share that is left over. */
export function tellsWhole({ kind, subject, unit }: Claim): boolean {
  return kind === 'figure' && subject !== null && (namesAll(subject) || (unit === 'PCT' && namesRest(subject)));
}

/** One measure, place, universe, period and unit, of several subjects. */
export function memberRule(facets: readonly Facet[]): Finding[] {
  const few = facets.slice(0, compared);
  const totals = few.filter(({ claim }) => saysAll.test(claim.subject ?? ''));
  const parts = few.filter((facet) => !totals.includes(facet));
  if (few[0]!.dimension === 'share') return sharesFinding(parts);
  return totals.flatMap((total) => [...aboveWhole(parts, total), ...togetherAbove(parts, total, ({ subject }) => subject)]);
}

/** Claims of one measure, subject, place and period over several universes, against the total of all. */
export function universeFindings(facets: readonly Facet[]): Finding[] {
  const isWhole = ({ basis }: Facet) => basis === '' || saysAll.test(basis);
  const told = Map.groupBy(facets.slice(0, compared), ({ place, periodKey, status }) => `${place}|${periodKey}|${status}`);
  return [...told.values()].flatMap((group) => {
    const parts = group.filter((facet) => !isWhole(facet));
    return parts.length < 2 ? [] : group.filter(isWhole).flatMap((total) => togetherAbove(parts, total, ({ basis }) => basis));
  });
}

export function isRest({ claim }: Facet): boolean {
  return [...claim.area, ...claim.basis, claim.subject ?? ''].some(isRestOfArea);
}

/** A member alone that is more than all. */
function aboveWhole(parts: readonly Facet[], total: Facet): Finding[] {
  return parts.filter((part) => isAbove(part.interval(), total.interval())).map((part) => aboveFinding(part, total));
}

export function aboveFinding(part: Facet, whole: Facet): Finding {
  const nameOf = ({ claim }: Facet) => [claim.subject ?? '', claim.area.join(', ')].filter((name) => name !== '').join(', ');
  const names = { name: nameOf(part), wholeName: nameOf(whole) };
  const why = say.why('aboveWhole', { part: say.value(part), whole: say.value(whole), ...names });
  return { kind: 'part_total', claims: [part.claim, whole.claim], tension: false, why };
}

export function isAbove(part: Interval, whole: Interval): boolean {
  return part.low !== null && whole.high !== null && part.low.gt(whole.high);
}

/** The parts that one source tells, one claim of each. */
function told(parts: readonly Facet[], partOf: (facet: Facet) => string): readonly Facet[] {
  const bySource = Map.groupBy(parts, ({ claim }) => claim.sourceId ?? '');
  const each = [...bySource.values()].map((own) => [...new Map(own.map((facet) => [partOf(facet), facet])).values()]);
  return each.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

function togetherAbove(all: readonly Facet[], total: Facet, partOf: (facet: Facet) => string): Finding[] {
  const parts = told(all, partOf);
  if (parts.length < 2 || parts.some((part) => isAbove(part.interval(), total.interval()))) return [];
  const sum = sumOf(parts);
  const isWhole = parts.some(isRest);
  const isMore = isAbove(sum, total.interval()) && (isWhole || isNear(sum, total.interval()));
  const isLess = isWhole && isAbove(total.interval(), sum);
  return isMore || isLess ? [sumFinding(parts, total, isMore)] : [];
}

function sumOf(parts: readonly Facet[]): Interval {
  return parts.map((facet) => facet.interval()).reduce((sum, one) => addIntervals(sum, one));
}

function isNear(sum: Interval, whole: Interval): boolean {
  return sum.low!.lte(whole.high!.times(nearlyWhole));
}

function sumFinding(parts: readonly Facet[], total: Facet, isMore: boolean): Finding {
  return {
    kind: 'part_total',
    claims: [total, ...parts].map(({ claim }) => claim),
    tension: false,
    why: say.why(isMore ? 'partsAboveWhole' : 'partsBelowWhole', { whole: say.value(total), parts: say.list(parts.map(say.value), 8) }),
  };
}

const allOfIt = interval('100', '100');

/** Shares of one text with what is left over come to a hundred per cent. */
function sharesFinding(parts: readonly Facet[]): Finding[] {
  const shares = told(parts, ({ subject }) => subject);
  if (shares.length < 3 || !shares.some(isRest)) return [];
  const sum = sumOf(shares);
  const isMore = isAbove(sum, allOfIt);
  if (!isMore && !isAbove(allOfIt, sum)) return [];
  return [
    {
      kind: 'part_total',
      claims: shares.map(({ claim }) => claim),
      tension: false,
      why: say.why(isMore ? 'sharesAboveAll' : 'sharesBelowAll', { shares: say.list(shares.map(say.value), 8) }),
    },
  ];
}
