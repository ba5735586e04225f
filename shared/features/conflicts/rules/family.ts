// Figures of one family (exports in units, in money, as a change) of one subject and place.
import { addIntervals, Decimal, type Interval, intersects } from '../../../quantity/index.ts';
import { type Facet, overlap } from '../facets.ts';
import type { Finding } from '../model.ts';
import * as say from '../say.ts';

export function familyRule(facets: readonly Facet[]): Finding[] {
  return [...unitFinding(facets), ...partFindings(facets), ...planBelowBuilt(facets)];
}

/** Forms that cannot be joined: other dimension, other currency, level against change. */
function unitFinding(facets: readonly Facet[]): Finding[] {
  const formOf = ({ claim, dimension, family }: Facet) => `${claim.unit ?? dimension}|${claim.change ?? 'level'}|${family}`;
  const forms = Map.groupBy(
    facets.filter((facet) => facet.hasValue),
    formOf,
  );
  if (forms.size < 2) return [];
  const shown = [...forms.values()].map((group) => `${say.value(group[0]!)} (${say.when(group[0]!)})`);
  const claims = [...forms.values()].flat().map((facet) => facet.claim);
  return [
    {
      kind: 'unit',
      claims,
      tension: true,
      why: `One thing in forms that cannot be joined: ${say.list(shown)}. A level, a change, a value and a count are read side by side, never computed into each other without a rate.`,
    },
  ];
}

/** Figures of one source over several universes in one period: a text that leaves open whether one is the sum of the others. */
function partFindings(facets: readonly Facet[]): Finding[] {
  if (new Set(facets.map((facet) => facet.basis)).size < 3) return [];
  const bySource = Map.groupBy(
    facets.filter((facet) => facet.hasValue && facet.isAdditive && facet.period !== undefined),
    (facet) => `${facet.claim.sourceId}|${facet.periodKey}|${facet.claim.unit}|${facet.status}`,
  );
  return [...bySource.values()].flatMap((group): Finding[] => {
    if (new Set(group.map((facet) => facet.basis)).size < 3 || group.length > 12) return [];
    const total = group.toSorted(byLow).find((one) => intersects(one.interval(), sumOf(group.filter((other) => other !== one))));
    if (total === undefined) return [];
    const parts = group.filter((facet) => facet !== total);
    return [
      {
        kind: 'part_total',
        claims: group.map((facet) => facet.claim),
        tension: false,
        why: `${say.value(total)} may be the sum of ${say.list(parts.map(say.value))} or come on top of it: the text does not say.`,
      },
    ];
  });
}

/** Largest first: a total is the largest of its kind. */
function byLow(a: Facet, b: Facet): number {
  return (b.interval().low ?? b.interval().high ?? zero).cmp(a.interval().low ?? a.interval().high ?? zero);
}

const zero = new Decimal(0);

function sumOf(facets: readonly Facet[]): Interval {
  return facets.map((facet) => facet.interval()).reduce((sum, one) => addIntervals(sum, one));
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
          why: `The plan of ${say.value(plan)} for ${say.when(plan)} lies below the ${say.value(done)} that were built in ${say.when(done)}.`,
        },
      ];
    }),
  );
}
