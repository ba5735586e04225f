// Fields that stay at home: the copy holds what a field says when nobody said anything, and knows that it was left out.
import type { Leavable } from '../../../shared/features/exchange/share.ts';
import { type RecordTable, recordTables, recordType } from '../../../shared/records/index.ts';

/** Fields of each table, by the group in which they stand alone. */
export function groupsLeftOut(without: readonly Leavable[]): ReadonlySet<string> {
  const groups = new Set<string>();
  if (without.includes('notes'))
    for (const table of recordTables) for (const { name, group } of recordType(table).fields) if (isNote(name)) groups.add(leftOutKey(table, group));
  if (without.includes('grades')) for (const [table, group] of grades) groups.add(leftOutKey(table, group));
  return groups;
}

export function leftOutKey(table: string, group: string): string {
  return `${table} ${group}`;
}

/** Says of a copy that it holds nothing of what was read: it is no part that merges back. */
export const blindMark = 'blind *';

const isNote = (field: string) => field === 'note' || field === 'comment';
const grades = [
  ['source', 'grade'],
  ['claim', 'credibility'],
] as const satisfies readonly (readonly [RecordTable, string])[];

/** The record as the copy holds it. */
export function withoutGroups<T extends object>(table: RecordTable, record: T, leftOut: ReadonlySet<string>): T {
  const { fields } = recordType(table);
  const blank = fields.filter(({ group }) => leftOut.has(leftOutKey(table, group)));
  return blank.length === 0 ? record : { ...record, ...Object.fromEntries(blank.map(({ name, default: usual }) => [name, usual])) };
}

/** Whether a record says something in one of the groups. */
export function isSaidIn(table: RecordTable, record: object, groups: ReadonlySet<string>): boolean {
  return recordType(table).fields.some(
    ({ name, group, default: usual }) =>
      groups.has(leftOutKey(table, group)) && JSON.stringify((record as Record<string, unknown>)[name]) !== JSON.stringify(usual),
  );
}
