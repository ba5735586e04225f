// A new workbook is named wherever one is: on the start screen or over an open workbook.
import { create } from 'zustand';

export const useNaming = create<{ readonly isNaming: boolean }>()(() => ({ isNaming: false }));

export function nameWorkbook(): void {
  useNaming.setState({ isNaming: true });
}

export function stopNaming(): void {
  useNaming.setState({ isNaming: false });
}
