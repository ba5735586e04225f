// All claims and their sources, read once per state of the workbook: what the ledger, the finder of contradictions, the
// charts and the timeline are computed from.
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';

export interface ClaimReader {
  /** Changes whenever anything in the workbook does. */
  version(): number;
  all(): readonly Claim[];
  find(id: string): Claim | undefined;
  source(id: string | null): ClaimSource | undefined;
}

export interface ClaimReaderOptions {
  version(): number;
  readClaims(): Claim[];
  readSources(): Source[];
}

export function createClaimReader({ version, readClaims, readSources }: ClaimReaderOptions): ClaimReader {
  const state = cachedBy(version, () => {
    const claims = readClaims();
    return {
      claims,
      byId: new Map(claims.map((claim) => [claim.id, claim])),
      sources: new Map(readSources().map((source) => [source.id, toClaimSource(source)])),
    };
  });
  return {
    version,
    all: () => state().claims,
    find: (id) => state().byId.get(id),
    source: (id) => (id === null ? undefined : state().sources.get(id)),
  };
}

/** Keeps a computed value until the version changes. */
export function cachedBy<T>(version: () => number, compute: () => T): () => T {
  let kept: { version: number; value: T } | undefined;
  return () => {
    if (kept?.version !== version()) kept = { version: version(), value: compute() };
    return kept.value;
  };
}

function toClaimSource({ id, title, publisher, publishedOn, grade, copyOf }: Source): ClaimSource {
  return { id, title, publisher, publishedOn, grade, copyOf };
}
