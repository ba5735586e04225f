// Parts and their total: universes that one source counts side by side, members beside all of them, places within a group.
import { areaCode, isGroupOfAreas, isRestOfArea, isWithinArea, wholeOfRest } from '../../../areas.ts';
import { intersects, interval } from '../../../quantity/index.ts';
import { type Figure, isAmount, plus, type Twofold } from '../figure.ts';
import type { Check } from '../model.ts';
import { toCheck } from '../result.ts';
import * as say from '../say.ts';

/** What a text tells of more is a table. */
const most = 12;
const compared = 120;

/** Universes that one source counts side by side, against a total that it states too. */
export function sumOfParts(figures: readonly Figure[]): Check[] {
  const group = figures.filter((figure) => isAmount(figure) && figure.status === 'outcome');
  if (group.length < 3 || group.length > 12) return [];
  const total = group.find((figure) => figure.basis === '' || /^(all|total)\b/.test(figure.basis));
  const parts = group.filter((figure) => figure !== total);
  if (total === undefined || new Set(parts.map((part) => part.basis)).size !== parts.length) return [];
  return sumCheck(parts, total, sumOf(parts));
}

const saysAll = /^(?:all|total|whole|entire|overall)\b|^(?:все|вся|весь|всего|итого|общ)|^(?:全部|总|合计|所有|全国|全行业)/iu;
/** Names of several at once, which may hold each other: what they count may be counted twice. */
const severalWords =
  /\b(brands?|makers?|producers?|companies|firms|suppliers|domestic|foreign|local|imported|top|leading|main|major|western|chinese|european|group|others? and)\b|марк|бренд|производител|компани|отечествен|иностран|импорт|品牌|企业|厂商|国产|进口/iu;

/** One universe beside the whole that it is said to be a part of, in whatever source. */
export function universeAndAll(figures: readonly Figure[]): Check[] {
  const amounts = figures.filter((figure) => isAmount(figure) && figure.status === 'outcome').slice(0, compared);
  const totals = amounts.filter(({ basis }) => /^(all|total|overall)$/.test(basis));
  return totals.flatMap((total) => {
    const parts = amounts.filter((figure) => figure.basis !== '' && !totals.includes(figure) && isAbove(figure, total));
    return parts.flatMap((part) => partCheck(part, total) ?? []);
  });
}

/** Members of one whole, by name: "North", "South" and "all fabs". */
export function membersAndAll(figures: readonly Figure[]): Check[] {
  const amounts = figures.filter((figure) => isAmount(figure) && figure.status === 'outcome').slice(0, compared);
  const totals = amounts.filter(({ claim }) => saysAll.test(claim.subject ?? ''));
  return totals.flatMap((total) => {
    const members = oneEach(
      amounts.filter((figure) => !totals.includes(figure)),
      total,
      ({ subject }) => subject,
    );
    const isTold = members.some(isRest) || !members.some(({ claim }) => severalWords.test(claim.subject ?? ''));
    return againstTotal(members, total, isTold);
  });
}

/** Places within a group of countries, or beside what is left of it. */
export function placesAndGroup(figures: readonly Figure[]): Check[] {
  const amounts = figures.filter((figure) => isAmount(figure) && figure.status === 'outcome').slice(0, compared);
  const hasRest = amounts.some(isRest);
  const areaOf = ({ claim }: Figure) => (claim.area.length === 1 ? areaCode(claim.area[0]!) : '');
  const wholes = amounts.filter((figure) => !isRest(figure) && areaOf(figure) !== '' && (hasRest || isGroupOfAreas(areaOf(figure))));
  return wholes.flatMap((whole) => {
    const inside = amounts.filter((figure) =>
      isRest(figure) ? isLeftOf(figure, areaOf(whole)) : figure.basis === whole.basis && isWithinArea(areaOf(figure), areaOf(whole)),
    );
    return againstTotal(oneEach(inside, whole, areaOf), whole, true);
  });
}

function isRest({ claim }: Figure): boolean {
  return [...claim.area, ...claim.basis, claim.subject ?? ''].some(isRestOfArea);
}

/** What is left of this whole; what names none is left of the group that stands beside it. */
function isLeftOf({ claim }: Figure, whole: string): boolean {
  const home = wholeOfRest(claim.area[0] ?? '');
  return home === whole || (home === '' && isGroupOfAreas(whole));
}

/** One figure of each part: that of the total's own source where it has one. */
function oneEach(parts: readonly Figure[], total: Figure, partOf: (figure: Figure) => string): Figure[] {
  const isOwn = (figure: Figure) => figure.claim.sourceId === total.claim.sourceId;
  return [...Map.groupBy(parts, partOf).values()].map((same) => same.find(isOwn) ?? same[0]!);
}

/** A part above the whole breaks, parts together above it too; below it they break nothing unless what is left is among them. */
function againstTotal(parts: readonly Figure[], total: Figure, isDisjoint: boolean): Check[] {
  const above = parts.filter((part) => isAbove(part, total)).flatMap((part) => partCheck(part, total) ?? []);
  if (above.length > 0 || parts.length < 2 || parts.length > most || !isDisjoint) return above;
  const implied = sumOf(parts);
  if (!intersects(implied.rounded, total.rounded) && !isAbove(implied, total) && !parts.some(isRest)) return [];
  return sumCheck(parts, total, implied);
}

function sumOf(parts: readonly Figure[]): Twofold {
  return parts.slice(1).reduce<Twofold>((sum, part) => plus(sum, part), parts[0]!);
}

function sumCheck(parts: readonly Figure[], total: Figure, implied: Twofold): Check[] {
  const holds = intersects(implied.rounded, total.rounded);
  const check = toCheck({
    rule: 'sum_of_parts',
    inputs: parts,
    implied,
    unit: total.claim.unit ?? 'UNITS',
    stated: total,
    why: (result) => say.why(holds ? 'parts' : 'partsApart', { implied: result, total: say.value(total) }),
  });
  return check === undefined ? [] : [check];
}

function isAbove(part: Twofold, whole: Twofold): boolean {
  return part.rounded.low !== null && whole.rounded.high !== null && part.rounded.low.gt(whole.rounded.high);
}

function partCheck(part: Figure, total: Figure): Check | undefined {
  return toCheck({
    rule: 'part_le_total',
    inputs: [part],
    implied: { stated: interval(part.stated.low, null), rounded: interval(part.rounded.low, null) },
    unit: total.claim.unit ?? 'UNITS',
    stated: total,
    why: () => say.why('partAboveTotal', { part: say.value(part), total: say.value(total) }),
  });
}
