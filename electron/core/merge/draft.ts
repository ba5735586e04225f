// A merge in the making: what both copies hold, which records go on under which id, and what was asked so far.
import type { Answer, MergeConflict } from '../../../shared/features/exchange/merge.ts';
import { type RecordTable, recordType, type Stored } from '../../../shared/records/index.ts';
import type { Fields } from '../store/row.ts';
import { staying } from './aliases.ts';
import { createAnswers } from './answers.ts';
import { type Copy, writtenSince } from './knowledge.ts';
import { referencesIn, rewritten } from './references.ts';
import { type GroupState, type RecordState, stateOf } from './states.ts';
import { createTwins } from './twins.ts';

export interface MergeContext {
  /** Where a figure claim belongs once both copies are one; undefined for other claims. */
  observationOf(claim: Stored<'claim'>, source: (id: string) => Stored<'source'> | undefined): string | undefined;
  /** The series of a figure claim; undefined for other claims. */
  seriesOf(claim: Stored<'claim'>, source: (id: string) => Stored<'source'> | undefined): { readonly id: string; readonly label: string } | undefined;
  /** Id of the observation that a verdict was given on. */
  observationIdOf(key: Stored<'verdict'>['observation']): string;
}

export interface MergedGroup {
  readonly values: Fields;
  /** Null where the merge itself says it. */
  readonly stamp: string | null;
}

/** What becomes of a record that theirs wrote on. */
export interface MergedRecord {
  readonly table: RecordTable;
  /** The id that stays. */
  readonly id: string;
  readonly mine: RecordState | undefined;
  readonly theirs: RecordState | undefined;
  isThere: boolean;
  /** Edit with which it came or went; null where the merge decided. */
  presence: string | null;
  readonly groups: Map<string, MergedGroup>;
}

export type Side = 'mine' | 'theirs';

export const otherSide: Readonly<Record<Side, Side>> = { mine: 'theirs', theirs: 'mine' };

export class MergeDraft {
  readonly copies: Readonly<Record<Side, Copy>>;
  /** Records that each copy wrote since it knew the other, by table. */
  readonly written: Readonly<Record<Side, ReadonlyMap<RecordTable, ReadonlySet<number>>>>;
  readonly context: MergeContext;
  readonly answers: ReturnType<typeof createAnswers>;
  readonly twins: ReturnType<typeof createTwins>;
  /** Every id that does not stay, and the id that does. */
  readonly canon = new Map<string, string>();
  readonly results = new Map<string, MergedRecord>();
  /** Records of theirs that were not taken in. */
  readonly dropped = new Set<string>();
  readonly conflicts: MergeConflict[] = [];
  readonly open: MergeConflict[] = [];
  readonly #edits = new Map<string, { readonly author: string; readonly at: number }>();
  readonly #cited: Partial<Record<Side, ReadonlySet<string>>> = {};
  united = 0;
  same = 0;

  constructor(mine: Copy, theirs: Copy, { answers, context }: { answers: readonly Answer[]; context: MergeContext }) {
    this.copies = { mine, theirs };
    this.written = { mine: writtenSince(mine, theirs), theirs: writtenSince(theirs, mine) };
    this.context = context;
    this.answers = createAnswers(answers);
    this.twins = createTwins({ mine, theirs, canon: (id) => this.stays(id), observationOf: (verdict, side) => this.observationOf(verdict, side) });
    for (const { id, author, at } of [mine, theirs].flatMap((copy) => [...copy.edits, ...copy.taken])) this.#edits.set(id, { author, at });
    for (const [id, stays] of [...mine.aliases, ...theirs.aliases]) this.canon.set(id, stays);
  }

  /** The id under which a record goes on. */
  stays(id: string): string {
    return staying(id, this.canon);
  }

  state(side: Side, table: RecordTable, id: string): RecordState | undefined {
    const n = this.copies[side].read.numberOf(table, id);
    const state = n === undefined ? undefined : this.stateAt(side, table, n);
    return state?.isUnmade ? undefined : state;
  }

  stateAt(side: Side, table: RecordTable, n: number): RecordState | undefined {
    return stateOf(this.copies[side], this.copies[otherSide[side]], table, n);
  }

  result(table: RecordTable, id: string): MergedRecord | undefined {
    return this.results.get(`${table} ${this.stays(id)}`);
  }

  set(result: MergedRecord): MergedRecord {
    this.results.set(`${result.table} ${result.id}`, result);
    return result;
  }

  /** The record as it will be; undefined where it will not be there. */
  merged<T extends RecordTable>(table: T, id: string): Stored<T> | undefined {
    const result = this.result(table, id);
    if (result !== undefined) return result.isThere ? (recordOfResult(result) as Stored<T>) : undefined;
    const stays = this.stays(id);
    return this.copies.mine.read.record(table, stays);
  }

  rewrite(table: RecordTable, values: Fields): Fields {
    return rewritten(table, values, (id) => this.stays(id));
  }

  groupsOf(state: RecordState): Map<string, MergedGroup> {
    return new Map([...state.groups].map(([group, { values, stamp }]) => [group, { values: this.rewrite(state.table, values), stamp }]));
  }

  ask({ by, ...conflict }: Omit<MergeConflict, 'id' | 'by'> & { readonly by: Readonly<Record<Side, string | undefined>> }): Answer | undefined {
    const who = (stamp: string | undefined) => {
      const edit = stamp === undefined ? undefined : this.#edits.get(stamp);
      return edit === undefined ? null : { author: edit.author, at: new Date(edit.at).toISOString() };
    };
    const asked: MergeConflict = {
      id: `${conflict.kind} ${conflict.record} ${conflict.field}`,
      ...conflict,
      by: { mine: who(by.mine), theirs: who(by.theirs) },
    };
    this.conflicts.push(asked);
    const answer = this.answers.to(asked, (id) => this.stays(id));
    if (answer === undefined) this.open.push(asked);
    return answer;
  }

  /** Where a verdict stands once both are one: where its adopted claim stands. */
  observationOf(verdict: Stored<'verdict'>, side: Side): string {
    const claim =
      verdict.claimId === null ? undefined : (this.merged('claim', verdict.claimId) ?? this.copies[side].read.record('claim', verdict.claimId));
    const found = claim === undefined ? undefined : this.context.observationOf(claim, (id) => this.source(id));
    return found ?? this.context.observationIdOf(verdict.observation);
  }

  source(id: string): Stored<'source'> | undefined {
    return this.merged('source', id) ?? this.copies.theirs.read.record('source', id);
  }

  /** Whether something that the other copy does not know cites a record. */
  isCitedBy(side: Side, table: RecordTable, id: string): boolean {
    this.#cited[side] ??= this.#citedBy(side);
    return this.#cited[side].has(`${table} ${id}`);
  }

  #citedBy(side: Side): ReadonlySet<string> {
    const other = this.copies[otherSide[side]];
    const cited = new Set<string>();
    for (const [from, numbers] of this.written[side]) {
      if (!recordType(from).fields.some(({ reference }) => reference !== undefined && cites(from, reference.record as RecordTable))) continue;
      for (const n of numbers) {
        const state = this.stateAt(side, from, n);
        if (state === undefined || !state.isThere) continue;
        for (const { table, id, field } of referencesIn(from, state.record)) {
          const { group } = recordType(from).fieldNamed.get(field)!;
          if (field !== 'ground' && cites(from, table) && !other.knows(state.groups.get(group)!.stamp)) cited.add(`${table} ${id}`);
        }
      }
    }
    return cited;
  }

  rewriteResults(): void {
    for (const { table, groups } of this.results.values())
      for (const [group, { values, stamp }] of groups) groups.set(group, { values: this.rewrite(table, values), stamp });
  }

  /** The last values of a group that both copies knew. */
  base(m: GroupState, t: GroupState): Fields | undefined {
    const ofMine = m.past.find(({ stamp }) => this.copies.theirs.knows(stamp));
    return (ofMine ?? t.past.find(({ stamp }) => this.copies.mine.knows(stamp)))?.values;
  }
}

export interface Pair {
  readonly table: RecordTable;
  readonly mine: RecordState;
  readonly theirs: RecordState;
}

/** All fields of a record as it will be. */
export function recordOfResult({ id, groups }: Pick<MergedRecord, 'id' | 'groups'>): Fields {
  return Object.assign({ id }, ...[...groups.values()].map(({ values }) => values)) as Fields;
}

/** Edit that wrote on the record last. */
export function newest({ groups, stamp }: RecordState): string {
  return [...groups.values()].map((one) => one.stamp).reduce((a, b) => (a > b ? a : b), stamp);
}

/** What counts as citing: claims on a source; verdicts, marks and the like on a claim; hypotheses on a matrix, marks on a hypothesis. */
export function cites(from: RecordTable, to: RecordTable): boolean {
  if (to === 'passage') return false;
  return from !== 'passage' && from !== 'source' && recordType(from).fields.some(({ reference }) => reference?.record === to);
}
