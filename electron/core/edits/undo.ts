// Takes an edit back, or brings back what was taken back: in both cases the lines of one edit are written the other way round.
// What somebody else wrote since stays: a group as they left it, a record that they wrote on, and whatever theirs rests on.
import { AppError } from '../../../shared/errors.ts';
import type { Sql } from '../store/sql.ts';
import type { EditLog } from './log.ts';
import { createReferences } from './references.ts';
import type { RawWriter } from './writer.ts';

/** `undo` reverses what `target` did; `redo` reverses its undo. @throws AppError `conflict` where it would rest on what is gone. */
export function reverse(
  sql: Sql,
  log: EditLog,
  { target, direction, writer }: { target: number; direction: 'undo' | 'redo'; writer: RawWriter },
): void {
  const doer = direction === 'undo' ? log.lastDoing(target) : log.lastUndoing(target);
  if (doer === undefined) return;
  const { runs, changes } = log.linesOf(doer);
  const isMixed = log.hasOthersSince(doer);
  const references = createReferences(sql);
  // What an edit removed must be there before its fields can be put back, and what it made goes last, those that point first.
  const [went, came] = [runs.filter((run) => run.is === 'went'), runs.filter((run) => run.is === 'came').toSorted(references.pointingFirst)];
  for (const { table, first, last } of went) writer.bringBackRun(table, first, last);
  for (const { table, n, group, before } of changes) {
    const stands = direction === 'undo' ? log.standingWriterOf(table, n, group) === doer : log.isAsLeft(doer, { table, n, group });
    if (stands && references.isThere(table, n)) writer.putGroup(table, n, group, before);
  }
  for (const { table, first, last } of came) {
    const kept = isMixed ? references.numbersPointedTo(table) : new Set<number>();
    for (const [from, to] of withoutKept(first, last, (n) => kept.has(n) || (isMixed && log.isWrittenByOthers(doer, { table, n }))))
      writer.removeRun(table, from, to);
  }
  const isLoose = isMixed && [...went, ...changes.map(({ table, n }) => ({ table, first: n, last: n }))].some(references.leadsNowhere);
  if (isLoose) throw new AppError('conflict', 'edits.overwritten', { seq: target });
}

/** Stretches of numbers from `first` to `last` without those that are kept. */
function withoutKept(first: number, last: number, isKept: (n: number) => boolean): [number, number][] {
  const stretches: [number, number][] = [];
  for (let n = first; n <= last; n += 1) {
    if (isKept(n)) continue;
    const open = stretches.at(-1);
    if (open?.[1] === n - 1) open[1] = n;
    else stretches.push([n, n]);
  }
  return stretches;
}
