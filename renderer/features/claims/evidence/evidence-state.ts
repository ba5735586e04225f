// What Evidence was asked to do from elsewhere: give a verdict, take the focus. Each ask is a new number.
import { create } from 'zustand';
import { type Selection, useWorkspace } from '../../../bridge/index.ts';

export interface EvidenceState {
  /** Shown whatever is selected, until it is let go. */
  readonly pinned: Selection | undefined;
  readonly isDeciding: boolean;
  pin(selection: Selection | undefined): void;
  setDeciding(isDeciding: boolean): void;
}

export const useEvidence = create<EvidenceState>()((set) => ({
  pinned: undefined,
  isDeciding: false,
  pin: (pinned) => set({ pinned }),
  setDeciding: (isDeciding) => set({ isDeciding }),
}));

useWorkspace.subscribe((state, before) => {
  if (state.selection !== before.selection && useEvidence.getState().pinned === undefined) useEvidence.setState({ isDeciding: false });
});

export function useIsEvidenceEmpty(): boolean {
  const isPinned = useEvidence((state) => state.pinned !== undefined);
  const isNothing = useWorkspace((state) => state.selection.type === 'none');
  return isNothing && !isPinned;
}
