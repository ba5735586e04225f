// Puts the features of an open workbook together, one line each. Where one feature needs another it declares an interface
// and receives it here; none imports another.

import type { Claim } from '../../shared/features/claims/model.ts';
import type { Observation } from '../../shared/features/ledger/model.ts';
import { closedBy, measuredOf } from '../../shared/features/ledger/rules.ts';
import { languageOf } from '../../shared/features/passages/finder/index.ts';
import { message } from '../../shared/message.ts';
import { findPeriod } from '../../shared/period/index.ts';
import { intervalText, statedInterval } from '../../shared/quantity/index.ts';
import type { HandlerTable } from './dispatch.ts';
import type { EditEngine } from './edits/edits.ts';
import { createActors } from './features/actors/index.ts';
import { createNameService } from './features/actors/names.ts';
import { createActorRepository } from './features/actors/repository.ts';
import { createChartsHandlers } from './features/charts/index.ts';
import { createChecksHandlers } from './features/checks/index.ts';
import { createCheckRuleRepository } from './features/checks/repository.ts';
import { createRekeying } from './features/claims/content-key.ts';
import { followDate } from './features/claims/follow-date.ts';
import { createClaimsHandlers } from './features/claims/index.ts';
import { cachedBy, createClaimReader } from './features/claims/reader.ts';
import { createClaimRepository } from './features/claims/repository.ts';
import { bodyOf, createRewrite } from './features/claims/rewrite.ts';
import { createRows } from './features/claims/rows.ts';
import { createClaimWatch } from './features/claims/watch.ts';
import { createConflictsHandlers } from './features/conflicts/index.ts';
import { createDecisionRepository, createMatrixRepository } from './features/conflicts/repository.ts';
import { createConflicts } from './features/conflicts/service.ts';
import { createExchangeHandlers } from './features/exchange/index.ts';
import { createHistoryHandlers } from './features/history/index.ts';
import { createApartHandlers } from './features/ledger/apart.ts';
import { createLedgerHandlers } from './features/ledger/index.ts';
import { createMeasureHandlers, createMeasureService } from './features/ledger/measures.ts';
import { createMeasureRepository, createSeriesApartRepository, createVerdictRepository } from './features/ledger/repository.ts';
import { createLedger, type Ledger } from './features/ledger/service.ts';
import { createVerdicts } from './features/ledger/verdicts.ts';
import { createPassages } from './features/passages/index.ts';
import { createMentions } from './features/passages/mentions.ts';
import { createMentionRepository, createPassageRepository } from './features/passages/repository.ts';
import { createSearch } from './features/search/index.ts';
import { createSearchRepository } from './features/search/repository.ts';
import { createCopies } from './features/sources/copies.ts';
import { createSourcesHandlers } from './features/sources/index.ts';
import { createPlaces } from './features/sources/places.ts';
import { createSourceRepository } from './features/sources/repository.ts';
import { createSourceService } from './features/sources/service.ts';
import { createTimelineHandlers } from './features/timeline/index.ts';
import { createWorkbookHandlers, type WorkbookOptions } from './features/workbook/index.ts';
import { createWorkbookRepository } from './features/workbook/repository.ts';
import type { Files } from './host.ts';
import type { ForkChild } from './jobs/child.ts';
import type { Jobs } from './jobs/jobs.ts';
import { createWindowReader } from './store/window.ts';

export interface FeatureOptions
  extends Pick<WorkbookOptions, 'sql' | 'name' | 'isReadOnly' | 'clock' | 'health' | 'missingEdits' | 'syncedBy' | 'backupFolder' | 'check'> {
  readonly edits: EditEngine;
  readonly files: Files;
  readonly jobs: Jobs;
  readonly fork: ForkChild;
}

export function openFeatures(options: FeatureOptions): HandlerTable {
  const { sql, edits, files, name } = options;
  const windows = createWindowReader(sql, edits.version);
  const sources = createSourceRepository(sql);
  const claims = createClaimRepository(sql);
  const passages = createPassageRepository(sql, edits.version);
  const places = createPlaces(sources);
  const copies = createCopies(sources, edits.version);
  const texts = {
    ...sources,
    text: (source: { textSha256: string }) => sources.text(source.textSha256),
    placeOf: places.placeOf,
    blockAt: places.blockAt,
    around: places.around,
  };

  const reader = createClaimReader({
    version: edits.version,
    count: claims.count,
    readClaims: claims.all,
    readExisting: claims.existing,
    claimsOnPassages: claims.onPassages,
    readSources: sources.all,
  });
  const named = createActorRepository(sql);
  const names = createNameService(named, edits.version);
  const measured = createMeasureRepository(sql);
  const measures = createMeasureService(measured, edits.version);
  const ledger = createLedger({
    claims: reader,
    watch: createClaimWatch(reader, names),
    verdicts: createVerdictRepository(sql),
    nameOf: names.nameOf,
  });
  const asDecided = (claim: Claim) => (claim.readings.length === 0 ? claim : closedBy(ledger.ofClaim(claim.id)?.verdict ?? null, claim));
  const rows = createRows(reader, ledger.ofClaim);
  const actors = createActors({ repository: named, names, claims: reader, rowOf: rows.row });
  const claimCounts = cachedBy(edits.version, sources.claimCounts);
  const mentions = createMentions({ repository: createMentionRepository(sql), fork: options.fork, jobs: options.jobs, textOf: texts.text });
  const reading = createPassages(passages, texts, mentions);
  const search = createSearch(createSearchRepository(sql), {
    findSource: sources.find,
    allSources: sources.all,
    textOf: texts.text,
    findClaim: claims.find,
    claimsOnPassages: claims.onPassages,
  });

  edits.follow({ table: 'claim', follow: (ids) => ids.forEach((id) => void followClaim(id, claims.find(id), claims)) });
  search.followers.forEach(edits.follow);
  edits.follow({ table: 'source', follow: (ids) => mentions.follow(ids.flatMap((id) => sources.find(id) ?? [])) });
  for (const table of ['passage', 'aside'] as const) edits.follow({ table, follow: mentions.keepWaiting });
  const decisions = createDecisionRepository(sql);
  const conflicts = createConflicts({
    claims: reader,
    watch: createClaimWatch(reader, names),
    decisions,
    names,
    measures,
    verdictOn: (ids) => observationBehind(ledger, ids)?.verdict ?? undefined,
  });
  for (const table of ['claim', 'passage', 'source'] as const) edits.follow({ table, follow: (ids) => reader.touch(table, ids) });
  for (const table of ['actor', 'judgement'] as const) edits.follow({ table, follow: names.touch });
  edits.follow({ table: 'verdict', follow: ledger.touch });
  edits.follow({ table: 'measure', follow: measures.touch });

  const rewrite = createRewrite(sources);
  const counted = createWorkbookRepository(sql);
  const verdicts = createVerdicts(ledger, reader);
  return {
    workbook: createWorkbookHandlers({
      ...options,
      lastEdit: edits.version,
      counts: () => ({
        sources: sources.count(),
        passages: passages.count(),
        claims: claims.counts(),
        observations: ledger.observations().length,
        series: ledger.series().length,
        actors: actors.count(),
        instruments: counted.distinctSubjects('instrument'),
        projects: counted.distinctSubjects('project'),
        conflicts: conflicts.openCount(),
        stale: ledger.observations().filter((one) => one.state === 'stale').length,
        edits: edits.log.count(),
      }),
    }) as HandlerTable['workbook'] & {},
    sources: createSourcesHandlers({
      repository: sources,
      service: createSourceService({ repository: sources, countFound: reading.countFound, languageOf }),
      files,
      jobs: options.jobs,
      fork: options.fork,
      windows,
      places,
      copies,
      mentions,
      countsOf: (source) => ({ claims: claimCounts().get(source.id) ?? 0, ...reading.coverageOf(source) }),
      dependentsOf: reading.dependentsOf,
      takeAlong: reading.takeAlong,
      rekeyClaims: createRekeying(claims, (id) => sources.find(id)?.sha256),
      textChanges: (id) => edits.log.ofRecord({ record: id, field: 'textSha256', limit: 1000 }),
      followDate: (sourceId, change, edit) => void followDate(claims.ofSource(sourceId), change, { rewrite, edit }),
    }),
    passages: reading.handlers,
    claims: createClaimsHandlers({
      observationOf: ledger.ofClaim,
      repository: claims,
      reader,
      rows,
      windows,
      sources: texts,
      passages,
      rewrite,
      usesOf: (claim) => usesOf(claim, ledger.ofClaim(claim.id)),
      actorNames: () =>
        named.actors().flatMap((actor) => [actor.name, ...actor.aliases].map((spelling) => ({ spelling, name: names.nameOf(spelling) }))),
    }),
    actors: actors.handlers,
    ledger: createLedgerHandlers({
      ledger,
      claims: reader,
      verdicts,
      rowOf: rows.row,
      nameOf: names.nameOf,
      measures: createMeasureHandlers({ repository: measured, claims: reader, measures }),
      apart: createApartHandlers({ repository: createSeriesApartRepository(sql), ledger }),
      rewrite: (claim, patch, edit) => rewrite(claim, { ...bodyOf(claim), ...patch } as ReturnType<typeof bodyOf>, edit),
    }),
    conflicts: createConflictsHandlers({
      conflicts,
      claims: reader,
      decisions,
      matrices: createMatrixRepository(sql),
      rowOf: rows.row,
      verdicts: { ...verdicts, behind: (ids) => observationBehind(ledger, ids) },
    }),
    checks: createChecksHandlers({
      claims: { version: reader.version, all: () => reader.all().map(asDecided) },
      rules: createCheckRuleRepository(sql),
      context: { nameOf: names.nameOf, measures },
    }),
    timeline: createTimelineHandlers(reader),
    charts: createChartsHandlers({ claims: reader, ledger }),
    search: search.handlers,
    history: createHistoryHandlers(edits),
    exchange: createExchangeHandlers({ files, name, claims: reader, listed: rows.listed, ledger, sources: sources.all }),
  };
}

/** The one observation behind claims; undefined where they stand behind several or none. */
function observationBehind(ledger: Ledger, claimIds: readonly string[]): Observation | undefined {
  const [only, ...others] = new Set(claimIds.map((id) => ledger.ofClaim(id)));
  return others.length === 0 ? only : undefined;
}

/** Verdicts name the claims that they weighed. */
function usesOf(claim: Claim, observation: ReturnType<ReturnType<typeof createLedger>['ofClaim']>) {
  const verdict = observation?.verdict;
  if (observation === undefined || verdict === null || verdict === undefined) return [];
  const how = verdict.claimId === claim.id ? 'adopted' : 'weighed';
  return [{ record: 'verdict', id: verdict.id, label: message(`evidence:use.${how}`, { reason: verdict.reason }) }];
}

/** Keeps the sort keys and the passages of a claim. */
function followClaim(id: string, claim: Claim | undefined, claims: ReturnType<typeof createClaimRepository>): void {
  if (claim === undefined) {
    claims.unindex(id);
    return;
  }
  const period = findPeriod(claim.period ?? claim.madeOn);
  claims.index({
    claimId: id,
    earliest: period?.earliest ?? period?.latest ?? null,
    latest: period?.latest ?? period?.earliest ?? null,
    sortValue: sortValueOf(claim),
    passages: claim.passages.map((passage) => passage.id),
  });
}

/** Middle of the interval, for sorting only: never shown and never computed with. */
function sortValueOf(claim: Claim): number | null {
  if (claim.value === null) return null;
  const { low, high } = intervalText(statedInterval(measuredOf(claim)));
  if (low === null && high === null) return null;
  const number = (Number(low ?? high) + Number(high ?? low)) / 2;
  return Number.isFinite(number) ? number : null;
}
