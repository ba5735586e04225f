// Where a claim comes from. The chain runs from who first said it, through those who reported it, to the source that the
// workbook holds. Support counts independent origins: the same name, or copies of one text, count once.
import { plainName } from '../actors/alike.ts';
import { type FoldedName, foldName, latinName, mayBeSameName } from '../actors/spelling.ts';
import type { Claim, ClaimSource } from './model.ts';
import { isUnnamed } from './unnamed.ts';
import { isWordedAlike, wordingOf } from './wording.ts';

export interface ChainLink {
  readonly name: string;
  readonly part: 'origin' | 'reported' | 'held';
}

/** `via` is ordered from the nearest to the origin outwards: said by Autostat, via Reuters. */
export function chainOf(claim: Pick<Claim, 'saidBy' | 'via' | 'actor' | 'kind'>, source: ClaimSource | undefined): ChainLink[] {
  const first = originNames(claim);
  const links: ChainLink[] = first.map((name) => ({ name, part: 'origin' }));
  for (const name of claim.via) links.push({ name, part: 'reported' });
  if (source !== undefined) links.push({ name: source.publisher ?? source.title, part: 'held' });
  return links;
}

/** Who is named as the one who said it; a statement is said by its actor. Empty where nobody is named. */
export function originNames(claim: Pick<Claim, 'saidBy' | 'actor' | 'kind'>): string[] {
  if (claim.saidBy.length > 0) return claim.saidBy.map((speaker) => speaker.name);
  return claim.kind === 'statement' && claim.actor !== null ? [claim.actor] : [];
}

/**
 * Keys of the origins of a claim. Where nobody is named the chain begins with the first reporter, else with the source
 * itself, where copies of one text share the text's original.
 */
export function originKeys(claim: Pick<Claim, 'saidBy' | 'actor' | 'kind' | 'via'>, source: ClaimSource | undefined): string[] {
  // "Analysts" of two papers are not one: such words are the paper's own.
  const named = originNames(claim).filter((name) => !isUnnamed(name));
  if (named.length > 0) return named.map(normalName);
  const reporter = claim.via[0];
  if (reporter !== undefined) return [normalName(reporter)];
  return source === undefined ? [] : [`source:${source.copyOf ?? source.id}`];
}

/** Claims on one thing whose words are compared with each other. */
const mostCompared = 40;

interface Held {
  readonly claim: Claim;
  readonly source: ClaimSource | undefined;
}

/** Independent origins behind claims: the support of a value. */
export function countSupport(claims: readonly Held[], nameOf: (name: string) => string = (name) => name): number {
  return new Set(independentOrigins(claims, nameOf).values()).size;
}

/**
 * The key of the independent origin of each claim, by claim id; claims without any source have none. A source that names
 * nobody is its publisher's own word. Where a publisher whose words are here too quotes another, the origin lies with that
 * other, step by step; publishers that quote each other in a circle are one origin.
 */
export function independentOrigins(claims: readonly Held[], nameOf: (name: string) => string = (name) => name): Map<string, string> {
  const keyOf = nameKeys(nameOf);
  const quoted = new Map<string, string>();
  const nearest = claims.flatMap(({ claim, source }) => {
    const key = originKeys(claim, source)[0];
    const publisher = source?.publisher == null || source.copyOf !== null ? undefined : keyOf(source.publisher);
    if (key === undefined) return [];
    const origin = key.startsWith('source:') ? (publisher ?? key) : keyOf(key);
    if (publisher !== undefined && origin !== publisher && !quoted.has(publisher)) quoted.set(publisher, origin);
    return [[claim.id, origin] as const];
  });
  return repeatedOnce(new Map(nearest.map(([id, origin]) => [id, firstOrigin(origin, quoted)])), claims);
}

/** One speaker is one origin in whatever script a paper writes the name, with or without the legal form. */
function nameKeys(nameOf: (name: string) => string): (name: string) => string {
  const known = new Map<string, FoldedName>();
  return (name) => {
    const plain = plainName(nameOf(name));
    const key = latinName(plain) || normalName(plain);
    if (known.has(key)) return key;
    const folded = foldName(plain);
    const same =
      known.size > mostCompared ? undefined : [...known].find(([, other]) => other.script !== folded.script && mayBeSameName(other, folded));
    known.set(key, folded);
    return same === undefined ? key : same[0];
  };
}

/** A sentence that stands in two texts nearly word for word, neither of which names a speaker, is one origin. */
function repeatedOnce(origins: Map<string, string>, claims: readonly Held[]): Map<string, string> {
  const unnamed = claims.filter(
    ({ claim }) => origins.has(claim.id) && claim.via.length === 0 && !originNames(claim).some((name) => !isUnnamed(name)),
  );
  if (unnamed.length < 2) return origins;
  const worded = unnamed.slice(0, mostCompared).map(({ claim }) => ({ claim, wording: wordingOf(claim) }));
  for (const [at, { claim, wording }] of worded.entries()) {
    const first = worded.slice(0, at).find((other) => other.claim.sourceId !== claim.sourceId && isWordedAlike(other.wording, wording));
    if (first !== undefined) origins.set(claim.id, origins.get(first.claim.id)!);
  }
  return origins;
}

/** Follows who quotes whom; a circle stands for itself by its first name in the alphabet. */
function firstOrigin(origin: string, quoted: ReadonlyMap<string, string>): string {
  const passed = [origin];
  for (let next = quoted.get(origin); next !== undefined; next = quoted.get(next)) {
    const at = passed.indexOf(next);
    if (at >= 0) return passed.slice(at).toSorted()[0]!;
    passed.push(next);
  }
  return passed.at(-1)!;
}

/** Every name of an actor or subject that a claim bears. */
export function namesOf(claim: Claim): string[] {
  return [claim.subject, claim.actor, ...claim.saidBy.map((speaker) => speaker.name), ...claim.via, ...claim.by, ...claim.counterparties].filter(
    (name) => name !== null,
  );
}

/** Whether a claim or its source bears one of these names, given in their normal form. */
export function bearsName({ claim, source }: Held, names: ReadonlySet<string>): boolean {
  return [...namesOf(claim), source?.publisher ?? ''].some((name) => names.has(normalName(name)));
}

export function normalName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
