// What one copy knows of a workbook, seen beside another copy. Every edit has an id; what was done and taken back while the other
// copy knew of neither has not happened, and a merge that was undone was never made (rules: merge.md).
import type { RecordTable } from '../../../shared/records/index.ts';
import { recordTables } from '../../../shared/records/index.ts';
import type { TakenEdit } from '../edits/log.ts';
import type { Sql } from '../store/sql.ts';
import { type CopyReader, createCopyReader, type LoggedEdit } from './repository.ts';

export interface Copy {
  readonly read: CopyReader;
  readonly edits: readonly LoggedEdit[];
  readonly taken: readonly TakenEdit[];
  readonly aliases: ReadonlyMap<string, string>;
  /** Groups of fields that a copy was shared without, `table group`. */
  readonly leftOut: ReadonlySet<string>;
  knows(edit: string): boolean;
  editAt(seq: number): LoggedEdit;
}

export function openCopy(sql: Sql): Copy {
  const read = createCopyReader(sql);
  const edits = read.edits();
  const taken = read.takenEdits();
  const known = new Set([...edits, ...taken].map(({ id }) => id));
  const bySeq = new Map(edits.map((edit) => [edit.seq, edit]));
  return { read, edits, taken, aliases: read.aliases(), leftOut: read.leftOut(), knows: (id) => known.has(id), editAt: (seq) => bySeq.get(seq)! };
}

/** What Assay did to a file to bring it to its format says nothing of the workbook. */
const isSaid = ({ kind }: { readonly kind: string }) => kind !== 'migrate';

/** Edits of one copy that the other does not know, the oldest first. */
export function unknownTo(other: Copy, { edits, taken }: Pick<Copy, 'edits' | 'taken'>): TakenEdit[] {
  return [...edits, ...taken].filter((edit) => isSaid(edit) && !other.knows(edit.id)).toSorted((a, b) => a.clock - b.clock || (a.id < b.id ? -1 : 1));
}

/** Records that were written by edits which the other copy does not know. */
export function writtenSince(copy: Copy, other: Copy): ReadonlyMap<RecordTable, ReadonlySet<number>> {
  const seqs = copy.edits.filter(({ id }) => !other.knows(id)).map(({ seq }) => seq);
  return seqs.length === 0 ? new Map(recordTables.map((table) => [table, new Set()])) : copy.read.touchedBy(seqs);
}

interface Line {
  readonly edit: number;
  readonly stamp: string | undefined;
}

/** A line that counts, with the id of the edit whose words it holds. */
export interface Standing {
  /** Its place among the lines that were given. */
  readonly index: number;
  readonly stamp: string;
}

/** Lines that count, of lines given newest first. */
export function standingLines(lines: readonly Line[], copy: Copy, other: Copy): Standing[] {
  const standing: Standing[] = [];
  const taken = { undo: new Map<number, number>(), doing: new Map<number, number>() };
  const skips = (of: Map<number, number>, done: number) => {
    const times = of.get(done) ?? 0;
    if (times > 0) of.set(done, times - 1);
    return times > 0;
  };
  const skipNext = (of: Map<number, number>, done: number) => of.set(done, (of.get(done) ?? 0) + 1);
  const isVoid = (a: LoggedEdit, b: LoggedEdit, done: number) => copy.editAt(done).kind === 'merge' || (!other.knows(a.id) && !other.knows(b.id));
  lines.forEach((line, index) => {
    const edit = copy.editAt(line.edit);
    const done = edit.target ?? edit.seq;
    const older = (is: (one: LoggedEdit) => boolean) => {
      for (let at = index + 1; at < lines.length; at += 1) if (is(copy.editAt(lines[at]!.edit))) return copy.editAt(lines[at]!.edit);
      return undefined;
    };
    if (edit.kind === 'undo') {
      if (skips(taken.undo, done)) return;
      const doing = older((one) => one.seq === done || (one.kind === 'redo' && one.target === done));
      if (doing !== undefined && isVoid(edit, doing, done)) {
        skipNext(taken.doing, done);
        return;
      }
    } else {
      if (skips(taken.doing, done)) return;
      const undo = edit.kind === 'redo' ? older((one) => one.kind === 'undo' && one.target === done) : undefined;
      if (undo !== undefined && isVoid(edit, undo, done)) {
        skipNext(taken.undo, done);
        return;
      }
    }
    standing.push({ index, stamp: line.stamp ?? edit.id });
  });
  return standing;
}
