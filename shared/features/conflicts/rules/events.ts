// Events of one subject and stage, and events of one kind at one time.
import type { Claim } from '../../claims/model.ts';
import { normalName } from '../../claims/origin.ts';
import { type Facet, overlap } from '../facets.ts';
import type { Finding } from '../model.ts';
import * as say from '../say.ts';
import { likeness, properNames, stems } from '../words.ts';

/** Claims that can be of the same happening: their dates meet, and no more than a few are compared. */
function meeting(facets: readonly Facet[]): [Facet, Facet][] {
  const few = facets.slice(0, 60);
  return few.flatMap((one, index) =>
    few
      .slice(index + 1)
      .filter((other) => overlap(one.period, other.period))
      .map((other): [Facet, Facet] => [one, other]),
  );
}

export function eventRule(facets: readonly Facet[]): Finding[] {
  const pairs = meeting(facets);
  const rivals = pairs.filter(([one, other]) => areRivalCauses(one, other));
  const parties = pairs.filter((pair) => !rivals.includes(pair)).flatMap(([one, other]) => rivalParties(one, other) ?? []);
  return [...rivalCauses(rivals), ...parties];
}

/** Who did it, or with whom: the sources name different parties for one happening. */
function rivalParties(one: Facet, other: Facet): Finding | undefined {
  if (one.claim.sourceId === other.claim.sourceId) return undefined;
  const [a, b] = [partiesOf(one.claim), partiesOf(other.claim)];
  const own = new Set([...stemsOfNames(one.subject), ...stemsOfNames(other.subject)]);
  const onlyA = [...a].filter((name) => !b.has(name) && !own.has(name));
  const onlyB = [...b].filter((name) => !a.has(name) && !own.has(name));
  if (onlyA.length === 0 || onlyB.length === 0) return undefined;
  return {
    kind: 'identity',
    claims: [one.claim, other.claim],
    tension: false,
    why: say.why('otherParties', { one: one.claim.what, other: other.claim.what }),
  };
}

function partiesOf(claim: Claim): Set<string> {
  const named = [...claim.by, ...claim.counterparties].map(normalName);
  return new Set(named.length > 0 ? [...named, ...properNames(claim.what)] : properNames(` ${claim.what}`));
}

function stemsOfNames(name: string): string[] {
  return name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** Other causes of one happening. A date that is open ("since", "until") or longer than a year names no single happening. */
function areRivalCauses(one: Facet, other: Facet): boolean {
  const [a, b] = [one.claim.cause, other.claim.cause];
  const isOne = isOneTime(one) && isOneTime(other) && mayBeOneHappening(one, other);
  return isOne && a !== null && b !== null && a !== '' && b !== '' && likeness(stems(a), stems(b)) < 0.5;
}

function isOneTime({ period }: Facet): boolean {
  if (period?.earliest == null || period.latest == null) return false;
  return Number(period.latest.slice(0, 4)) - Number(period.earliest.slice(0, 4)) < 1;
}

/** Of one subject and stage within a month and a half; over longer times what is said to have happened is alike where both say it. */
function mayBeOneHappening(a: Facet, b: Facet): boolean {
  if (isShort(a) && isShort(b)) return true;
  const [one, other] = [a.claim.what, b.claim.what];
  return one === '' || other === '' || likeness(stems(one), stems(other)) >= 0.5;
}

function isShort({ period }: Facet): boolean {
  return (Date.parse(period!.latest!) - Date.parse(period!.earliest!)) / 86_400_000 <= 45;
}

/** All rivals that hang together are one question. */
function rivalCauses(pairs: readonly (readonly [Facet, Facet])[]): Finding[] {
  return together(pairs).map((group) => {
    const lead = group[0]!.claim;
    const causes = [...new Map(group.map((facet) => [normalName(facet.claim.cause ?? ''), facet.claim.cause!])).values()];
    const event = lead.what || { code: lead.stage ?? lead.type ?? '' };
    return {
      kind: 'cause',
      claims: group.map((facet) => facet.claim),
      tension: false,
      why: say.why('rivalCauses', { event, causes: say.list(causes) }),
    };
  });
}

/** Facets that are linked by pairs, in their order. */
function together(pairs: readonly (readonly [Facet, Facet])[]): Facet[][] {
  const groups: Set<Facet>[] = [];
  for (const pair of pairs) {
    const touched = groups.filter((group) => pair.some((facet) => group.has(facet)));
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(new Set([...touched.flatMap((group) => [...group]), ...pair]));
  }
  return groups.map((group) => [...group]);
}

const countedStages = new Set(['listed', 'delisted', 'exited', 'returned', 'present', 'launched']);

export function isCounted(claim: Claim): boolean {
  return claim.kind === 'event' && claim.stage !== null && countedStages.has(claim.stage);
}

/** One source names some of those that another source names: a partial report, not a denial. */
export function partialReportRule(facets: readonly Facet[]): Finding[] {
  const bySource = [...Map.groupBy(facets, (facet) => facet.claim.sourceId ?? '').values()].slice(0, 40);
  return bySource.flatMap((fewer) =>
    bySource.flatMap((more): Finding[] => {
      if (fewer === more) return [];
      const some = new Set(fewer.map((facet) => facet.subject));
      const all = new Set(more.map((facet) => facet.subject));
      const shared = [...some].filter((subject) => all.has(subject));
      if (shared.length === 0 || shared.length !== some.size || all.size <= some.size) return [];
      const names = (group: readonly Facet[]) => say.list(group.map((facet) => facet.claim.subject ?? ''));
      return [
        {
          kind: 'part_total',
          claims: [...fewer, ...more].map((facet) => facet.claim),
          tension: true,
          why: say.why('partialReport', { some: names(fewer), all: names(more) }),
        },
      ];
    }),
  );
}
