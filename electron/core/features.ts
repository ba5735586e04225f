// The features of a workbook, one entry each. Where one needs another it declares an interface and receives it here; none
// imports another.
import type { Claim } from '../../shared/features/claims/model.ts';
import { adoptedValue } from '../../shared/features/ledger/rules.ts';
import { languageOf } from '../../shared/features/passages/finder/index.ts';
import { message } from '../../shared/message.ts';
import { statedInterval } from '../../shared/quantity/index.ts';
import { applyingOf } from './applying.ts';
import { cachedBy } from './cached-by.ts';
import type { Handlers, HandlerTable } from './dispatch.ts';
import type { EditEngine, EditScope } from './edits/edits.ts';
import { createActors } from './features/actors/index.ts';
import { type Boards, createBoards } from './features/boards/index.ts';
import { createBoardsRepository } from './features/boards/repository.ts';
import { createChartsHandlers } from './features/charts/index.ts';
import { createChecksHandlers } from './features/checks/index.ts';
import { createCheckRuleRepository } from './features/checks/repository.ts';
import { parseClaim } from './features/claims/cells.ts';
import { createContext } from './features/claims/context.ts';
import { followDate } from './features/claims/follow-date.ts';
import { createClaimsHandlers } from './features/claims/index.ts';
import { bodyOf, rewrite } from './features/claims/rewrite.ts';
import { createConflictsHandlers } from './features/conflicts/index.ts';
import { createMatrixRepository } from './features/conflicts/repository.ts';
import { createExchangeHandlers } from './features/exchange/index.ts';
import { createHistoryHandlers } from './features/history/index.ts';
import { createApartHandlers } from './features/ledger/apart.ts';
import { createLedgerHandlers } from './features/ledger/index.ts';
import { createMeasureHandlers } from './features/ledger/measures.ts';
import { createSeriesApartRepository, createVerdictRepository } from './features/ledger/repository.ts';
import { createVerdicts } from './features/ledger/verdicts.ts';
import { createPassages } from './features/passages/index.ts';
import type { Mentions } from './features/passages/mentions.ts';
import { createPolicy } from './features/policy/index.ts';
import { createReadingsHandlers, inputOfRead } from './features/readings/index.ts';
import { createReadingsRepository } from './features/readings/repository.ts';
import { createReports } from './features/reports/index.ts';
import { createReportsRepository } from './features/reports/repository.ts';
import { createScenariosHandlers } from './features/scenarios/index.ts';
import { createScenarioRepository } from './features/scenarios/repository.ts';
import { createSearch } from './features/search/index.ts';
import { createSearchRepository, type PastIndex } from './features/search/repository.ts';
import { createRowIndex } from './features/search/row-index.ts';
import { createSourcesHandlers } from './features/sources/index.ts';
import { measured } from './features/sources/measure.ts';
import { createSourceService } from './features/sources/service.ts';
import { createTablesHandlers } from './features/tables/index.ts';
import { createTimelineHandlers } from './features/timeline/index.ts';
import { createTrackHandlers } from './features/track/index.ts';
import { createWorkbookHandlers, type WorkbookOptions } from './features/workbook/index.ts';
import type { KnownCounts } from './features/workbook/known-counts.ts';
import type { Files } from './host.ts';
import type { ForkChild } from './jobs/child.ts';
import type { Jobs } from './jobs/jobs.ts';
import { staying } from './merge/aliases.ts';
import { createCopyReader } from './merge/repository.ts';
import { mergingOf } from './merging.ts';
import { createForgetting } from './said-of-claims.ts';
import { openReturned } from './second.ts';
import { sharingOf } from './sharing.ts';
import type { Sql } from './store/sql.ts';
import type { Readers } from './workbook/readers.ts';

export interface FeatureOptions {
  readonly sql: Sql;
  readonly name: string;
  readonly edits: Pick<EditEngine, 'log' | 'history' | 'version' | 'undo' | 'redo'>;
  readonly readers: Readers;
  readonly mentions: Mentions;
  readonly files: Files;
  readonly jobs: Jobs;
  readonly fork: ForkChild;
  /** What a past state holds; undefined in one. */
  readonly readersAt?: ((at: number | string) => Readers) | undefined;
  /** Which state of which copy this is. */
  origin(): { readonly workbook: string; readonly replica: string | null; readonly edit: string | null };
  readonly workbook: Omit<WorkbookOptions, 'sql' | 'name' | 'counts' | 'lastEdit'>;
  /** Of a past state: the present, to be compared with it. */
  readonly presentSql?: Sql | undefined;
  /** Of a past state: its day, YYYY-MM-DD. */
  readonly today?: (() => string) | undefined;
  /** Of the present state. */
  readonly knownCounts?: KnownCounts | undefined;
  /** Of a past state: where its index of search lies. */
  readonly pastIndex?: (() => PastIndex) | undefined;
}

export function openFeatures(options: FeatureOptions): HandlerTable {
  const parts = shared(options);
  const sources = sourcesOf(options, parts);
  const claims = claimsOf(options, parts);
  const checks = checksOf(options);
  const scenarios = scenariosOf(options, parts);
  const reports = reportsOf(options, parts, { checks, scenarios });
  return {
    workbook: createWorkbookHandlers({
      ...options.workbook,
      sql: options.sql,
      name: options.name,
      lastEdit: options.edits.version,
      counts: () => options.knownCounts?.of(() => countsOf(options, parts)) ?? countsOf(options, parts),
    }),
    sources,
    tables: tablesOf(options, parts),
    passages: parts.reading.handlers,
    claims,
    actors: parts.actors.handlers,
    ledger: ledgerOf(options, parts),
    conflicts: conflictsOf(options, parts),
    checks,
    policy: parts.policy.handlers,
    timeline: createTimelineHandlers({
      claims: options.readers.reader,
      policy: parts.policy,
      notes: parts.boards.notesInTime,
      today: todayOf(options),
    }),
    charts: createChartsHandlers({ claims: options.readers.reader, policy: parts.policy, ledger: options.readers.ledger, move: parts.boards.move }),
    scenarios,
    boards: parts.boards.handlers,
    reports: reports.handlers,
    readings: readingsOf(options, parts, { claims, reports }),
    track: createTrackHandlers({
      claims: options.readers.reader,
      ledger: options.readers.ledger,
      nameOf: options.readers.names.nameOf,
      madeOn: options.readers.things.madeOn,
    }),
    search: searchOf(options),
    history: createHistoryHandlers(options.edits),
    exchange: exchangeOf(options, parts, { sources, claims }),
  };
}

type Parts = ReturnType<typeof shared>;

/** What several features need of one. */
function shared({ sql, readers, mentions, workbook, today }: FeatureOptions) {
  const { passages, texts, sources, actors, names, descriptions, things, reader, rows, ledger, measures } = readers;
  const reading = createPassages(passages, texts, mentions);
  const forget = createForgetting(sql, (id) => readers.claims.find(id) !== undefined);
  const policy = createPolicy({
    claims: reader,
    names,
    descriptions,
    things,
    measures,
    people: actors,
    verdictValue: (claim) => decidedValue(claim, ledger.ofClaim(claim.id)),
    describeInBoards: (described, edit) => boards.describe(described, edit),
    today: todayOf({ workbook, today }),
  });
  const boards: Boards = createBoards({
    repository: createBoardsRepository(sql),
    claims: reader,
    ledger,
    measures,
    names,
    policy,
    madeOn: things.madeOn,
  });
  return {
    policy,
    /** What was said of claims that are removed. */
    takeAlong(claimIds: readonly string[], edit: EditScope): void {
      policy.takeAlong(claimIds, edit);
      forget(claimIds, edit);
    },
    boards,
    reading,
    service: createSourceService({ repository: sources, countFound: reading.countFound, languageOf }),
    actors: createActors({ repository: actors, names, claims: reader, rowOf: rows.row, things: () => descriptions.current().things }),
    verdicts: createVerdicts(ledger, reader),
  };
}

function todayOf({ workbook, today }: Pick<FeatureOptions, 'workbook' | 'today'>): () => string {
  if (today !== undefined) return today;
  return () => new Date(workbook.clock()).toISOString().slice(0, 10);
}

function countsOf({ edits, readers }: FeatureOptions, { actors, policy }: Parts) {
  const { sources, passages, claims, ledger, conflicts } = readers;
  return {
    sources: sources.count(),
    passages: passages.count(),
    claims: claims.counts(),
    observations: ledger.observations().length,
    series: ledger.series().length,
    actors: actors.count(),
    instruments: policy.count('instrument'),
    projects: policy.count('project'),
    conflicts: conflicts.openCount(),
    stale: ledger.observations().filter((one) => one.state === 'stale').length,
    edits: edits.log.count(),
  };
}

function sourcesOf({ sql, readers, edits, files, jobs, fork, mentions }: FeatureOptions, { reading, service, takeAlong }: Parts) {
  const { sources, copies, claims, places, windows, decisions, importedRows } = readers;
  const claimCounts = cachedBy(edits.version, claims.countsBySource);
  return createSourcesHandlers({
    repository: sources,
    service,
    files,
    jobs,
    fork,
    windows,
    places,
    copies,
    mentions,
    countsOf: (source) => ({ claims: claimCounts().get(source.id) ?? 0, ...reading.coverageOf(source) }),
    claimsOf: (sourceId) => claims.records.ofSource(sourceId).map((claim) => claim.id),
    importsOf: (sourceId) => importedRows.importsOf(sourceId),
    unlink: takeAlong,
    decidedOn: createDecidedOn(sql, decisions),
    dependentsOf: reading.dependentsOf,
    takeAlong: reading.takeAlong,
    standIn: reading.standIn,
    textChanges: (id) => edits.history.ofRecord({ record: id, field: 'textSha256', limit: 1000 }),
    followDate: (sourceId, change, edit) => void followDate(claims.records.ofSource(sourceId), change, edit),
  });
}

function tablesOf({ readers, files, jobs, fork }: FeatureOptions, { service }: Parts) {
  const { tables, importedRows, sources, claims } = readers;
  return createTablesHandlers({
    repository: tables,
    rows: importedRows,
    files,
    jobs,
    fork,
    findSource: sources.find,
    contentOf: (source) => sources.content(source.sha256),
    findClaims: claims.records.existing,
    async measure(file, extracted) {
      const item = await measured({ file, extracted });
      return { keep: (meta, edit) => service.keepTable(item, meta, edit) };
    },
    tellAnew(claim, { value, unit, multiplier, change, what, gist }, place, edit) {
      const { low = null, high = null, qualifier = null } = value ?? {};
      edit.update('claim', claim.id, {
        low,
        high,
        qualifier,
        unit,
        multiplier,
        change,
        what,
        gist,
        ...place,
        passages: [...place.passages],
        captured: null,
        capturedReason: '',
      });
    },
  });
}

/** How many verdicts and decisions on conflicts weighed one of some claims. */
function createDecidedOn(sql: Sql, decisions: Readers['decisions']) {
  const verdicts = createVerdictRepository(sql);
  return (claims: ReadonlySet<string>) => {
    const weighed = ({ claimId, ground }: { readonly claimId: string | null; readonly ground: object }) =>
      (claimId !== null && claims.has(claimId)) || Object.keys(ground).some((id) => claims.has(id));
    return { verdicts: verdicts.all().filter(weighed).length, decisions: decisions.all().filter(weighed).length };
  };
}

function claimsOf({ readers }: FeatureOptions, { policy, takeAlong }: Parts) {
  const { claims, reader, rows, windows, texts, passages, ledger, actors, names } = readers;
  return createClaimsHandlers({
    said: readers.said,
    observationOf: ledger.ofClaim,
    assertWords: policy.assertWords,
    takeAlong,
    repository: claims,
    reader,
    rows,
    windows,
    sources: texts,
    passages,
    usesOf: (claim) => usesOf(claim, ledger.ofClaim(claim.id)),
    actorNames: () =>
      actors.actors().flatMap((actor) => [actor.name, ...actor.aliases].map((spelling) => ({ spelling, name: names.nameOf(spelling) }))),
  });
}

function ledgerOf({ sql, readers }: FeatureOptions, { verdicts, boards }: Parts) {
  const { ledger, reader, rows, names, measured, measures } = readers;
  const keptApart = createSeriesApartRepository(sql);
  return createLedgerHandlers({
    ledger,
    claims: reader,
    verdicts,
    rowOf: rows.row,
    nameOf: names.nameOf,
    measures: createMeasureHandlers({ repository: measured, claims: reader, measures }),
    apart: createApartHandlers({ repository: keptApart, ledger }),
    keptApart,
    followers: boards.followers,
    said: readers.said,
    rewrite: (claim, patch, edit) => rewrite(claim, { ...bodyOf(claim), ...patch } as ReturnType<typeof bodyOf>, edit),
  });
}

function conflictsOf({ sql, readers }: FeatureOptions, { verdicts }: Parts) {
  const { conflicts, reader, decisions, rows, observationBehind } = readers;
  return createConflictsHandlers({
    conflicts,
    claims: reader,
    decisions,
    matrices: createMatrixRepository(sql),
    rowOf: rows.row,
    verdicts: { ...verdicts, behind: observationBehind },
  });
}

function checksOf({ sql, readers }: FeatureOptions) {
  const { reader, asDecided, names, measures } = readers;
  return createChecksHandlers({
    claims: { version: reader.version, all: () => reader.all().map(asDecided) },
    rules: createCheckRuleRepository(sql),
    context: { nameOf: names.nameOf, measures },
  });
}

function scenariosOf({ sql, readers, edits, jobs, fork }: FeatureOptions, { policy }: Parts) {
  const { reader, ledger, asDecided } = readers;
  const findClaim = (id: string) => {
    const claim = reader.find(id);
    return claim === undefined ? undefined : asDecided(claim);
  };
  return createScenariosHandlers({
    repository: createScenarioRepository(sql),
    sources: { findClaim, findObservation: ledger.withKey, observations: ledger.observations, ratesOf: policy.ratesNamed },
    figures: { claims: reader.all, observationOf: ledger.ofClaim },
    version: edits.version,
    jobs,
    fork,
  });
}

/** What only answers: a query of another feature waits for nothing. */
function answered<T>(answer: T | Promise<T>): T {
  return answer as T;
}

function reportsOf(
  { sql, readers, edits, ...options }: FeatureOptions,
  { policy }: Parts,
  { checks, scenarios }: { readonly checks: Handlers<'checks'>; readonly scenarios: Handlers<'scenarios'> },
) {
  const { reader, ledger, names, asDecided, sources, texts } = readers;
  const aliases = cachedBy(edits.version, createCopyReader(sql).aliases);
  const inContext = createContext(texts);
  return createReports({
    repository: createReportsRepository(sql),
    facts: {
      version: edits.version,
      today: todayOf(options),
      findClaim: reader.find,
      source: reader.source,
      asDecided,
      ledger,
      nameOf: names.nameOf,
      staying: (id) => staying(id, aliases()),
      checks: () => answered(checks.list({})).checks,
      rates: ({ name, on, as }) => answered(policy.handlers.rates({ name, on, as, given: {} })),
      plans: (name) => answered(policy.handlers.plans({ name })),
      models: () => answered(scenarios.list({})).models,
      unitOfResult: (model, code) => answered(scenarios.get({ model })).formulas.find((one) => one.code === code)?.unit ?? undefined,
      compute: (asked) => answered(scenarios.compute({ ...asked, changes: {} })),
    },
    files: options.files,
    out: { workbook: options.name, inContext: (passage) => inContext(passage, charactersAround) },
    lastEdit() {
      const last = edits.log.find(edits.version());
      return last === undefined ? undefined : { id: last.id, at: last.at };
    },
    sources: { all: sources.all, find: sources.find, text: texts.text },
    changesOf: (record) => edits.history.ofRecord({ record, field: undefined, limit: 1 }),
  });
}

function readingsOf(
  { sql, readers, files, fork, name, origin, workbook }: FeatureOptions,
  { takeAlong }: Parts,
  { claims, reports }: { readonly claims: Handlers<'claims'>; readonly reports: ReturnType<typeof createReports> },
) {
  const { reader, sources, passages, names } = readers;
  return createReadingsHandlers({
    repository: createReadingsRepository(sql),
    files,
    name,
    workbook: () => origin().workbook,
    claims: reader,
    passages: () => sources.all().flatMap(({ id }) => passages.ofSource(id)),
    nameOf: names.nameOf,
    usedIn: (report) => reports.view(report).locks.flatMap((lock) => lock.claims),
    makeShare: sharingOf({ sql, readers, name, clock: workbook.clock, origin }).makeBlind,
    openShare: (file) => openReturned(file, fork),
    patch: (claim, read, edit) => void rewrite(claim, { ...bodyOf(claim), ...read } as ReturnType<typeof bodyOf>, edit),
    captureRead(read, { source, exact, start }, edit) {
      const capture = claims.capture as (input: unknown, edit: EditScope) => unknown;
      capture({ claims: [parseClaim({ ...inputOfRead(read), passage: { source, exact, start } }, 'second')] }, edit);
    },
    removeClaim(id, edit) {
      takeAlong([id], edit);
      edit.update('claim', id, { rank: 'deprecated' });
    },
  });
}

function searchOf({ sql, readers, pastIndex }: FeatureOptions) {
  const { sources, texts, claims, importedRows, said } = readers;
  const repository = cachedBy(
    () => 0,
    () => createSearchRepository(sql, pastIndex?.()),
  );
  const rows = cachedBy(
    () => 0,
    () => createRowIndex(sql, importedRows),
  );
  return createSearch(repository, rows, {
    findSource: sources.find,
    allSources: sources.all,
    textOf: texts.text,
    findClaim: claims.find,
    isPossible:
      said === undefined
        ? undefined
        : ({ of, recordId, piece }) =>
            of === 'claim'
              ? said.possible.find(recordId) !== undefined
              : said.ofText(recordId, piece === undefined ? 'first' : 'newest').known !== 'no',
  });
}

/** Of the text on either side of a passage that is handed over. */
const charactersAround = 240;

function exchangeOf(
  { sql, presentSql, edits, readers, readersAt, files, fork, name, origin, workbook }: FeatureOptions,
  { policy, reading }: Parts,
  handlers: { readonly claims: Handlers<'claims'>; readonly sources: Handlers<'sources'> },
) {
  const { reader, rows, ledger, sources, passages, conflicts, texts } = readers;
  const inContext = createContext(texts);
  return createExchangeHandlers({
    files,
    name,
    origin,
    claims: reader,
    listed: rows.listed,
    ledger,
    policy: policy.handOver,
    sources: sources.all,
    conflicts: conflicts.groups,
    lastEditAt: () => edits.log.find(edits.version())?.at,
    passages: () => sources.all().flatMap(({ id }) => passages.ofSource(id)),
    inContext: (passage) => inContext(passage, charactersAround),
    annotations: (ids) => (ids ?? [undefined]).flatMap((sourceId) => documentsOf(reading.handlers.annotations({ sourceId }))),
    merging: mergingOf({ sql, readers, fork, presentSql }),
    sharing: sharingOf({ sql, readers, name, clock: workbook.clock, origin }),
    applying: applyingOf({ readers, readersAt, fork, assertWords: policy.assertWords, ...handlers }),
  });
}

/** It waits for nothing. */
function documentsOf(answer: unknown): readonly unknown[] {
  return (answer as { readonly documents: readonly unknown[] }).documents;
}

/** What a verdict chose among claims that a rate rests on. */
function decidedValue(claim: Claim, observation: ReturnType<Readers['ledger']['ofClaim']>) {
  const { verdict } = observation ?? { verdict: null };
  const value = verdict === null || verdict.isStale ? undefined : adoptedValue(verdict, [claim]);
  return value === undefined ? undefined : statedInterval(value);
}

/** Verdicts name the claims that they weighed. */
function usesOf(claim: Claim, observation: ReturnType<Readers['ledger']['ofClaim']>) {
  const verdict = observation?.verdict;
  if (observation === undefined || verdict === null || verdict === undefined) return [];
  const how = verdict.claimId === claim.id ? 'adopted' : 'weighed';
  return [{ record: 'verdict', id: verdict.id, label: message(`evidence:use.${how}`, { reason: verdict.reason }) }];
}
