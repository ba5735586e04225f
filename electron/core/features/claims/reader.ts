// All claims and their sources in memory: what the ledger, the finder of contradictions, the charts and the timeline are
// computed from. Read once, then kept up with each edit, so that an edit costs what it touches and not what there is.
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { type Changes, createChangedIds } from '../../edits/changed-ids.ts';

export interface ClaimReader {
  /** Changes whenever anything in the workbook does. */
  version(): number;
  /** In the order of their ids. */
  all(): readonly Claim[];
  find(id: string): Claim | undefined;
  source(id: string | null): ClaimSource | undefined;
  /** Claims that came, went or changed, themselves or in what their source says of itself. */
  changesSince(version: number): Changes;
}

export interface ClaimReaderOptions {
  version(): number;
  count(): number;
  readClaims(): Claim[];
  /** Those of the claims that exist. */
  readExisting(ids: readonly string[]): Claim[];
  claimsOnPassages(passageIds: readonly string[]): string[];
  readSources(): Source[];
}

interface State {
  readonly claims: readonly Claim[];
  readonly byId: Map<string, Claim>;
  readonly sources: ReadonlyMap<string, ClaimSource>;
}

export function createClaimReader(options: ClaimReaderOptions): ClaimReader & {
  touch(table: 'claim' | 'passage' | 'source' | 'table_import', ids: readonly string[]): void;
} {
  const journal = createChangedIds();
  const touched = { claim: new Set<string>(), passage: new Set<string>(), source: new Set<string>(), table_import: new Set<string>() };
  let state: State | undefined;
  let seen = -1;

  function current(): State {
    if (state !== undefined && seen === options.version()) return state;
    state = state === undefined ? load(options) : follow(state);
    seen = options.version();
    for (const ids of Object.values(touched)) ids.clear();
    return state;
  }

  function follow(before: State): State {
    const ids = new Set([...touched.claim, ...(touched.passage.size === 0 ? [] : options.claimsOnPassages([...touched.passage]))]);
    const { byId } = before;
    if (touched.table_import.size > 0) return loadAnew(before, ids);
    const existing = new Map(options.readExisting([...ids]).map((claim) => [claim.id, claim]));
    for (const id of ids) {
      const claim = existing.get(id);
      if (claim === undefined) byId.delete(id);
      else byId.set(id, claim);
    }
    const sources = touched.source.size === 0 ? before.sources : toSources(options.readSources());
    journal.note([...ids, ...claimsOfChangedSources(before, sources)]);
    // An index of a damaged file could have hidden a claim.
    if (byId.size !== options.count()) return { ...load(options), sources };
    return { claims: ids.size === 0 ? before.claims : inOrder(byId), byId, sources };
  }

  /** Rows of an imported table come and go all at once. */
  function loadAnew({ byId: before }: State, ids: ReadonlySet<string>): State {
    const state = load(options);
    const came = state.claims.filter(({ id }) => !before.has(id)).map(({ id }) => id);
    const went = [...before.keys()].filter((id) => !state.byId.has(id));
    const moved = state.claims.filter(({ sourceId }) => sourceId !== null && touched.source.has(sourceId)).map(({ id }) => id);
    journal.note([...ids, ...came, ...went, ...moved]);
    return state;
  }

  return {
    version: options.version,
    all: () => current().claims,
    find: (id) => current().byId.get(id),
    source: (id) => (id === null ? undefined : current().sources.get(id)),
    changesSince(version) {
      current();
      return journal.since(version);
    },
    touch(table, ids) {
      for (const id of ids) touched[table].add(id);
    },
  };
}

function load({ readClaims, readSources }: ClaimReaderOptions): State {
  const claims = readClaims();
  return { claims, byId: new Map(claims.map((claim) => [claim.id, claim])), sources: toSources(readSources()) };
}

function inOrder(byId: ReadonlyMap<string, Claim>): Claim[] {
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function claimsOfChangedSources({ claims, sources: before }: State, after: ReadonlyMap<string, ClaimSource>): string[] {
  if (before === after) return [];
  const changed = new Set([...before.keys(), ...after.keys()].filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id))));
  return changed.size === 0 ? [] : claims.filter((claim) => claim.sourceId !== null && changed.has(claim.sourceId)).map((claim) => claim.id);
}

function toSources(sources: readonly Source[]): Map<string, ClaimSource> {
  return new Map(sources.map(({ id, title, publisher, publishedOn, grade, copyOf }) => [id, { id, title, publisher, publishedOn, grade, copyOf }]));
}
