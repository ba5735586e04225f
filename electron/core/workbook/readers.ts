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
import { createThings, type Things } from '../features/policy/things.ts';
import { createCopies } from '../features/sources/copies.ts';
import { createPlaces } from '../features/sources/places.ts';
import { createSourceRepository } from '../features/sources/repository.ts';
import { createTableRepository } from '../features/tables/repository.ts';
import { createImportedRows } from '../features/tables/rows.ts';
import type { Sql } from '../store/sql.ts';
import { createWindowReader } from '../store/window.ts';
import { createSaidOn } from './said.ts';

export type Readers = ReturnType<typeof createReaders>;

/** `version` grows with every edit. `knownOn`: only what its sources had said by a day, of a state that no edit changes. */
export function createReaders(sql: Sql, version: () => number, knownOn?: string) {
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
  const held = createClaimReader({
    version,
    count: claims.count,
    readClaims: claims.all,
    readExisting: claims.existing,
    claimsOnPassages: claims.onPassages,
    readSources: sources.all,
  });
  const saidOn = knownOn === undefined ? undefined : createSaidOn(knownOn, held, { find: sources.find, text: sources.text });
  const reader = saidOn === undefined ? held : { ...held, ...saidOn.known };
  /** A verdict given after the day decides nothing. */
  const isGiven = ({ at }: { readonly at: string }) => knownOn === undefined || at.slice(0, 10) <= knownOn;
  const actors = createActorRepository(sql);
  const described = createPolicyRepository(sql);
  const descriptions = createDescriptions(
    knownOn === undefined
      ? described
      : {
          all() {
            const all = described.all();
            return { ...all, verdicts: all.verdicts.filter(isGiven) };
          },
        },
    version,
  );
  const names = createNameService({ ...actors, things: () => descriptions.current().things }, version);
  const measured = createMeasureRepository(sql);
  const measures = createMeasureService(measured, version);
  const verdicts = createVerdictRepository(sql);
  const ledger = createLedger({
    claims: reader,
    watch: createClaimWatch(reader, names),
    verdicts: { all: () => verdicts.all().filter(isGiven) },
    nameOf: names.nameOf,
  });
  const said =
    saidOn === undefined
      ? undefined
      : {
          ...saidOn,
          /** What may stand beside, and what was decided since. */
          ledger: createLedger({
            claims: saidOn.possible,
            watch: createClaimWatch(saidOn.possible, names),
            verdicts,
            nameOf: names.nameOf,
          }),
          isGiven,
        };
  const decided = createDecisionRepository(sql);
  const decisions = { all: () => decided.all().filter(isGiven) };
  const observationBehind = (claimIds: readonly string[]) => oneBehind(ledger, claimIds);
  const added = new Map<string, string>();
  /** The day on which a source was added, YYYY-MM-DD. */
  function addedOn(id: string): string | undefined {
    const known = added.get(id) ?? sources.find(id)?.addedAt.slice(0, 10);
    if (known !== undefined) added.set(id, known);
    return known;
  }
  const told = createThings({ claims: reader, watch: createClaimWatch(reader, names), names, descriptions, addedOn });
  const things =
    knownOn === undefined
      ? told
      : withHeldNames(told, createThings({ claims: held, watch: createClaimWatch(held, names), names, descriptions, addedOn }));
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
    said,
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

/** Names are the workbook's own, also of what nothing was said of yet. */
function withHeldNames(told: Things, all: Things): Things {
  return {
    ...told,
    find(name) {
      const found = told.find(name) ?? all.find(name);
      return found === undefined || told.find(name) !== undefined ? found : { ...found, events: [], figures: [], statements: [], count: 0 };
    },
  };
}

/** The one observation behind claims; undefined where they stand behind several or none. */
function oneBehind(ledger: Ledger, claimIds: readonly string[]): Observation | undefined {
  const [only, ...others] = new Set(claimIds.map((id) => ledger.ofClaim(id)));
  return others.length === 0 ? only : undefined;
}
