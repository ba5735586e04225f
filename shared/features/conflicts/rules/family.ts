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
  if (forms.size < 2) return [];
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
