// Whether the list of keys is shown.
import { create } from 'zustand';

export const useKeySheet = create<{ readonly isShown: boolean }>()(() => ({ isShown: false }));

export function showKeys(isShown: boolean): void {
  useKeySheet.setState({ isShown });
}
