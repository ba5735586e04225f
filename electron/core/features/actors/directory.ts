// Every name in the workbook with the claims that use it, under the actor that it stands for.
import type { ActorRow } from '../../../../shared/features/actors/contract.ts';
import type { Actor, nameUses } from '../../../../shared/features/actors/model.ts';
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import { namesOf, normalName } from '../../../../shared/features/claims/origin.ts';

type Use = (typeof nameUses)[number];

export interface Directory {
  /** Most used first. */
  readonly rows: readonly ActorRow[];
  /** Claims by the normal form of each name as written. */
  readonly counts: ReadonlyMap<string, number>;
  /** Each name once, as first written. */
  readonly written: readonly string[];
  find(name: string): ActorRow | undefined;
  claimsOf(name: string): string[];
}

export interface DirectoryOptions {
  readonly claims: { all(): readonly Claim[]; source(id: string | null): ClaimSource | undefined };
  readonly actors: readonly Actor[];
  readonly names: { nameOf(name: string): string; namesLike(name: string): readonly string[] };
}

interface Entry {
  readonly written: string;
  readonly claims: Set<string>;
  readonly uses: Set<Use>;
}

export function createDirectory({ claims, actors, names }: DirectoryOptions): Directory {
  const entries = new Map<string, Entry>();
  for (const claim of claims.all())
    for (const [use, name] of usesOf(claim, claims.source(claim.sourceId))) {
      const key = normalName(name);
      const entry = entries.get(key) ?? { written: name, claims: new Set(), uses: new Set() };
      entry.claims.add(claim.id);
      entry.uses.add(use);
      entries.set(key, entry);
    }
  const recorded = new Map(actors.map((actor) => [normalName(names.nameOf(actor.name)), actor]));
  const standing = [...entries.values()].map((entry) => names.nameOf(entry.written));
  const heads = new Map([...actors.map((actor) => names.nameOf(actor.name)), ...standing].map((name) => [normalName(name), name]));
  const entriesOf = (name: string) => names.namesLike(name).flatMap((like) => entries.get(normalName(like)) ?? []);
  const rows = [...heads.values()].map((name) => rowOf(name, recorded.get(normalName(name)), entriesOf(name), names.namesLike(name)));
  const byKey = new Map(rows.map((row) => [normalName(row.name), row]));
  return {
    rows: rows.sort((a, b) => b.claims - a.claims || a.name.localeCompare(b.name)),
    counts: new Map([...entries].map(([key, entry]) => [key, entry.claims.size])),
    written: [...entries.values()].map((entry) => entry.written),
    find: (name) => byKey.get(normalName(names.nameOf(name))),
    claimsOf: (name) => [...new Set(entriesOf(name).flatMap((entry) => [...entry.claims]))],
  };
}

/** How many actors the names of the workbook stand for; each spelling is looked at once. */
export function countActors({ claims, actors, names }: DirectoryOptions): number {
  const spellings = new Set(actors.map((actor) => actor.name));
  for (const claim of claims.all()) {
    for (const name of namesOf(claim)) spellings.add(name);
    const publisher = claims.source(claim.sourceId)?.publisher;
    if (publisher != null) spellings.add(publisher);
  }
  return new Set([...spellings].map((name) => normalName(names.nameOf(name)))).size;
}

function rowOf(name: string, record: Actor | undefined, entries: readonly Entry[], likes: readonly string[]): ActorRow {
  return {
    name,
    otherNames: likes.filter((like) => like !== name),
    kind: record?.kind ?? null,
    actorId: record?.id ?? null,
    claims: new Set(entries.flatMap((entry) => [...entry.claims])).size,
    uses: [...new Set(entries.flatMap((entry) => [...entry.uses]))],
  };
}

function* usesOf(claim: Claim, source: ClaimSource | undefined): Generator<readonly [Use, string]> {
  if (claim.subject !== null) yield ['subject', claim.subject];
  if (claim.actor !== null) yield ['actor', claim.actor];
  for (const { name } of claim.saidBy) yield ['saidBy', name];
  for (const name of claim.via) yield ['via', name];
  for (const name of claim.by) yield ['by', name];
  for (const name of claim.counterparties) yield ['counterparties', name];
  if (source?.publisher != null) yield ['publisher', source.publisher];
}
