import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSetting } from '../../../bridge/index.ts';
import { type CaptureTarget, type Drafts, draftKey, type KeptDraft, noDrafts, readDrafts, withDraft, withoutDraft, writeDrafts } from './drafts.ts';

export interface DraftShelf {
  /** undefined until the kept drafts were read. */
  readonly drafts: Drafts | undefined;
  find(target: CaptureTarget): KeptDraft | undefined;
  keep(draft: KeptDraft): void;
  drop(target: CaptureTarget): void;
  /** The form is closed; its draft stays. */
  leave(): void;
}

export function useDrafts(sourceId: string): DraftShelf {
  const setting = useSetting(`draft:${sourceId}`);
  const { value, set } = setting;
  const drafts = useMemo(() => (value === undefined ? undefined : readDrafts(value)), [value]);
  const latest = useRef<Drafts>(noDrafts);
  useEffect(() => {
    latest.current = drafts ?? noDrafts;
  }, [drafts]);
  const change = useCallback(
    (next: Drafts) => {
      latest.current = next;
      set(writeDrafts(next));
    },
    [set],
  );
  return useMemo(
    () => ({
      drafts,
      find: (target) => latest.current.byKey[draftKey(target)],
      keep: (draft) => change(withDraft(latest.current, draft)),
      drop: (target) => change(withoutDraft(latest.current, target)),
      leave: () => change({ ...latest.current, open: null }),
    }),
    [drafts, change],
  );
}
