// Brand and content: a thing that one claim counts as home-made is, by another, a copy or made of kits from elsewhere. Then
// a universe of brands does not say on which side it counts such things.
import type { Claim } from '../../claims/model.ts';
import { normalName } from '../../claims/origin.ts';
import type { Facet } from '../facets.ts';
import { overlap } from '../facets.ts';
import type { Finding } from '../model.ts';
import * as say from '../say.ts';
import { properNames } from '../words.ts';

/** Words for what counts as a country's own, and for what is made after or of something from elsewhere. */
const homeWords = /\b(domestic|home-?grown|national|indigenous|local brands?)\b|отечествен|национальн|国产|自主品牌|本土/iu;
const derivedWords =
  /\b(cop(y|ies) of|clones? of|rebadged?|rebranded|re-?label(l)?ed|based on an?|derived from|(from|of|out of) (imported |foreign )?(kits|car kits|vehicle kits)|assembly kits|CKD|SKD)\b|копи[яюией]|ребейдж|машинокомплект|на базе|贴牌|散件|换标|套件/iu;
const brandWords = /\b(brands?|marques?|makes|badges?|labels?)\b|марк[аиуе]|марок|бренд|品牌/iu;

/** Claims shown on a side: enough to judge by. */
const shownClaims = 12;
const comparedEvents = 200;

const textsOf = (claim: Claim): string[] => [claim.subject ?? '', claim.what, claim.gist, claim.topic ?? ''].filter((text) => text !== '');

export function saysHome(claim: Claim): boolean {
  return claim.kind !== 'figure' && textsOf(claim).some((text) => homeWords.test(text));
}

export function saysDerived(claim: Claim): boolean {
  return claim.kind === 'event' && textsOf(claim).some((text) => derivedWords.test(text));
}

/** A share of a whole that is told apart by brands. */
export function countsBrands({ claim, dimension, hasValue }: Facet): boolean {
  return (
    claim.kind === 'figure' &&
    dimension === 'share' &&
    claim.change === null &&
    hasValue &&
    brandWords.test([claim.subject, ...claim.basis].join(' '))
  );
}

export function contentRule(facets: readonly Facet[]): Finding[] {
  const derived = facets.filter(({ claim }) => saysDerived(claim)).slice(0, comparedEvents);
  return derived.length === 0 ? [] : [...calledHome(facets, derived), ...brandShares(facets, derived)];
}

/** One name, called a country's own by one claim and made after another by the next. */
function calledHome(facets: readonly Facet[], derived: readonly Facet[]): Finding[] {
  const home = facets.filter(({ claim }) => saysHome(claim)).slice(0, 100);
  return home.flatMap((one): Finding[] => {
    const names = namesIn(one.claim);
    const alike = derived.filter((other) => other !== one && sharedName(names, other.claim) !== undefined).slice(0, shownClaims);
    if (alike.length === 0) return [];
    const name = say.list(alike.map((other) => sharedName(names, other.claim)!.toUpperCase()));
    return [
      {
        kind: 'identity',
        claims: [one, ...alike].map((facet) => facet.claim),
        tension: true,
        why: say.why('homeAndCopy', { names: name }),
      },
    ];
  });
}

function namesIn(claim: Claim): ReadonlySet<string> {
  return new Set(textsOf(claim).flatMap((text) => [...properNames(` ${text}`)]));
}

function sharedName(names: ReadonlySet<string>, other: Claim): string | undefined {
  const theirs = namesIn(other);
  const home = normalName(other.subject ?? '');
  return [...names].find((name) => name.length > 2 && theirs.has(name) && name !== home);
}

/** Shares of one series that go by brand, at a time when things under one brand are made after another's. */
function brandShares(facets: readonly Facet[], derived: readonly Facet[]): Finding[] {
  const meets = (share: Facet, event: Facet) => share.period === undefined || event.period === undefined || overlap(share.period, event.period);
  const series = Map.groupBy(facets.filter(countsBrands), (facet) => `${facet.measure}|${facet.subject}|${facet.place}`);
  return [...series.values()].flatMap((all): Finding[] => {
    const shares = all.filter((share) => derived.some((event) => meets(share, event))).slice(0, shownClaims);
    const events = derived.filter((event) => shares.some((share) => meets(share, event))).slice(0, shownClaims);
    if (shares.length === 0) return [];
    const told = say.list(
      events.map((event) => say.quoted(event.claim.what || (event.claim.subject ?? ''))),
      2,
    );
    return [
      {
        kind: 'basis',
        claims: [...shares, ...events].map((facet) => facet.claim),
        tension: true,
        why: say.why('brandOrContent', { value: say.value(shares[0]!), events: told }),
      },
    ];
  });
}
