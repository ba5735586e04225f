// Claims and rows of imported tables as one: who reads claims does not ask which is which.
import type { TermField } from '../../../../shared/features/claims/contract.ts';
import type { Claim, ClaimKind } from '../../../../shared/features/claims/model.ts';
import { type ClaimRepository, mostTerms } from './repository.ts';

/** Supplied by the tables feature. */
export interface RowClaims {
  count(): number;
  all(): Claim[];
  /** Those of the ids that are rows. */
  existing(ids: readonly string[]): Claim[];
  /** Rows that passages stand behind. */
  onPassages(passageIds: readonly string[]): string[];
  ofSource(sourceId: string): Claim[];
  /** Ids by numbers of rows. */
  idsOfNumbers(numbers: readonly number[]): ReadonlyMap<number, string>;
  numbersOf(ids: readonly string[]): number[];
  /** Numbers of rows that are told elsewhere. */
  hidden(): number[];
  withContentKeys(keys: readonly string[]): ReadonlyMap<string, Claim[]>;
  counts(): Record<ClaimKind, number>;
  countsBySource(): ReadonlyMap<string, number>;
  terms(field: string): ReadonlyMap<string, number>;
}

/** Claims that are records alone: what may be removed or rewritten one by one. */
export type ClaimsWithRows = ClaimRepository & { readonly records: ClaimRepository; readonly rows: RowClaims };

export function withRows(records: ClaimRepository, rows: RowClaims): ClaimsWithRows {
  const hasRows = () => rows.count() > 0;

  function existing(ids: readonly string[]): Claim[] {
    const found = records.existing(ids);
    if (found.length === ids.length || !hasRows()) return found;
    const known = new Set(found.map(({ id }) => id));
    return [...found, ...rows.existing(ids.filter((id) => !known.has(id)))];
  }

  return {
    records,
    rows,
    existing,
    all: () => (hasRows() ? [...records.all(), ...rows.all()].sort((a, b) => (a.id < b.id ? -1 : 1)) : records.all()),
    idsOfNumbers(numbers) {
      const of = rows.idsOfNumbers(numbers.flatMap((n) => (n < 0 ? [-n] : [])));
      return new Map([...records.idsOfNumbers(numbers.filter((n) => n > 0)), ...[...of].map(([n, id]) => [-n, id] as const)]);
    },
    count: () => records.count() + rows.count(),
    onPassages: (ids) => (hasRows() ? [...records.onPassages(ids), ...rows.onPassages(ids)] : records.onPassages(ids)),
    find: (id) => records.find(id) ?? rows.existing([id])[0],
    byIds(ids) {
      if (!hasRows()) return records.byIds(ids);
      const found = new Map(existing(ids).map((claim) => [claim.id, claim]));
      // What is missing is a record whose index is damaged: the reader of records says so.
      return ids.every((id) => found.has(id)) ? ids.map((id) => found.get(id)!) : records.byIds(ids);
    },
    ofSource: (sourceId) => [...records.ofSource(sourceId), ...rows.ofSource(sourceId)],
    withContentKeys(keys) {
      const found = records.withContentKeys(keys);
      return hasRows() ? new Map([...rows.withContentKeys(keys), ...found]) : found;
    },
    counts: () => summed(records.counts(), rows.counts()),
    countsBySource() {
      const counts = new Map(records.countsBySource());
      for (const [id, n] of rows.countsBySource()) counts.set(id, (counts.get(id) ?? 0) + n);
      return counts;
    },
    terms: (field, typed) => (hasRows() ? termsOf(records, rows, field, typed) : records.terms(field, typed)),
  };
}

function summed(one: Record<ClaimKind, number>, other: Record<ClaimKind, number>): Record<ClaimKind, number> {
  return { figure: one.figure + other.figure, event: one.event + other.event, statement: one.statement + other.statement };
}

function termsOf(records: ClaimRepository, rows: RowClaims, field: TermField, typed: string): { text: string; uses: number }[] {
  const uses = new Map(records.terms(field, typed).map((term) => [term.text, term.uses]));
  const wanted = typed.toLowerCase();
  for (const [text, n] of rows.terms(field)) if (text.toLowerCase().includes(wanted)) uses.set(text, (uses.get(text) ?? 0) + n);
  return [...uses]
    .map(([text, n]) => ({ text, uses: n }))
    .sort((a, b) => b.uses - a.uses || (a.text < b.text ? -1 : 1))
    .slice(0, mostTerms);
}
