// The form's state: one part a kind, filled from the text (or from the claim that is being changed) when first shown.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../../shared/errors.ts';
import type { ClaimKind } from '../../../../shared/features/claims/model.ts';
import { call, draftClaim } from '../../../bridge/index.ts';
import type { CaptureTarget, DraftPart, KeptDraft } from './drafts.ts';
import { type ClaimRecord, type FormValues, valuesOf } from './form-values.ts';

const keepDelayMs = 80;
const sharedFields = ['saidBy', 'via', 'madeOn', 'madeOnBasis', 'credibility', 'hedge', 'note', 'tags'] as const;

type Parts = Partial<Record<ClaimKind, DraftPart>>;

export interface Draft {
  readonly kind: ClaimKind;
  readonly part: DraftPart | undefined;
  readonly isRestored: boolean;
  readonly isDirty: boolean;
  readonly error: AppError | undefined;
  setKind(kind: ClaimKind): void;
  change(fields: Partial<FormValues>): void;
  startOver(): void;
}

export interface DraftSource {
  readonly sourceId: string;
  readonly target: CaptureTarget;
  readonly kept: KeptDraft | undefined;
  keep(draft: KeptDraft): void;
  drop(target: CaptureTarget): void;
}

export function useDraft({ sourceId, target, kept, keep, drop }: DraftSource): Draft {
  const [kind, setKindState] = useState<ClaimKind>(kept?.kind ?? target.kind);
  const [parts, setParts] = useState<Parts>(kept?.parts ?? {});
  const [isDirty, setDirty] = useState(kept !== undefined);
  const [isRestored, setRestored] = useState(kept !== undefined);
  const [error, setError] = useState<AppError>();
  const part = parts[kind];

  useEffect(() => {
    if (part !== undefined) return;
    let isCurrent = true;
    proposePart(sourceId, target, kind)
      .then((proposed) => isCurrent && setParts((before) => ({ ...before, [kind]: withShared(proposed, before) })))
      .catch((failure: AppError) => isCurrent && setError(failure));
    return () => {
      isCurrent = false;
    };
  }, [part, sourceId, target, kind]);

  const keepLatest = useRef(keep);
  keepLatest.current = keep;
  useEffect(() => {
    if (!isDirty) return;
    const timer = setTimeout(() => keepLatest.current({ target, kind, parts }), keepDelayMs);
    return () => clearTimeout(timer);
  }, [isDirty, target, kind, parts]);

  const setKind = useCallback((next: ClaimKind) => setKindState(next), []);
  const change = useCallback(
    (fields: Partial<FormValues>) => {
      setDirty(true);
      setParts((before) => {
        const current = before[kind];
        return current === undefined ? before : { ...before, [kind]: { ...current, values: { ...current.values, ...fields } } };
      });
    },
    [kind],
  );
  const startOver = useCallback(() => {
    drop(target);
    setDirty(false);
    setRestored(false);
    setParts({});
  }, [drop, target]);
  return { kind, part, isRestored, isDirty, error, setKind, change, startOver };
}

async function proposePart(sourceId: string, target: CaptureTarget, kind: ClaimKind): Promise<DraftPart> {
  if (target.claimId !== undefined && kind === target.kind) {
    const { claim } = await call('claims.trace', { id: target.claimId, context: 0 });
    return { base: claim as ClaimRecord, values: valuesOf(kind, claim as ClaimRecord), inferred: {}, unsure: null };
  }
  const proposed = await draftClaim({ sourceId, start: target.start, end: target.end, kind });
  return { base: proposed.claim, values: valuesOf(kind, proposed.claim), inferred: proposed.inferred, unsure: proposed.unsure };
}

/** Who said it and how sure it is were typed once: they go along when the kind changes. */
function withShared(proposed: DraftPart, before: Parts): DraftPart {
  const other = Object.values(before)[0];
  if (other === undefined) return proposed;
  const shared = Object.fromEntries(sharedFields.map((field) => [field, other.values[field]]));
  return { ...proposed, values: { ...proposed.values, ...shared } };
}
