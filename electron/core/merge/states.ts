// A record as one copy holds it, group by group: what it says, which edit said so, and what it said before.
import { type RecordTable, recordType } from '../../../shared/records/index.ts';
import { groupsOf, ownForms } from '../store/record-form.ts';
import { type Fields, fromColumn } from '../store/row.ts';
import type { SqlValue } from '../store/sql.ts';
import { type Copy, standingLines } from './knowledge.ts';
import type { GroupLine, LoggedRecord } from './repository.ts';

export interface GroupState {
  readonly stamp: string;
  readonly values: Fields;
  /** This state and those before it, newest first. */
  readonly past: readonly { readonly stamp: string; readonly values: Fields }[];
}

export interface RecordState {
  readonly table: RecordTable;
  readonly id: string;
  readonly n: number;
  readonly isThere: boolean;
  /** It is not there, and no edit that counts ever made it: it came with a merge that was undone. */
  readonly isUnmade: boolean;
  /** Edit with which it came or went last. */
  readonly stamp: string;
  /** Number of that edit in its copy. */
  readonly edit: number;
  readonly record: Fields;
  readonly groups: ReadonlyMap<string, GroupState>;
}

export function stateOf(copy: Copy, other: Copy, table: RecordTable, n: number): RecordState | undefined {
  const logged = copy.read.find(table, n);
  if (logged === undefined) return undefined;
  const presence = standingLines(logged.comings, copy, other)[0];
  const latest = logged.comings[presence?.index ?? 0];
  const born = bornStamp(logged, copy);
  const groups = new Map([...groupsOf(ownForms[table]!).keys()].map((group) => [group, groupState(logged, group, { copy, other, born })] as const));
  return {
    table,
    id: logged.id,
    n,
    isThere: logged.isThere,
    isUnmade: !logged.isThere && presence === undefined,
    stamp: presence?.stamp ?? born,
    edit: latest?.edit ?? Number(logged.row.born),
    record: copy.read.rowOf(table, logged.row),
    groups,
  };
}

function bornStamp({ row, comings }: LoggedRecord, copy: Copy): string {
  const seq = Number(row.born);
  return comings.find((line) => line.edit === seq && line.is === 'came')?.stamp ?? copy.editAt(seq).id;
}

function groupState(
  { table, row, lines }: LoggedRecord,
  group: string,
  { copy, other, born }: { copy: Copy; other: Copy; born: string },
): GroupState {
  const fields = groupsOf(ownForms[table]!).get(group)!;
  const own = lines.filter((line) => line.group === group);
  const now = fields.map(({ column }) => row[column] ?? null);
  const after = (index: number): readonly SqlValue[] => (index === 0 ? now : own[index - 1]!.before);
  const decode = (columns: readonly SqlValue[]): Fields =>
    Object.fromEntries(fields.map((field, index) => [field.name, fromColumn(field, columns[index] ?? null)]));
  const standing = standingLines(own, copy, other);
  const past = standing.map(({ index, stamp }) => ({ stamp, values: decode(after(index)) }));
  const first = (own.at(-1) as GroupLine | undefined)?.before ?? now;
  const states = [...past, { stamp: born, values: decode(first) }];
  return { ...states[0]!, values: decode(now), past: states };
}

/** Fields of a group that say something else than nothing. */
export function isSaid(table: RecordTable, values: Fields): boolean {
  const type = recordType(table);
  return Object.entries(values).some(([name, value]) => {
    const usual = type.fieldNamed.get(name)?.default;
    return usual === undefined || JSON.stringify(value) !== JSON.stringify(usual);
  });
}

/** Whether a copy holds a record or ever did. */
export function isEverIn(copy: Copy, other: Copy, table: RecordTable, id: string): boolean {
  const n = copy.read.numberOf(table, id);
  if (n === undefined) return false;
  const logged = copy.read.find(table, n)!;
  return logged.isThere || standingLines(logged.comings, copy, other).length > 0;
}
