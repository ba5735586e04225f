// A part of the workbook for a colleague: what is in it, and the file.
import type { ShareChoice, ShareContent } from '../../../shared/features/exchange/share.ts';
import { rowPlaceOf } from '../../../shared/features/tables/row-id.ts';
import { type RecordTable, recordTables, type Stored } from '../../../shared/records/index.ts';
import { openCopy } from '../merge/knowledge.ts';
import { stateOf } from '../merge/states.ts';
import type { Sql } from '../store/sql.ts';
import { buildShare, type SharePlan, type ShareTools } from './build.ts';
import { type ChoosingParts, type Chosen, chooseRecords } from './choose.ts';
import { groupsLeftOut, isSaidIn } from './leave-out.ts';

export interface Sharing extends ShareTools, Omit<ChoosingParts, 'read'> {
  readonly sql: Sql;
  readonly workbook: SharePlan['workbook'];
  /** How many rows an imported table has, by its key. */
  rowsIn(key: string): number;
}

export function lookAtShare(choice: ShareChoice, sharing: Sharing): ShareContent {
  const plan = planOf(choice, sharing);
  const { chosen, copy, leftOut } = plan;
  const notes = groupsLeftOut(['notes']);
  const grades = groupsLeftOut(['grades']);
  const counted = (groups: ReadonlySet<string>) => {
    const shown = new Set([...groups].filter((group) => !leftOut.has(group)));
    return recordTables.reduce((sum, table) => sum + countOf(chosen, table, (record) => isSaidIn(table, record, shown)), 0);
  };
  const left = (table: RecordTable) => copy.read.all(table).length - countOf(chosen, table);
  return {
    sources: countOf(chosen, 'source'),
    claims: countOf(chosen, 'claim'),
    passages: countOf(chosen, 'passage'),
    verdicts: countOf(chosen, 'verdict') + countOf(chosen, 'event_verdict') + countOf(chosen, 'conflict_decision'),
    notes: counted(notes),
    grades: counted(grades),
    people: peopleIn(plan),
    fileNames: countOf(chosen, 'source', (source) => (source as Stored<'source'>).fileName !== null),
    tables: tablesIn(plan, sharing.rowsIn),
    leftOut: {
      sources: left('source'),
      claims: left('claim'),
      verdicts: left('verdict') + left('event_verdict') + left('conflict_decision'),
    },
  };
}

export function shareAs(choice: ShareChoice, sharing: Sharing): { bytes: Uint8Array; sources: number; claims: number } {
  const plan = planOf(choice, sharing);
  return { bytes: buildShare(plan, sharing), sources: countOf(plan.chosen, 'source'), claims: countOf(plan.chosen, 'claim') };
}

function planOf(choice: ShareChoice, { sql, workbook, ...sharing }: Sharing): SharePlan {
  const copy = openCopy(sql);
  return { workbook, copy, ...chooseRecords(choice, { ...sharing, read: copy.read }), leftOut: groupsLeftOut(choice.without) };
}

/** Of each table that goes along how many rows it has, and how many of them were asked for. */
function tablesIn({ chosen, rows }: SharePlan, rowsIn: Sharing['rowsIn']): ShareContent['tables'] {
  const titles = new Map((chosen.get('source') as readonly Stored<'source'>[]).map(({ id, title }) => [id, title]));
  const asked = rows === 'all' ? undefined : Map.groupBy(rows, ({ claim }) => rowPlaceOf(claim.id)?.key);
  return (chosen.get('table_import') as readonly Stored<'table_import'>[]).map(({ key, sourceId }) => ({
    title: titles.get(sourceId)!,
    rows: rowsIn(key),
    chosen: asked === undefined ? rowsIn(key) : (asked.get(key)?.length ?? 0),
  }));
}

function countOf(chosen: Chosen, table: RecordTable, isCounted: (record: Stored<RecordTable>) => boolean = () => true): number {
  return (chosen.get(table) ?? []).filter(isCounted).length;
}

/** Whoever wrote something of it, in the order of the alphabet. */
function peopleIn({ copy, chosen }: SharePlan): string[] {
  const authors = new Map([...copy.edits, ...copy.taken].map(({ id, author }) => [id, author]));
  const people = new Set<string>();
  for (const [table, records] of chosen) {
    for (const { id } of records) {
      const state = stateOf(copy, copy, table, copy.read.numberOf(table, id)!)!;
      for (const stamp of [state.stamp, ...[...state.groups.values()].map((group) => group.stamp)]) people.add(authors.get(stamp) ?? '');
    }
  }
  return [...people].filter((name) => name !== '').toSorted();
}
