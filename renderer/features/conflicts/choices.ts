// The verdicts that a group can be given, in the order of their keys 1, 2, 3 …
import type { ClaimRow } from '../../../shared/features/claims/contract.ts';
import { type ListedGroup, settledByVerdict } from '../../../shared/features/conflicts/contract.ts';
import type { ConflictKind } from '../../../shared/features/conflicts/model.ts';
import { letterOf } from './words.ts';

export type Choice =
  | { readonly type: 'adopt'; readonly claimId: string; readonly letter: string }
  | { readonly type: 'reading'; readonly claimId: string; readonly reading: number; readonly label: string }
  | { readonly type: 'own' | 'open' | 'not_comparable' };

/** More claims than this are a list, and the selected one can be adopted. */
export const mostCards = 4;

/** Rivals of one observation: adopting is a verdict of the ledger. */
export function observationOf(kind: ConflictKind, rows: readonly ClaimRow[]): string | undefined {
  const id = rows[0]?.observationId ?? undefined;
  return settledByVerdict.has(kind) && id !== undefined && rows.every((row) => row.observationId === id) ? id : undefined;
}

export function choicesOf(rows: readonly ClaimRow[], selectedId: string | undefined): readonly Choice[] {
  const adopt = (row: ClaimRow, index: number): Choice => ({ type: 'adopt', claimId: row.id, letter: letterOf(index) });
  const [only] = rows;
  if (only !== undefined && rows.length === 1) {
    const readings = only.observationId === null ? [] : only.readings;
    return [
      ...readings.map(({ label }, reading): Choice => ({ type: 'reading', claimId: only.id, reading, label })),
      ...(readings.length > 0 ? [] : [adopt(only, 0)]),
      { type: 'own' },
      { type: 'open' },
    ];
  }
  const adoptable = rows.map(adopt).filter((choice) => rows.length <= mostCards || (choice.type === 'adopt' && choice.claimId === selectedId));
  return [...adoptable, { type: 'own' }, { type: 'open' }, { type: 'not_comparable' }];
}

export function isSameChoice(a: Choice | undefined, b: Choice): boolean {
  if (a?.type !== b.type) return false;
  if (a.type === 'adopt' && b.type === 'adopt') return a.claimId === b.claimId;
  return a.type !== 'reading' || b.type !== 'reading' || a.reading === b.reading;
}

/** What was decided before, as a choice, so that it can be looked at and changed. */
export function choiceOf(group: ListedGroup, rows: readonly ClaimRow[]): Choice | undefined {
  const { decision } = group;
  if (decision === null) return undefined;
  if (decision.outcome !== 'adopt') return { type: decision.outcome };
  const index = rows.findIndex((row) => row.id === decision.claimId);
  return index < 0 ? undefined : { type: 'adopt', claimId: rows[index]!.id, letter: letterOf(index) };
}
