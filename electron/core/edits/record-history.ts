// The history of records as people read it: field by field, what was and what came, with the edit that did it.
import type { Edit, RecordChange } from '../../../shared/features/history/contract.ts';
import { type RecordTable, recordTables } from '../../../shared/records/index.ts';
import { groupsOf, ownForms } from '../store/record-form.ts';
import { fromColumn } from '../store/row.ts';
import type { Sql } from '../store/sql.ts';
import type { EditLog } from './log.ts';
import { createStateReader, groupAfter, type Known, type Line, recordAt } from './states.ts';
import { whole } from './whole.ts';

export interface RecordHistory {
  /** What one edit changed; the first thousand. */
  ofEdit(seq: number): RecordChange[];
  /** Newest first. */
  ofRecord(options: { record: string; field: string | undefined; limit: number }): RecordChange[];
}

const mostOfEdit = 1000;

export function createRecordHistory(sql: Sql, log: EditLog): RecordHistory {
  const states = createStateReader(sql);

  /** @throws AppError `damaged` where the log tells of a record that is nowhere. */
  const know = (table: RecordTable, n: number): Known =>
    whole(
      [states.know(table, n)].flatMap((known) => known ?? []),
      1,
      'records',
    )[0]!;

  /** What a merge took in was written by somebody else, at another time. */
  function whoWrote(edit: Edit, stamp: string | undefined): Head {
    const taken = stamp === undefined ? undefined : log.takenEdit(stamp);
    return taken === undefined ? headOf(edit) : { seq: edit.seq, label: taken.label, author: taken.author, at: new Date(taken.at).toISOString() };
  }

  function find(id: string): { known: Known; n: number } | undefined {
    for (const table of recordTables) {
      const n = states.numberOf(table, id);
      if (n !== undefined) return { known: know(table, n), n };
    }
    return undefined;
  }

  return {
    ofEdit(seq) {
      const edit = log.find(seq);
      if (edit === undefined) return [];
      const { runs, changes } = log.linesOf(seq);
      const described: RecordChange[] = [];
      for (const { table, is, first, last } of runs)
        for (let n = first; n <= last && described.length < mostOfEdit; n += 1) described.push(wholeChange(headOf(edit), know(table, n), is));
      for (const { table, n, group } of changes) {
        if (described.length >= mostOfEdit) break;
        const known = know(table, n);
        const line = known.lines.find((one) => one.edit === seq && one.group === group);
        if (line !== undefined) described.push(...fieldChanges(headOf(edit), known, line));
      }
      return described.slice(0, mostOfEdit);
    },
    ofRecord({ record, field, limit }) {
      const found = find(record);
      if (found === undefined) return [];
      const { known, n } = found;
      const came = new Map(states.comings(known.table, n).map((one) => [one.edit, one]));
      const seqs = [...new Set([...known.lines.map((line) => line.edit), ...came.keys()])].sort((a, b) => b - a);
      const changes: RecordChange[] = [];
      for (const seq of seqs) {
        if (changes.length >= limit) break;
        const edit = log.find(seq);
        const whole = came.get(seq);
        if (edit === undefined) continue;
        const own = known.lines.filter((line) => line.edit === seq).flatMap((line) => fieldChanges(whoWrote(edit, line.stamp), known, line));
        changes.push(...own.filter((one) => field === undefined || one.field === field));
        if (whole !== undefined) changes.push(wholeChange(whoWrote(edit, whole.stamp), known, whole.is));
      }
      return changes.slice(0, limit);
    },
  };
}

type Head = Pick<RecordChange, 'seq' | 'label' | 'author' | 'at'>;

function headOf({ seq, label, author, at }: Edit): Head {
  return { seq, label, author, at };
}

function fieldChanges(head: Head, known: Known, { group, before, edit: seq }: Line): RecordChange[] {
  const after = groupAfter(known, group, seq);
  const fields = groupsOf(ownForms[known.table]!).get(group) ?? [];
  return fields.flatMap((field, index) => {
    const [old, now] = [fromColumn(field, before[index] ?? null), fromColumn(field, after[index] ?? null)];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    return [{ ...head, table: known.table, recordId: known.id, field: field.name, old, new: now }];
  });
}

function wholeChange(head: Head, known: Known, is: 'came' | 'went'): RecordChange {
  const record = recordAt(known, head.seq);
  const change = is === 'came' ? { old: null, new: record } : { old: record, new: null };
  return { ...head, table: known.table, recordId: known.id, field: '*', ...change };
}
