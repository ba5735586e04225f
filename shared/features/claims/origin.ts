// Where a claim comes from. The chain runs from who first said it, through those who reported it, to the source that the
// workbook holds. Support counts independent origins: the same name, or copies of one text, count once.
import type { Claim, ClaimSource } from './model.ts';

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
  const named = originNames(claim);
  if (named.length > 0) return named.map(normalName);
  const reporter = claim.via[0];
  if (reporter !== undefined) return [normalName(reporter)];
  return source === undefined ? [] : [`source:${source.copyOf ?? source.id}`];
}

export function countSupport(claims: readonly { readonly claim: Claim; readonly source: ClaimSource | undefined }[]): number {
  return new Set(claims.flatMap(({ claim, source }) => originKeys(claim, source).slice(0, 1))).size;
}

export function normalName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
