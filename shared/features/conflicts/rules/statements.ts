// What actors say on a topic.
import type { Facet } from '../facets.ts';
import type { Finding } from '../model.ts';
import * as say from '../say.ts';
import { likeness, speaksOfCauses, stems, topicStems } from '../words.ts';

const forIt = new Set(['supports', 'affirms', 'expects']);
const againstIt = new Set(['opposes', 'doubts', 'denies']);

/** Statements whose topics begin alike, told apart by their words. */
export function topicRule(facets: readonly Facet[]): Finding[] {
  return topicsOf(facets).flatMap(topicFindings);
}

function topicsOf(facets: readonly Facet[]): Facet[][] {
  const topics: { readonly words: ReadonlySet<string>; readonly facets: Facet[] }[] = [];
  for (const [topic, alike] of Map.groupBy(facets, (facet) => facet.claim.topic ?? '')) {
    const words = topicStems(topic);
    const known = topics.find((one) => likeness(one.words, words) === 1);
    if (known === undefined) topics.push({ words, facets: alike });
    else known.facets.push(...alike);
  }
  return topics.map((one) => one.facets);
}

function topicFindings(facets: readonly Facet[]): Finding[] {
  const inTime = facets.toSorted((a, b) =>
    (a.madeOn?.earliest ?? a.madeOn?.latest ?? '').localeCompare(b.madeOn?.earliest ?? b.madeOn?.latest ?? ''),
  );
  if (speaksOfCauses(facets[0]?.claim.topic ?? '')) return causes(inTime);
  return stances(inTime);
}

/** Rival explanations of one effect: statements on its causes that do not say the same. */
function causes(facets: readonly Facet[]): Finding[] {
  const different = facets.filter((facet, index) =>
    facets.slice(0, index).every((earlier) => likeness(stems(earlier.claim.gist), stems(facet.claim.gist)) < 0.7),
  );
  if (different.length < 2) return [];
  const explanations = different
    .slice(0, 3)
    .map((facet) => say.why('explanation', { speaker: say.who(facet), gist: facet.claim.gist }))
    .reduce((one, other) => say.why('besides', { one, other }));
  return [{ kind: 'cause', claims: different.map((facet) => facet.claim), tension: false, why: say.why('rivalExplanations', { explanations }) }];
}

function stances(facets: readonly Facet[]): Finding[] {
  const actors = new Set(facets.map((facet) => facet.claim.actor));
  if (actors.size < 2) return [];
  const supporting = facets.filter((facet) => forIt.has(facet.claim.stance ?? ''));
  const doubting = facets.filter((facet) => againstIt.has(facet.claim.stance ?? ''));
  const claims = facets.map((facet) => facet.claim);
  const topic = facets[0]!.claim.topic ?? '';
  if (supporting.length > 0 && doubting.length > 0) {
    const isLongApart = doubting.every((one) => supporting.every((other) => yearsBetween(one, other) > 1));
    const sides = { topic, supporting: say.list(supporting.map(say.who)), doubting: say.list(doubting.map(say.who)) };
    const why = say.why(isLongApart ? 'stancesYearsApart' : 'stances', sides);
    return [{ kind: 'stance', claims, tension: isLongApart || facets.some((facet) => facet.madeOn === undefined), why }];
  }
  const side = supporting.length > 0 ? supporting : doubting;
  const isNamedAndUnnamed = side.some((facet) => facet.claim.hedge === 'anonymous') && side.some((facet) => facet.claim.hedge !== 'anonymous');
  if (side.length < 2 || !isNamedAndUnnamed) return [];
  return [
    {
      kind: 'stance',
      claims: side.map((facet) => facet.claim),
      tension: true,
      why: say.why('unnamedToo', { topic, speaker: say.who(side.find((facet) => facet.claim.hedge !== 'anonymous')!) }),
    },
  ];
}

function yearsBetween(a: Facet, b: Facet): number {
  const year = (facet: Facet) => Number((facet.madeOn?.earliest ?? facet.madeOn?.latest ?? '').slice(0, 4));
  const gap = Math.abs(year(a) - year(b));
  return Number.isFinite(gap) ? gap : 0;
}
