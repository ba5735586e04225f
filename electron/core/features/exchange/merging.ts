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
  /** Answers what came of it, once the edit is written. */
  merge(theirs: Theirs, answers: readonly Answer[], edit: EditScope): () => MergeResult;
  compare(other: Theirs): Difference;
  /** From a past state to the present. */
  changedSince(): Difference;
  lines(): string[];
}

export function createMergeHandlers(
  files: Files,
  merging: MergeOptions,
): Pick<Handlers<'exchange'>, 'previewMerge' | 'merge' | 'compare' | 'changedSince' | 'text'> {
  const theirs = createOpenOnce(files, merging);
  return {
    previewMerge: ({ theirs: handle, answers }) => theirs.reading(handle, (opened) => merging.preview(opened, answers)),
    merge: {
      async prepare({ theirs: handle, answers }) {
        return { opened: await theirs.take(handle), answers, handle };
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
    compare: ({ other }) => theirs.reading(other, merging.compare),
    changedSince: () => merging.changedSince(),
  };
}

/** A workbook is checked once for all that is asked of it: it stays open until another is looked at, or it is merged. */
function createOpenOnce(files: Files, { open }: MergeOptions) {
  let held: { readonly file: HeldFile; readonly opened: OpenTheirs } | undefined;

  function release(): void {
    held?.opened.close();
    held = undefined;
  }

  return {
    async reading<T>(handle: string, look: (theirs: Theirs) => T): Promise<T> {
      const file = files.peek(handle);
      if (held?.file !== file) {
        const opened = await open(file);
        release();
        held = { file, opened };
      }
      return look(held.opened.theirs);
    },
    /** The caller closes it. */
    async take(handle: string): Promise<OpenTheirs> {
      const file = files.peek(handle);
      if (held?.file !== file) return open(file);
      const { opened } = held;
      held = undefined;
      return opened;
    },
  };
}
