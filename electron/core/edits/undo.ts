// Takes an edit back, or brings back what was taken back: in both cases the lines of one edit are written the other way round.
// A group that somebody else wrote since is left as it is.
import type { EditLog } from './log.ts';
import type { RawWriter } from './writer.ts';

/** `undo` reverses what `target` did; `redo` reverses its undo. */
export function reverse(log: EditLog, target: number, direction: 'undo' | 'redo', writer: RawWriter): void {
  const doer = direction === 'undo' ? log.lastDoing(target) : log.lastUndoing(target);
  if (doer === undefined) return;
  const { runs, changes } = log.linesOf(doer);
  // What an edit removed must be there before its fields can be put back, and what it made goes last.
  for (const { table, first, last } of runs.filter((run) => run.is === 'went')) writer.bringBackRun(table, first, last);
  for (const { table, n, group, before } of changes)
    if (direction === 'redo' || log.standingWriterOf(table, n, group) === doer) writer.putGroup(table, n, group, before);
  for (const { table, first, last } of runs.filter((run) => run.is === 'came')) writer.removeRun(table, first, last);
}
