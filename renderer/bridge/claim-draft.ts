// What the core proposes for selected words, its reasons put into words. Why a period was inferred is also the basis that the
// claim keeps: text of the user, in which the words of the source stand in quotes.
import type { Input, Output } from '../../shared/contract.ts';
import { call } from './call.ts';
import { words } from './words.ts';

export interface ClaimDraft {
  readonly claim: Readonly<Record<string, unknown>>;
  /** Why a field was filled: field name to words. */
  readonly inferred: Readonly<Record<string, string>>;
  /** The first field that could not be filled. */
  readonly unsure: string | null;
}

export async function draftClaim(input: Input<'claims.draft'>): Promise<ClaimDraft> {
  return draftInWords(await call('claims.draft', input));
}

export function draftInWords({ claim, inferred, unsure }: Output<'claims.draft'>): ClaimDraft {
  const reasons = Object.fromEntries(Object.entries(inferred).map(([field, reason]) => [field, words(reason)]));
  return { claim: { ...claim, ...basisOf(claim['kind'], reasons) }, inferred: reasons, unsure };
}

/** A statement keeps no basis of its period. */
function basisOf(kind: unknown, { period, when }: Readonly<Partial<Record<string, string>>>): Readonly<Record<string, string>> {
  if (kind === 'figure' && period !== undefined) return { periodBasis: period };
  return kind === 'event' && when !== undefined ? { whenBasis: when } : {};
}
