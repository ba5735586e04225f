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
  return { claim: { ...claim, ...basisOf(claim, reasons) }, inferred: reasons, unsure };
}

/** A statement keeps no basis of its period, and a period that was left empty has none: its reason tells why it is empty. */
function basisOf(
  claim: Readonly<Record<string, unknown>>,
  { period, when }: Readonly<Partial<Record<string, string>>>,
): Readonly<Record<string, string>> {
  if (claim['kind'] === 'figure' && claim['period'] !== undefined && period !== undefined) return { periodBasis: period };
  return claim['kind'] === 'event' && claim['when'] !== undefined && when !== undefined ? { whenBasis: when } : {};
}
