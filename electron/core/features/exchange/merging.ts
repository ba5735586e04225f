// Calls that take another workbook in or compare it with this one.
import type { Answer, Difference, MergeResult } from '../../../../shared/features/exchange/merge.ts';
import type { Handlers } from '../../dispatch.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { Files, HeldFile } from '../../host.ts';
import type { Sql } from '../../store/sql.ts';

/** A workbook that was handed over, opened to be read. */
export interface Theirs {
  readonly sql: Sql;
  readonly id: string;
  readonly name: string;
}

export interface OpenTheirs {
  readonly theirs: Theirs;
  close(): void;
}

/** Supplied by the core: reading what a stranger wrote, and the rules of a merge. */
export interface MergeOptions {
  /** @throws AppError `not-a-workbook`, `newer-workbook`, `damaged` or `limit` */
  open(file: HeldFile): Promise<OpenTheirs>;
  preview(theirs: Theirs, answers: readonly Answer[]): MergeResult;
  merge(theirs: Theirs, answers: readonly Answer[], edit: EditScope): MergeResult;
  compare(other: Theirs): Difference;
  lines(): string[];
}

export function createMergeHandlers(files: Files, merging: MergeOptions): Pick<Handlers<'exchange'>, 'previewMerge' | 'merge' | 'compare' | 'text'> {
  async function reading<T>(handle: string, look: (theirs: Theirs) => T): Promise<T> {
    const opened = await merging.open(files.peek(handle));
    try {
      return look(opened.theirs);
    } finally {
      opened.close();
    }
  }
  return {
    previewMerge: ({ theirs, answers }) => reading(theirs, (opened) => merging.preview(opened, answers)),
    merge: {
      async prepare({ theirs, answers }) {
        return { opened: await merging.open(files.peek(theirs)), answers, handle: theirs };
      },
      write({ opened, answers, handle }: { opened: OpenTheirs; answers: readonly Answer[]; handle: string }, edit) {
        try {
          const result = merging.merge(opened.theirs, answers, edit);
          files.drop(handle);
          return result;
        } finally {
          opened.close();
        }
      },
    },
    text: () => ({ lines: merging.lines() }),
    compare: ({ other }) => reading(other, merging.compare),
  };
}
