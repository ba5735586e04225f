// Filters on what a claim has of its observation. State and rivals are computed and stand in no column, so the claims that
// answer to such a filter are named one by one; the list is kept until the workbook changes.
import { AppError } from '../../../../shared/errors.ts';
import type { Claim, ClaimKind } from '../../../../shared/features/claims/model.ts';
import type { Filter } from '../../../../shared/rpc.ts';
import type { ClaimReader } from './reader.ts';
import type { ObservationOf } from './rows.ts';

const fields: Readonly<Record<string, (observation: ReturnType<ObservationOf>) => string | number | null>> = {
  state: (observation) => observation?.state ?? null,
  rivals: (observation) => (observation === undefined ? 0 : observation.claims.length - 1),
};

export function isObserved({ field }: Filter): boolean {
  return Object.hasOwn(fields, field);
}

/** Ids of the claims of a kind that answer to all of the filters. */
export function createObservedFilter(reader: Pick<ClaimReader, 'all' | 'version'>, observationOf: ObservationOf) {
  let kept: { readonly version: number; readonly asked: string; readonly ids: readonly string[] } | undefined;
  return function idsOf(kind: ClaimKind, filters: readonly Filter[]): readonly string[] {
    const asked = JSON.stringify([kind, filters]);
    if (kept?.version === reader.version() && kept.asked === asked) return kept.ids;
    const tests = filters.map(testOf);
    const answers = (claim: Claim) => {
      const observation = observationOf(claim.id);
      return tests.every(({ field, isMet }) => isMet(fields[field]!(observation)));
    };
    const ids = reader
      .all()
      .filter((claim) => claim.kind === kind && answers(claim))
      .map((claim) => claim.id);
    kept = { version: reader.version(), asked, ids };
    return kept.ids;
  };
}

/** @throws AppError `invalid-input` for a comparison that says nothing of such a field. */
function testOf({ field, op, value }: Filter): { field: string; isMet(held: string | number | null): boolean } {
  const wanted = Array.isArray(value) ? value : [value ?? ''];
  const number = Number(wanted[0]);
  const tests: Partial<Record<Filter['op'], (held: string | number | null) => boolean>> = {
    equals: (held) => String(held ?? '') === wanted[0],
    notEquals: (held) => String(held ?? '') !== wanted[0],
    in: (held) => wanted.includes(String(held ?? '')),
    blank: (held) => held === null || held === 0,
    notBlank: (held) => held !== null && held !== 0,
    ...(field === 'rivals' && wanted[0] !== '' && Number.isFinite(number)
      ? { greaterThan: (held) => Number(held) > number, lessThan: (held) => Number(held) < number }
      : {}),
  };
  const isMet = tests[op];
  if (isMet === undefined) throw new AppError('invalid-input', 'claims.noFilter', { field, op });
  return { field, isMet };
}
