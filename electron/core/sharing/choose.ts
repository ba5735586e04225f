// Which records of a workbook go along with the series and sources that somebody shares: what they rest on, and what was said of
// them and of nothing else. An imported table goes along whole, with its source: its file says all of its rows.
import type { Claim } from '../../../shared/features/claims/model.ts';
import { normalName } from '../../../shared/features/claims/origin.ts';
import type { ShareChoice } from '../../../shared/features/exchange/share.ts';
import { rowPlaceOf } from '../../../shared/features/tables/row-id.ts';
import { type RecordTable, recordTables, type Stored } from '../../../shared/records/index.ts';
import { claimsIn, tablesOnClaims } from '../../../shared/records/said-of-claims.ts';
import type { CopyReader } from '../merge/repository.ts';

export type Chosen = ReadonlyMap<RecordTable, readonly Stored<RecordTable>[]>;

/** A row of an imported table, which is no record, with its series. */
export interface TableRow {
  readonly claim: Claim;
  readonly series: string | undefined;
}

export interface ChoosingParts {
  readonly read: CopyReader;
  /** All rows that are told as rows. */
  tableRows(): readonly TableRow[];
  /** What its table says where a claim was a row once; of the ids that were none, nothing. */
  rowsBehind(claimIds: readonly string[]): readonly TableRow[];
  /** Undefined for claims that are no figures. */
  seriesOf(claim: Stored<'claim'>): string | undefined;
  /** Id of a series by its key. */
  seriesIdOf(key: Stored<'series_apart'>['one']): string;
}

export interface Choice {
  readonly chosen: Chosen;
  /** Rows of tables that were asked for, with which the others of their tables go along; `all` where nothing was chosen. */
  readonly rows: readonly TableRow[] | 'all';
}

/** `series` are ids. */
export function chooseRecords({ series, sources, without }: ShareChoice, parts: ChoosingParts): Choice {
  const { read } = parts;
  const isWhole = series.length + sources.length === 0;
  const wholeSources = new Set(isWhole ? read.all('source').map(({ id }) => id) : sources);
  const wantedSeries = new Set(series);
  const isWanted = (claim: Pick<Claim, 'sourceId'>, seriesId: string | undefined) =>
    isWhole || wholeSources.has(claim.sourceId ?? '') || wantedSeries.has(seriesId ?? '');
  const rows = isWhole ? [] : parts.tableRows().filter((row) => isWanted(row.claim, row.series));
  const carriedKeys = new Set(rows.flatMap(({ claim }) => rowPlaceOf(claim.id)?.key ?? []));
  const became = becameOther(wantedSeries, carriedKeys, parts);
  const claims = read.all('claim').filter((claim) => became.has(claim.id) || isWanted(claim, parts.seriesOf(claim)));
  const rested = new Set(claims.flatMap((claim) => claim.passages));
  const passages = read.all('passage').filter(({ id, sourceId }) => wholeSources.has(sourceId) || rested.has(id));
  const tables = read.all('table_import').filter(({ key, sourceId }) => wholeSources.has(sourceId) || carriedKeys.has(key));
  const sourceIds = new Set([
    ...wholeSources,
    ...[...passages, ...tables].map(({ sourceId }) => sourceId),
    ...claims.flatMap(({ sourceId }) => sourceId ?? []),
  ]);
  const chosen = new Map<RecordTable, readonly Stored<RecordTable>[]>([
    ['source', read.all('source').filter(({ id }) => sourceIds.has(id))],
    ['passage', passages],
    ['claim', claims],
    ['table_import', tables],
    ['aside', read.all('aside').filter(({ sourceId }) => wholeSources.has(sourceId))],
  ]);
  const rest = restOf({ chosen, rows, isWhole }, parts);
  for (const table of recordTables) {
    if (chosen.has(table)) continue;
    const isLeft = without.includes('verdicts') && decided.has(table);
    chosen.set(table, isLeft ? [] : read.all(table).filter((record) => rest(table, record)));
  }
  const hypotheses = new Set((chosen.get('hypothesis') ?? []).map(({ id }) => id));
  chosen.set(
    'mark',
    ((chosen.get('mark') ?? []) as readonly Stored<'mark'>[]).filter(({ hypothesisId }) => hypotheses.has(hypothesisId)),
  );
  return { chosen, rows: isWhole ? 'all' : rows };
}

const decided: ReadonlySet<RecordTable> = new Set(['verdict', 'event_verdict', 'conflict_decision', 'matrix', 'hypothesis', 'mark']);

/** Claims that were rows of the series: without them the table would tell the row as it was. */
function becameOther(series: ReadonlySet<string>, keys: ReadonlySet<string>, { read, rowsBehind }: ChoosingParts): ReadonlySet<string> {
  const once = read.all('claim').flatMap(({ id }) => (keys.has(rowPlaceOf(id)?.key ?? '') ? [id] : []));
  return new Set(rowsBehind(once).flatMap((row) => (series.has(row.series ?? '') ? [row.claim.id] : [])));
}

interface Carried {
  readonly chosen: Chosen;
  readonly rows: readonly TableRow[];
  readonly isWhole: boolean;
}

/** Of what is neither source, passage, claim nor table: whether it speaks of nothing but what is shared. Without sources all is. */
function restOf({ chosen, rows, isWhole }: Carried, { read, seriesOf, seriesIdOf }: ChoosingParts) {
  const claims = chosen.get('claim') as readonly Stored<'claim'>[];
  const told = [...claims, ...rows.map(({ claim }) => claim)];
  const ids = new Set(told.map(({ id }) => id));
  const passageIds = new Set(chosen.get('passage')!.map(({ id }) => id));
  // What was weighed and removed since is nobody's any more.
  const isHidden = (id: string) => !ids.has(id) && read.isThere('claim', id);
  const measures = new Set(told.map(({ measure }) => measure));
  const series = new Set([...claims.map(seriesOf), ...rows.map((row) => row.series)]);
  const names = namesIn(told);
  const isNamed = (name: string) => names.has(normalName(name));
  const matrices = new Set(
    read
      .all('matrix')
      .filter((matrix) => !claimsIn('matrix', matrix).some(isHidden))
      .map(({ id }) => id),
  );
  const rules: { readonly [T in RecordTable]?: (record: Stored<T>) => boolean } = {
    hypothesis: ({ matrixId }) => matrices.has(matrixId),
    annotation: (annotation) => annotation.passages.every((id) => id === '' || passageIds.has(id)),
    link: ({ fromClaim, toClaim, claims: about }) => ![fromClaim ?? '', toClaim ?? '', ...about].some(isHidden),
    measure: ({ code }) => measures.has(code),
    series_apart: ({ one, other }) => series.has(seriesIdOf(one)) && series.has(seriesIdOf(other)),
    actor: ({ name, aliases }) => [name, ...aliases].some(isNamed),
    thing: ({ name, aliases }) => [name, ...aliases].some(isNamed),
    judgement: ({ one, other }) => isNamed(one) && isNamed(other),
    scale: () => true,
    schedule: ({ claims: about, of }) => isNamed(of) && !about.some(isHidden),
    conversion: ({ claim }) => claim !== null && ids.has(claim),
    formula_rule: () => isWhole,
    check_rule: () => isWhole,
  };
  const speaks = new Set<RecordTable>(tablesOnClaims);
  return (table: RecordTable, record: Stored<RecordTable>): boolean => {
    if (isWhole) return true;
    if (speaks.has(table)) {
      const about = claimsIn(table as (typeof tablesOnClaims)[number], record);
      return about.some((id) => ids.has(id)) && !about.some(isHidden);
    }
    return (rules[table] as ((one: Stored<RecordTable>) => boolean) | undefined)?.(record) ?? false;
  };
}

type Named = Pick<Claim, 'subject' | 'actor' | 'counterpart' | 'saidBy' | 'via' | 'by' | 'counterparties'>;

function namesIn(claims: readonly Named[]): ReadonlySet<string> {
  const said = claims.flatMap((claim) => [
    claim.subject,
    claim.actor,
    claim.counterpart,
    ...claim.saidBy.map(({ name }) => name),
    ...claim.via,
    ...claim.by,
    ...claim.counterparties,
  ]);
  return new Set(said.flatMap((name) => (name === null || name === '' ? [] : normalName(name))));
}
