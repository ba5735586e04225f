// A workbook or a spreadsheet that was dropped on an open workbook: more than one thing can be done with it.
import { create } from 'zustand';

export interface Dropped {
  readonly file: File;
  /** Adds it as a source. */
  add(): void;
}

export const useDropped = create<{ readonly dropped: Dropped | undefined }>()(() => ({ dropped: undefined }));

export function askOfDropped(dropped: Dropped): void {
  useDropped.setState({ dropped });
}

export function closeDropped(): void {
  useDropped.setState({ dropped: undefined });
}
