// What the features of one workbook read: repositories and what is computed from them, put together once. The present, a past
// state and a colleague's copy differ only in the connection and in the number of the edit at which they are read.
import type { Claim } from '../../../shared/features/claims/model.ts';
import type { Observation } from '../../../shared/features/ledger/model.ts';
import { closedBy } from '../../../shared/features/ledger/rules.ts';
import { createNameService } from '../features/actors/names.ts';
import { createActorRepository } from '../features/actors/repository.ts';
import { contentKeyOf } from '../features/claims/keys.ts';
import { createClaimReader } from '../features/claims/reader.ts';
import { createClaimRepository } from '../features/claims/repository.ts';
import { createRows } from '../features/claims/rows.ts';
import { createClaimWatch } from '../features/claims/watch.ts';
import { withRows } from '../features/claims/with-rows.ts';
import { createDecisionRepository } from '../features/conflicts/repository.ts';
import { createConflicts } from '../features/conflicts/service.ts';
import { createMeasureService } from '../features/ledger/measures.ts';
import { createMeasureRepository, createVerdictRepository } from '../features/ledger/repository.ts';
import { createLedger, type Ledger } from '../features/ledger/service.ts';
import { createPassageRepository } from '../features/passages/repository.ts';
import { createDescriptions } from '../features/policy/descriptions.ts';
import { createPolicyRepository } from '../features/policy/repository.ts';
import { createThings } from '../features/policy/things.ts';
import { createCopies } from '../features/sources/copies.ts';
import { createPlaces } from '../features/sources/places.ts';
import { createSourceRepository } from '../features/sources/repository.ts';
import { createTableRepository } from '../features/tables/repository.ts';
import { createImportedRows } from '../features/tables/rows.ts';
import type { Sql } from '../store/sql.ts';
import { createWindowReader } from '../store/window.ts';

export type Readers = ReturnType<typeof createReaders>;

/** `version` grows with every edit. */
export function createReaders(sql: Sql, version: () => number) {
  const sources = createSourceRepository(sql);
  const places = createPlaces(sources);
  const tables = createTableRepository(sql);
  const importedRows = createImportedRows({
    repository: tables,
    version,
    findSource: sources.find,
    textOf: (source) => sources.text(source.textSha256),
    cellAt: places.cellAt,
    contentKeyOf,
  });
  const claims = withRows(createClaimRepository(sql), importedRows);
  const passages = createPassageRepository(sql, version);
  const reader = createClaimReader({
    version,
    count: claims.count,
    readClaims: claims.all,
    readExisting: claims.existing,
    claimsOnPassages: claims.onPassages,
    readSources: sources.all,
  });
  const actors = createActorRepository(sql);
  const descriptions = createDescriptions(createPolicyRepository(sql), version);
  const names = createNameService({ ...actors, things: () => descriptions.current().things }, version);
  const measured = createMeasureRepository(sql);
  const measures = createMeasureService(measured, version);
  const ledger = createLedger({
    claims: reader,
    watch: createClaimWatch(reader, names),
    verdicts: createVerdictRepository(sql),
    nameOf: names.nameOf,
  });
  const decisions = createDecisionRepository(sql);
  const observationBehind = (claimIds: readonly string[]) => oneBehind(ledger, claimIds);
  const added = new Map<string, string>();
  /** The day on which a source was added, YYYY-MM-DD. */
  function addedOn(id: string): string | undefined {
    const known = added.get(id) ?? sources.find(id)?.addedAt.slice(0, 10);
    if (known !== undefined) added.set(id, known);
    return known;
  }
  const things = createThings({ claims: reader, watch: createClaimWatch(reader, names), names, descriptions, addedOn });
  const conflicts = createConflicts({
    claims: reader,
    watch: createClaimWatch(reader, names),
    decisions,
    names,
    measures,
    ladders: descriptions,
    stageOrders: things.ordersBroken,
    verdictOn: (ids) => observationBehind(ids)?.verdict ?? undefined,
  });
  return {
    tables,
    importedRows,
    things,
    sources,
    copies: createCopies(sources, version),
    places,
    texts: {
      ...sources,
      text: (source: { textSha256: string }) => sources.text(source.textSha256),
      placeOf: places.placeOf,
      blockAt: places.blockAt,
      around: places.around,
    },
    claims,
    passages,
    reader,
    actors,
    names,
    descriptions,
    measured,
    measures,
    ledger,
    decisions,
    conflicts,
    observationBehind,
    rows: createRows(reader, ledger.ofClaim),
    windows: createWindowReader(sql, version),
    /** A claim whose reading a verdict chose says that reading. */
    asDecided: (claim: Claim) => (claim.readings.length === 0 ? claim : closedBy(ledger.ofClaim(claim.id)?.verdict ?? null, claim)),
  };
}

/** The one observation behind claims; undefined where they stand behind several or none. */
function oneBehind(ledger: Ledger, claimIds: readonly string[]): Observation | undefined {
  const [only, ...others] = new Set(claimIds.map((id) => ledger.ofClaim(id)));
  return others.length === 0 ? only : undefined;
}
