// Counts of a workbook, kept from one opening to the next: as long as its last edit is the same they are the same.
import { workbookInfoSchema } from '../../../../shared/features/workbook/contract.ts';
import type { WorkbookCounts } from './index.ts';

export interface KnownCounts {
  /** Counted anew where it is not known for the present edit. */
  of(count: () => WorkbookCounts): WorkbookCounts;
  /** Keeps what was counted last. */
  keep(): void;
}

export interface KnownCountsOptions {
  /** Id of the last edit; undefined before the first. */
  lastEdit(): string | undefined;
  /** Supplied by the host. */
  read(edit: string): string | undefined;
  write(edit: string, counts: string): void;
}

/** Grows when the same records come to be counted otherwise. */
const form = 1;

const countsSchema = workbookInfoSchema.omit({
  id: true,
  name: true,
  schemaVersion: true,
  isReadOnly: true,
  trouble: true,
  missingEdits: true,
  syncedBy: true,
});

export function createKnownCounts({ lastEdit, read, write }: KnownCountsOptions): KnownCounts {
  let counted: { readonly edit: string; readonly counts: WorkbookCounts; readonly isKept: boolean } | undefined;

  function known(edit: string): WorkbookCounts | undefined {
    if (counted?.edit === edit) return counted.counts;
    const counts = countsIn(read(edit));
    if (counts !== undefined) counted = { edit, counts, isKept: true };
    return counts;
  }

  return {
    of(count) {
      const edit = lastEdit();
      if (edit === undefined) return count();
      const before = known(edit);
      if (before !== undefined) return before;
      const counts = count();
      counted = { edit, counts, isKept: false };
      return counts;
    },
    keep() {
      if (counted !== undefined && !counted.isKept && counted.edit === lastEdit())
        write(counted.edit, JSON.stringify({ form, counts: counted.counts }));
    },
  };
}

function countsIn(text: string | undefined): WorkbookCounts | undefined {
  try {
    const kept = JSON.parse(text ?? 'null') as { readonly form?: unknown; readonly counts?: unknown } | null;
    return kept?.form === form ? countsSchema.safeParse(kept.counts).data : undefined;
  } catch {
    return undefined;
  }
}
