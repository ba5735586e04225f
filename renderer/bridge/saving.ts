import { create } from 'zustand';

/** Commands under way: what the title bar's "Saved" waits for. */
export const useSaving = create<{ readonly running: number }>()(() => ({ running: 0 }));

export function countSaving(step: 1 | -1): void {
  useSaving.setState(({ running }) => ({ running: running + step }));
}
