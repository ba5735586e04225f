// A row that is no record's: what it says as a claim, where it says enough to be one.
import { type ClaimBody, emptyClaim, toInput } from '../../../../../shared/features/claims/form.ts';
import type { Claim, ClaimKind } from '../../../../../shared/features/claims/model.ts';
import type { AppliedRow } from '../../../../../shared/features/exchange/applied.ts';
import type { ExportedRow } from './match-rows.ts';
import { type RowOptions, readRow } from './read-row.ts';
import type { RowView } from './row-view.ts';

export interface FreshOptions {
  readonly options: RowOptions;
  readonly name: string;
  check(body: ClaimBody): void;
}

/** The row of a record that was copied to enter another: what was not typed over is as it was there. */
export interface Template {
  readonly claim: Claim;
  readonly exported: ExportedRow;
}

/** Fields in whose cells the passage of a new claim is looked for, the most telling first. */
const telling = ['low', 'high', 'worded', 'what', 'gist', 'stage', 'stance', 'period', 'subject', 'actor', 'measure', 'topic'];

export function createFreshRows(
  kind: ClaimKind,
  { options, name, check }: FreshOptions,
): (row: RowView, template: Template | undefined) => AppliedRow | undefined {
  const at = new Map(options.heads.flatMap(({ field }, index) => (field === undefined ? [] : [[field, index] as const])));
  return (row, template) => {
    const before = template?.claim ?? emptyClaim(kind);
    const { patch, apart } = readRow(row, before, template?.exported.cells ?? [], options);
    const value = apart === undefined ? {} : { value: { low: apart.cells.low, high: apart.cells.high, qualifier: apart.cells.qualifier } };
    const body = { ...before, ...patch, ...value, captured: null, capturedReason: '' };
    const claim = withoutNulls(toInput(body as ClaimBody));
    try {
      check(body as ClaimBody);
    } catch (error) {
      const isEmpty = Object.keys(patch).length < 2;
      options.ignored.add(isEmpty ? 'own-row' : 'unreadable', name, { at: `${row.number}`, text: error instanceof Error ? error.message : '' });
      return undefined;
    }
    const cells = telling.flatMap((field) => {
      const index = at.get(field);
      return index === undefined || row.cell(index) === null ? [] : [row.place(index)!];
    });
    return { id: `${name}!${row.number}`, kind, claim, sheet: name, row: row.number, cells };
  };
}

function withoutNulls(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}
