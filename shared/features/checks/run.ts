// Runs the declared rules. Figures are joined by keys, never each with each.
import { areaCode } from '../../areas.ts';
import type { Claim } from '../claims/model.ts';
import { type CheckContext, type Figure, thing, toFigure } from './figure.ts';
import { runFormula } from './formula/run.ts';
import type { Check, FormulaRule } from './model.ts';
import { foreignGrowth, growth } from './rules/growth.ts';
import { membersAndAll, placesAndGroup, sumOfParts, universeAndAll } from './rules/parts.ts';
import { indexPath } from './rules/path.ts';
import { attainment, isExchangeRate, planVersions, rates, shareOfTotal } from './rules/ratios.ts';
import { monthsAndYear } from './rules/spans.ts';
import { averageOfWhole, shareOfShare, statedRatio } from './rules/stated.ts';
import { growthPerYear, interpolation } from './rules/time.ts';

/** The declared rules, and the analyst's own. */
export function runChecks(claims: readonly Claim[], context: CheckContext, formulas: readonly FormulaRule[] = []): Check[] {
  const figures = claims.flatMap((claim) => toFigure(claim, context) ?? []);
  const by = (key: (figure: Figure) => string) => [...Map.groupBy(figures, key).values()];
  const family = by((figure) => `${figure.family}|${figure.subject}|${figure.place}`);
  const familyAndPeriod = by((figure) => `${figure.family}|${figure.subject}|${figure.place}|${figure.basis}|${figure.periodKey}`);
  const series = by((figure) => `${figure.measure}|${figure.subject}|${figure.place}|${figure.basis}|${figure.claim.unit}|${figure.claim.change}`);
  const bySource = by(
    (figure) => `${figure.measure}|${figure.subject}|${figure.place}|${figure.periodKey}|${figure.claim.sourceId}|${figure.claim.unit}`,
  );
  const whole = (figure: Figure, parts: string) => `${figure.measure}|${parts}|${figure.periodKey}|${figure.claim.unit}`;
  const members = by((figure) => whole(figure, `${figure.place}|${figure.basis}`));
  const universes = by((figure) => whole(figure, `${figure.place}|${figure.subject}`));
  const places = by((figure) => whole(figure, `${figure.claim.counterpart ?? ''}|${lastWordOf(figure.claim.subject ?? '')}`));
  const things = by((figure) => `${figure.subject}|${figure.place}|${figure.periodKey}`).filter((group) => group[0]!.period !== undefined);
  const shares = by((figure) => `${figure.place}|${figure.periodKey}|${figure.measure}`);
  const periods = by((figure) => figure.periodKey).filter((group) => group[0]!.period !== undefined);
  const exchangeRates = figures.filter(isExchangeRate);
  const checks = [
    ...periods.flatMap(shareOfTotal),
    ...family.flatMap(growth),
    ...foreignGrowths(figures),
    ...familyAndPeriod.flatMap((group) => [...attainment(group), ...rates(group, exchangeRates), ...planVersions(group)]),
    ...bySource.flatMap(sumOfParts),
    ...members.flatMap(membersAndAll),
    ...universes.flatMap(universeAndAll),
    ...places.flatMap(placesAndGroup),
    ...things.flatMap((group) => [...statedRatio(group), ...averageOfWhole(group)]),
    ...shares.flatMap(shareOfShare),
    ...series.flatMap((group) => [...monthsAndYear(group), ...growthPerYear(group), ...interpolation(group)]),
    ...family.flatMap(indexPath),
    ...formulas.filter((rule) => rule.isOn).flatMap((rule) => runFormula(rule, figures)),
  ];
  return [...new Map(checks.map((check) => [check.id, check])).values()];
}

/** What is counted, without the words for its place: "German mills" and "EU mills" are mills; one word alone may be the place. */
function lastWordOf(subject: string): string {
  const words = subject.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < 2 && areaCode(subject).length < 5 ? '' : (words.at(-1) ?? '');
}

/** Joined by the thing that is counted and an area that both touch. */
function foreignGrowths(figures: readonly Figure[]): Check[] {
  const keyed = figures.flatMap((figure) => [...figure.areas].map((area) => ({ key: `${thing(figure)}|${area}`, figure })));
  const groups = Map.groupBy(keyed, ({ key }) => key);
  return [...groups.values()].flatMap((group) => {
    const members = group.map(({ figure }) => figure);
    const changes = members.filter((figure) => figure.claim.change === 'percent' && figure.claim.unit === 'PCT');
    const levels = members.filter((figure) => figure.isLevel).slice(0, 200);
    return changes.length === 0 ? [] : foreignGrowth(changes, levels);
  });
}
