// Which records of a workbook go along with the series and sources that somebody shares: what they rest on, and what was said of
// them and of nothing else.
import { normalName } from '../../../shared/features/claims/origin.ts';
import type { ShareChoice } from '../../../shared/features/exchange/share.ts';
import { type RecordTable, recordTables, type Stored } from '../../../shared/records/index.ts';
import { claimsIn, tablesOnClaims } from '../../../shared/records/said-of-claims.ts';
import type { CopyReader } from '../merge/repository.ts';

export type Chosen = ReadonlyMap<RecordTable, readonly Stored<RecordTable>[]>;

export interface ChoosingParts {
  readonly read: CopyReader;
  /** Undefined for claims that are no figures. */
  seriesOf(claim: Stored<'claim'>): string | undefined;
  /** Id of a series by its key. */
  seriesIdOf(key: Stored<'series_apart'>['one']): string;
}

/** `series` are ids. */
export function chooseRecords({ series, sources, without }: ShareChoice, parts: ChoosingParts): Chosen {
  const { read } = parts;
  const isWhole = series.length + sources.length === 0;
  const wholeSources = new Set(isWhole ? read.all('source').map(({ id }) => id) : sources);
  const wantedSeries = new Set(series);
  const claims = read
    .all('claim')
    .filter((claim) => isWhole || wholeSources.has(claim.sourceId ?? '') || wantedSeries.has(parts.seriesOf(claim) ?? ''));
  const rested = new Set(claims.flatMap((claim) => claim.passages));
  const passages = read.all('passage').filter(({ id, sourceId }) => wholeSources.has(sourceId) || rested.has(id));
  const sourceIds = new Set([...wholeSources, ...passages.map(({ sourceId }) => sourceId), ...claims.flatMap(({ sourceId }) => sourceId ?? [])]);
  const chosen = new Map<RecordTable, readonly Stored<RecordTable>[]>([
    ['source', read.all('source').filter(({ id }) => sourceIds.has(id))],
    ['passage', passages],
    ['claim', claims],
    ['aside', read.all('aside').filter(({ sourceId }) => wholeSources.has(sourceId))],
  ]);
  const rest = restOf(chosen, isWhole ? undefined : wholeSources, parts);
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
  return chosen;
}

const decided: ReadonlySet<RecordTable> = new Set(['verdict', 'event_verdict', 'conflict_decision', 'matrix', 'hypothesis', 'mark']);

/** Of what is neither source, passage nor claim: whether it speaks of nothing but what is shared. Without sources all is. */
function restOf(chosen: Chosen, wholeSources: ReadonlySet<string> | undefined, { read, seriesOf, seriesIdOf }: ChoosingParts) {
  const isWhole = wholeSources === undefined;
  const claims = chosen.get('claim') as readonly Stored<'claim'>[];
  const ids = new Set(claims.map(({ id }) => id));
  const passageIds = new Set(chosen.get('passage')!.map(({ id }) => id));
  // What was weighed and removed since is nobody's any more.
  const isHidden = (id: string) => !ids.has(id) && read.isThere('claim', id);
  const measures = new Set(claims.map(({ measure }) => measure));
  const series = new Set(claims.map(seriesOf));
  const names = namesIn(claims);
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
    // A table is shared with its source, never by its rows: its file says all of them.
    table_import: ({ sourceId }) => wholeSources?.has(sourceId) ?? true,
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

function namesIn(claims: readonly Stored<'claim'>[]): ReadonlySet<string> {
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
