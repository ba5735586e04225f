// What is about to be handed over: kept while the dialog is open.
import { create } from 'zustand';
import type { ExportFormat } from '../../../shared/features/exchange/contract.ts';

/** `part`: a workbook for a colleague. */
export type OutKind = ExportFormat | 'part';

export const useOut = create<{ readonly kind: OutKind | undefined }>()(() => ({ kind: undefined }));

export function openOut(kind: OutKind): void {
  useOut.setState({ kind });
}

export function closeOut(): void {
  useOut.setState({ kind: undefined });
}
