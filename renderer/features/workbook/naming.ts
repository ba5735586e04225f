// A new workbook is named wherever one is: on the start screen or over an open workbook.
import { create } from 'zustand';
import { mayLeave } from '../../bridge/index.ts';

export const useNaming = create<{ readonly isNaming: boolean }>()(() => ({ isNaming: false }));

/** What is typed in the open workbook would go with it. */
export function nameWorkbook(): void {
  void mayLeave().then((leaves) => leaves && useNaming.setState({ isNaming: true }));
}

export function stopNaming(): void {
  useNaming.setState({ isNaming: false });
}
