// Rows of a table beside what was imported before: known again by the fields that the user names.
import type { ClaimBody } from '../../../../shared/features/claims/form.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import { measuredOf } from '../../../../shared/features/ledger/rules.ts';
import type { ReadRow, ReadTable } from '../../../../shared/features/tables/read-table.ts';
import { type Decimal, statedInterval } from '../../../../shared/quantity/index.ts';

export interface Matched {
  readonly added: readonly ReadRow[];
  /** A row and the claim that it tells anew, with another value or the same. */
  readonly updated: readonly MatchedPair[];
  readonly skipped: readonly MatchedPair[];
}

export interface MatchedPair {
  readonly row: ReadRow;
  readonly claim: Claim;
}

/** `before`: claims of earlier imports, of which the last one of a key counts. */
export function matchRows({ rows, shapes }: Pick<ReadTable, 'rows' | 'shapes'>, before: readonly Claim[], fields: readonly string[]): Matched {
  if (fields.length === 0) return { added: rows, updated: [], skipped: [] };
  const known = new Map(before.map((claim) => [keyOf(claim, fields), claim]));
  const added: ReadRow[] = [];
  const updated: MatchedPair[] = [];
  const skipped: MatchedPair[] = [];
  for (const row of rows) {
    const said = saidBy(row, shapes);
    const claim = known.get(keyOf(said, fields));
    if (claim === undefined) added.push(row);
    else (isSameValue(claim, said) ? skipped : updated).push({ row, claim });
  }
  return { added, updated, skipped };
}

/** Cells that say one series and period more than once, each list in the order of the table. */
export function duplicatesIn({ rows, shapes }: Pick<ReadTable, 'rows' | 'shapes'>): ReadRow[][] {
  const bySaid = Map.groupBy(rows, (row) => JSON.stringify([row.shape, row.period]));
  return [...bySaid.values()].filter((list) => list.length > 1 && shapes[list[0]!.shape]!.kind === 'figure');
}

export function saidBy({ shape, period, value }: ReadRow, shapes: readonly ClaimBody[]): ClaimBody {
  return { ...shapes[shape]!, period, value };
}

function keyOf(claim: ClaimBody, fields: readonly string[]): string {
  const said: Readonly<Record<string, unknown>> = { ...claim, when: claim.period };
  return JSON.stringify([claim.kind, ...fields.map((field) => said[field] ?? null)]).toLowerCase();
}

function isSameValue(one: ClaimBody, other: ClaimBody): boolean {
  if (one.value === null || other.value === null) return one.value === other.value && one.what === other.what && one.gist === other.gist;
  if (one.value.qualifier !== other.value.qualifier || one.unit !== other.unit || one.change !== other.change) return false;
  const [a, b] = [statedInterval(measuredOf(one)), statedInterval(measuredOf(other))];
  return isSameBound(a.low, b.low) && isSameBound(a.high, b.high);
}

function isSameBound(one: Decimal | null, other: Decimal | null): boolean {
  return one === null || other === null ? one === other : one.eq(other);
}
