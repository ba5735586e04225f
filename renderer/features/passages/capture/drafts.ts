// Drafts of a source, kept beside the workbook until they are captured or thrown away, so that a reload loses nothing.
import type { ClaimKind } from '../../../../shared/features/claims/model.ts';
import type { ClaimRecord, FormValues } from './form-values.ts';

/** Words of a source to be captured, in code points; with `claimId` the claim that is being changed. */
export interface CaptureTarget {
  readonly start: number;
  readonly end: number;
  readonly kind: ClaimKind;
  readonly claimId?: string;
}

export interface DraftPart {
  readonly values: FormValues;
  readonly base: ClaimRecord;
  /** Why a field was filled: field name to words. */
  readonly inferred: Readonly<Record<string, string>>;
  readonly unsure: string | null;
}

export interface KeptDraft {
  readonly target: CaptureTarget;
  readonly kind: ClaimKind;
  readonly parts: Readonly<Partial<Record<ClaimKind, DraftPart>>>;
}

export interface Drafts {
  /** Key of the draft whose form was open. */
  readonly open: string | null;
  readonly byKey: Readonly<Record<string, KeptDraft>>;
}

export const noDrafts: Drafts = { open: null, byKey: {} };

export function draftKey(target: CaptureTarget): string {
  return target.claimId ?? `${target.start}-${target.end}`;
}

/** Text that is not ours, or from an older version, counts as no drafts. */
export function readDrafts(text: string | null | undefined): Drafts {
  if (text === null || text === undefined || text === '') return noDrafts;
  try {
    const stored = JSON.parse(text) as Partial<Drafts> | null;
    if (stored === null || typeof stored !== 'object' || typeof stored.byKey !== 'object' || stored.byKey === null) return noDrafts;
    const open = typeof stored.open === 'string' && Object.hasOwn(stored.byKey, stored.open) ? stored.open : null;
    return { open, byKey: stored.byKey };
  } catch {
    return noDrafts;
  }
}

export function writeDrafts(drafts: Drafts): string | null {
  return Object.keys(drafts.byKey).length === 0 ? null : JSON.stringify(drafts);
}

export function withDraft(drafts: Drafts, draft: KeptDraft): Drafts {
  const key = draftKey(draft.target);
  return { open: key, byKey: { ...drafts.byKey, [key]: draft } };
}

export function withoutDraft(drafts: Drafts, target: CaptureTarget): Drafts {
  const { [draftKey(target)]: _gone, ...byKey } = drafts.byKey;
  return { open: null, byKey };
}
