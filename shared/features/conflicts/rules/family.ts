// Figures of one family (exports in units, in money, as a change) of one subject and place.
import { type Facet, overlap } from '../facets.ts';
import type { Finding } from '../model.ts';
import * as say from '../say.ts';

export function familyRule(facets: readonly Facet[]): Finding[] {
  return [...unitFinding(facets), ...planBelowBuilt(facets)];
}

/** Forms that cannot be joined: other dimension, other currency, level against change. */
function unitFinding(facets: readonly Facet[]): Finding[] {
  const formOf = ({ claim, dimension, family }: Facet) => `${claim.unit ?? dimension}|${claim.change ?? 'level'}|${family}`;
  const forms = Map.groupBy(
    facets.filter((facet) => facet.hasValue),
    formOf,
  );
  if (forms.size < 2 || areJoined([...forms.values()])) return [];
  const shown = [...forms.values()].map((group) => say.why('valueIn', { value: say.value(group[0]!), period: say.when(group[0]!) }));
  const claims = [...forms.values()].flat().map((facet) => facet.claim);
  return [
    {
      kind: 'unit',
      claims,
      tension: true,
      why: say.why('otherForms', { values: say.list(shown) }),
    },
  ];
}

/** Whether checks compute every form from the others: growth joins two levels, a price an amount and a count. */
function areJoined(forms: readonly (readonly Facet[])[]): boolean {
  const reached = new Set(forms.slice(0, 1));
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const form of forms) if (!reached.has(form) && [...reached].some((other) => isJoined(form, other))) reached.add(form);
  }
  return reached.size === forms.length;
}

function isJoined(one: readonly Facet[], other: readonly Facet[]): boolean {
  return isGrowthOf(one, other) || isGrowthOf(other, one) || isRateOf(one, other);
}

/** A change in percent, and levels at its time and before it. */
function isGrowthOf(changes: readonly Facet[], levels: readonly Facet[]): boolean {
  if (levels.some(({ claim }) => claim.change !== null)) return false;
  return changes.some(({ claim, period }) => {
    if (claim.change !== 'percent' || period === undefined) return false;
    const isThen = levels.some((level) => level.period?.latest === period.latest);
    return isThen && levels.some((level) => level.period?.latest != null && level.period.latest < (period.earliest ?? ''));
  });
}

/** Money for what was counted, in one period and universe. Two currencies are joined by a rate that nobody stated. */
function isRateOf(one: readonly Facet[], other: readonly Facet[]): boolean {
  const isMoney = (facet: Facet) => facet.dimension === 'money';
  return one.some((a) =>
    other.some(
      (b) =>
        isMoney(a) !== isMoney(b) &&
        a.claim.change === null &&
        b.claim.change === null &&
        a.isAdditive &&
        b.isAdditive &&
        a.periodKey === b.periodKey &&
        a.basis === b.basis,
    ),
  );
}

/** A plan for later that lies wholly below what was already built. */
function planBelowBuilt(facets: readonly Facet[]): Finding[] {
  const plans = facets.filter((facet) => facet.status === 'plan' && facet.hasValue && facet.isAdditive).slice(0, 200);
  const built = facets.filter((facet) => facet.status === 'outcome' && facet.hasValue && facet.isAdditive).slice(0, 200);
  return plans.flatMap((plan) =>
    built.flatMap((done): Finding[] => {
      const isLater =
        plan.period !== undefined &&
        done.period !== undefined &&
        (plan.period.earliest ?? '') > (done.period.earliest ?? '') &&
        !overlap(plan.period, done.period);
      const [{ high: planned }, { low: reached }] = [plan.interval(), done.interval()];
      const isBelow = planned !== null && reached !== null && planned.lt(reached);
      if (!isLater || !isBelow || plan.claim.unit !== done.claim.unit || plan.basis !== done.basis) return [];
      return [
        {
          kind: 'order',
          claims: [plan.claim, done.claim],
          tension: false,
          why: say.why('planBelowOutcome', {
            plan: say.value(plan),
            planPeriod: say.when(plan),
            outcome: say.value(done),
            outcomePeriod: say.when(done),
          }),
        },
      ];
    }),
  );
}
