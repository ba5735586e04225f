// Two copies of a workbook into one, rule by rule as merge.md has them: which records are one, what each group says, what is
// asked. Nothing is written here, nothing is decided by a clock, and from both sides the same comes out.
import type { Answer, MergeConflict, MergeKind, Take } from '../../../shared/features/exchange/merge.ts';
import { type RecordTable, recordTables, recordType, type Stored } from '../../../shared/records/index.ts';
import type { Fields } from '../store/row.ts';
import { createAnswers } from './answers.ts';
import { joined, mergeSets, same, shown, withoutAttribution } from './fields.ts';
import { type Copy, writtenSince } from './knowledge.ts';
import { contradictions } from './names.ts';
import { hardReferences, referencesIn, rewritten } from './references.ts';
import { type GroupState, isEverIn, isSaid, type RecordState, stateOf } from './states.ts';
import { createTwins } from './twins.ts';

export interface MergeContext {
  /** Where a figure claim belongs once both copies are one; undefined for other claims. */
  observationOf(claim: Stored<'claim'>, source: (id: string) => Stored<'source'> | undefined): string | undefined;
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

export interface MergePlan {
  readonly conflicts: readonly MergeConflict[];
  /** Conflicts without an answer. */
  readonly open: readonly MergeConflict[];
  readonly unusedAnswers: readonly Answer[];
  readonly records: readonly MergedRecord[];
  readonly aliases: ReadonlyMap<string, string>;
  readonly united: number;
  readonly same: number;
  readonly answers: readonly { readonly conflict: MergeConflict; readonly answer: Answer }[];
}

export function planMerge(mine: Copy, theirs: Copy, { answers: given, context }: { answers: readonly Answer[]; context: MergeContext }): MergePlan {
  return new Planner(mine, theirs, given, context).plan();
}

type Side = 'mine' | 'theirs';

class Planner {
  readonly #copies: Readonly<Record<Side, Copy>>;
  readonly #written: Readonly<Record<Side, ReadonlyMap<RecordTable, ReadonlySet<number>>>>;
  readonly #context: MergeContext;
  readonly #answers: ReturnType<typeof createAnswers>;
  readonly #twins: ReturnType<typeof createTwins>;
  /** Every id that does not stay, and the id that does. */
  readonly #canon = new Map<string, string>();
  readonly #results = new Map<string, MergedRecord>();
  /** Records of theirs that were not taken in. */
  readonly #dropped = new Set<string>();
  readonly #conflicts: MergeConflict[] = [];
  readonly #open: MergeConflict[] = [];
  readonly #edits = new Map<string, { readonly author: string; readonly at: number }>();
  #united = 0;
  #same = 0;

  constructor(mine: Copy, theirs: Copy, given: readonly Answer[], context: MergeContext) {
    this.#copies = { mine, theirs };
    this.#written = { mine: writtenSince(mine, theirs), theirs: writtenSince(theirs, mine) };
    this.#context = context;
    this.#answers = createAnswers(given);
    this.#twins = createTwins({ mine, theirs, canon: (id) => this.#stays(id), observationOf: (verdict, side) => this.#observationOf(verdict, side) });
    for (const { id, author, at } of [mine, theirs].flatMap((copy) => [...copy.edits, ...copy.taken])) this.#edits.set(id, { author, at });
    for (const [id, stays] of [...mine.aliases, ...theirs.aliases]) this.#canon.set(id, stays);
  }

  plan(): MergePlan {
    for (const table of recordTables) this.#mergeTable(table);
    this.#askOfReadings();
    this.#askOfNames();
    this.#askOfDeprecated();
    this.#keepWhatIsRestedOn();
    this.#renumber();
    return {
      conflicts: this.#conflicts,
      open: this.#open,
      unusedAnswers: this.#answers.unused(),
      records: [...this.#results.values()],
      aliases: new Map([...this.#canon].map(([id]) => [id, this.#stays(id)])),
      united: this.#united,
      same: this.#same,
      answers: this.#answers.used(),
    };
  }

  /** The id under which a record goes on. */
  #stays(id: string): string {
    let at = id;
    for (let next = this.#canon.get(at); next !== undefined && next !== at; next = this.#canon.get(at)) at = next;
    return at;
  }

  #state(side: Side, table: RecordTable, id: string): RecordState | undefined {
    const n = this.#copies[side].read.numberOf(table, id);
    const state = n === undefined ? undefined : this.#stateAt(side, table, n);
    return state?.isUnmade ? undefined : state;
  }

  #stateAt(side: Side, table: RecordTable, n: number): RecordState | undefined {
    return stateOf(this.#copies[side], this.#copies[side === 'mine' ? 'theirs' : 'mine'], table, n);
  }

  #result(table: RecordTable, id: string): MergedRecord | undefined {
    return this.#results.get(`${table} ${this.#stays(id)}`);
  }

  #set(result: MergedRecord): MergedRecord {
    this.#results.set(`${result.table} ${result.id}`, result);
    return result;
  }

  /** The record as it will be; undefined where it will not be there. */
  #merged<T extends RecordTable>(table: T, id: string): Stored<T> | undefined {
    const result = this.#result(table, id);
    if (result !== undefined) return result.isThere ? (recordOfResult(result) as Stored<T>) : undefined;
    const stays = this.#stays(id);
    return this.#copies.mine.read.record(table, stays);
  }

  #mergeTable(table: RecordTable): void {
    const states = [...this.#written.theirs.get(table)!].flatMap((n) => this.#stateAt('theirs', table, n) ?? []);
    for (const theirs of states.toSorted((a, b) => (a.id < b.id ? -1 : 1))) this.#mergeOne(table, theirs);
    // What mine removed and something new of theirs rests on was asked there; what theirs has otherwise is merged above.
  }

  #mergeOne(table: RecordTable, theirs: RecordState): void {
    if (theirs.isUnmade || (!theirs.isThere && this.#copies.theirs.aliases.has(theirs.id))) return;
    if (theirs.isThere) this.#askOfWhatItCites(table, theirs);
    const own = this.#counterpart(table, theirs);
    if (own === undefined) {
      if (theirs.isThere) this.#takeNew(table, theirs);
      return;
    }
    if (own.id !== theirs.id) this.#unite(own, theirs);
    const pair = { table, mine: own, theirs };
    if (own.isThere && theirs.isThere) this.#mergePair(pair);
    else if (own.isThere !== theirs.isThere) this.#mergeRemoved(pair);
  }

  /** The record of mine that this is, whatever its id. */
  #counterpart(table: RecordTable, theirs: RecordState): RecordState | undefined {
    const byId = this.#state('mine', table, theirs.id);
    const alias = this.#copies.mine.aliases.get(theirs.id);
    if (alias !== undefined && byId?.isThere !== true) return this.#state('mine', table, this.#stays(alias));
    if (byId !== undefined || !theirs.isThere) return byId;
    const formerly = [...this.#copies.theirs.aliases].filter(([, stays]) => stays === theirs.id).map(([id]) => id);
    const known = formerly.flatMap((id) => this.#state('mine', table, id) ?? []).find((one) => one.isThere);
    if (known !== undefined) return known;
    const twin = this.#twins.find(table, theirs);
    return twin === undefined ? undefined : this.#state('mine', table, twin);
  }

  /** What something new of theirs cites, and mine removed. */
  #askOfWhatItCites(table: RecordTable, theirs: RecordState): void {
    for (const { table: to, id, field } of referencesIn(table, theirs.record)) {
      if (field === 'ground' || !cites(table, to) || recordType(table).fieldNamed.get(field)!.reference!.isLoose === false) continue;
      const group = theirs.groups.get(recordType(table).fieldNamed.get(field)!.group)!;
      if (this.#copies.mine.knows(group.stamp)) continue;
      const [own, other] = [this.#state('mine', to, this.#stays(id)), this.#state('theirs', to, id)];
      if (own !== undefined && !own.isThere && other?.isThere && !this.#copies.theirs.knows(own.stamp))
        this.#askOfCited({ table: to, mine: own, theirs: other });
    }
  }

  #unite(own: RecordState, theirs: RecordState): void {
    if (this.#stays(own.id) === this.#stays(theirs.id)) return;
    const [stays, goes] = own.id < theirs.id ? [own.id, theirs.id] : [theirs.id, own.id];
    this.#canon.set(goes, stays);
    this.#united += 1;
  }

  #takeNew(table: RecordTable, theirs: RecordState): void {
    if (!this.#canRest(table, theirs.record)) {
      this.#dropped.add(`${table} ${theirs.id}`);
      return;
    }
    this.#set({
      table,
      id: theirs.id,
      mine: undefined,
      theirs,
      isThere: true,
      presence: theirs.stamp,
      groups: this.#groupsOf(theirs),
    });
  }

  #groupsOf(state: RecordState): Map<string, MergedGroup> {
    return new Map([...state.groups].map(([group, { values, stamp }]) => [group, { values: this.#rewrite(state.table, values), stamp }]));
  }

  #rewrite(table: RecordTable, values: Fields): Fields {
    return rewritten(table, values, (id) => this.#stays(id));
  }

  /** Whether all that a record of theirs must rest on will be there; what mine removed is asked of or brought back. */
  #canRest(table: RecordTable, record: Fields): boolean {
    let can = true;
    for (const { table: to, id } of hardReferences(table, record)) {
      if (this.#dropped.has(`${to} ${id}`)) return false;
      const target = this.#result(to, id);
      if (target !== undefined ? target.isThere : this.#copies.mine.read.isThere(to, this.#stays(id))) continue;
      if (target !== undefined) return false;
      const [own, other] = [this.#state('mine', to, this.#stays(id)), this.#state('theirs', to, id)];
      if (own === undefined || other === undefined || !other.isThere) return false;
      if (to !== 'passage') can = this.#askOfCited({ table: to, mine: own, theirs: other }) && can;
      else if (this.#canRest(to, other.record)) this.#bringBack(own, other);
      else can = false;
    }
    return can;
  }

  // ---- records that both hold

  #mergePair({ table, mine, theirs }: Pair): void {
    const id = this.#stays(mine.id);
    const result: MergedRecord = { table, id, mine, theirs, isThere: true, presence: mine.stamp, groups: new Map() };
    this.#set(result);
    const isUnited = mine.id !== theirs.id;
    const before = this.#conflicts.length;
    for (const group of mine.groups.keys()) result.groups.set(group, this.#mergeGroup(result, group, isUnited));
    const isSame = [...result.groups].every(([group, { values }]) => same(table, values, this.#rewrite(table, mine.groups.get(group)!.values)));
    if (isSame && this.#conflicts.length === before) this.#same += 1;
  }

  #mergeGroup(result: MergedRecord, group: string, isUnited: boolean): MergedGroup {
    const { table } = result;
    const [m, t] = [result.mine!.groups.get(group)!, result.theirs!.groups.get(group)!];
    const [mv, tv] = [this.#rewrite(table, m.values), this.#rewrite(table, t.values)];
    const isKnown = { mine: this.#copies.theirs.knows(m.stamp), theirs: this.#copies.mine.knows(t.stamp) };
    const first = m.stamp <= t.stamp ? { values: mv, stamp: m.stamp } : { values: tv, stamp: t.stamp };
    if (same(table, mv, tv)) {
      if (isKnown.mine !== isKnown.theirs) return isKnown.mine ? { values: tv, stamp: t.stamp } : { values: mv, stamp: m.stamp };
      return { values: first.values, stamp: first.stamp };
    }
    if (isUnited && this.#isKeyGroup(result, group)) {
      const older = result.mine!.id < result.theirs!.id;
      return older ? { values: mv, stamp: m.stamp } : { values: tv, stamp: t.stamp };
    }
    if (isKnown.mine && !isKnown.theirs) return { values: tv, stamp: t.stamp };
    if (isKnown.theirs && !isKnown.mine) return { values: mv, stamp: m.stamp };
    const base = isUnited ? undefined : this.#base(m, t);
    return this.#bothSaid(result, group, { m, t, mv, tv, base, first });
  }

  #bothSaid(
    result: MergedRecord,
    group: string,
    { m, t, mv, tv, base, first }: { m: GroupState; t: GroupState; mv: Fields; tv: Fields; base: Fields | undefined; first: MergedGroup },
  ): MergedGroup {
    const { table } = result;
    const type = recordType(table);
    const names = Object.keys(mv);
    if (names.every((name) => type.sets?.includes(name))) {
      const values = mergeSets(mv, tv, base === undefined ? undefined : this.#rewrite(table, base));
      if (same(table, values, mv)) return { values: mv, stamp: m.stamp };
      return same(table, values, tv) ? { values: tv, stamp: t.stamp } : { values, stamp: null };
    }
    if (base === undefined && !isSaid(table, mv)) return { values: tv, stamp: t.stamp };
    if (base === undefined && !isSaid(table, tv)) return { values: mv, stamp: m.stamp };
    if (names.every((name) => type.renumbered?.includes(name)) || Object.keys(withoutAttribution(mv)).length === 0) return first;
    const together = joined(table, mv, tv);
    if (together !== undefined) return { values: together, stamp: null };
    const follows = this.#followsText(result, group, mv, tv);
    if (follows !== undefined) return follows === 'mine' ? { values: mv, stamp: m.stamp } : { values: tv, stamp: t.stamp };
    const kind: MergeKind =
      table === 'source' && group === 'text'
        ? 'two-versions'
        : table === 'verdict' && group === 'verdict'
          ? 'two-verdicts'
          : table === 'judgement' && group === 'outcome'
            ? 'two-judgements'
            : 'field';
    const record = kind === 'two-verdicts' ? this.#observationOf(recordOfValues(result, group, mv) as Stored<'verdict'>, 'mine') : result.id;
    const answer = this.#ask({
      kind,
      table,
      record,
      field: group,
      base: base === undefined ? null : shown(group, base),
      mine: shown(group, mv),
      theirs: shown(group, tv),
      by: { mine: m.stamp, theirs: t.stamp },
      answers: [
        'mine',
        'theirs',
        ...(names.length === 1 && type.both?.includes(names[0]!) ? (['both'] as const) : []),
        ...(base === undefined && kind !== 'two-verdicts' ? [] : (['base'] as const)),
        ...(kind === 'two-versions' ? [] : (['value'] as const)),
      ],
    });
    switch (answer?.take) {
      case 'theirs':
        return { values: tv, stamp: null };
      case 'both':
        return {
          values: {
            [names[0]!]: [mv, tv]
              .map((one) => String(one[names[0]!]))
              .toSorted()
              .join('\n\n'),
          },
          stamp: null,
        };
      case 'base':
        if (base === undefined) result.isThere = false;
        return { values: base === undefined ? mv : this.#rewrite(table, base), stamp: null };
      case 'value':
        return { values: this.#answers.valueFor(table, mv, answer), stamp: null };
      default:
        return { values: mv, stamp: answer === undefined ? m.stamp : null };
    }
  }

  /** The last values of a group that both copies knew. */
  #base(m: GroupState, t: GroupState): Fields | undefined {
    const ofMine = m.past.find(({ stamp }) => this.#copies.theirs.knows(stamp));
    return (ofMine ?? t.past.find(({ stamp }) => this.#copies.mine.knows(stamp)))?.values;
  }

  /** Fields by which the two were found to be one. */
  #isKeyGroup({ table, mine, theirs }: MergedRecord, group: string): boolean {
    const type = recordType(table);
    const names = type.groupFields.get(group)!.map(({ name }) => name);
    if (table === 'actor' || table === 'thing') return group === 'name' && this.#twins.isSameName(mine!.record, theirs!.record);
    return type.keys.some(({ fields }) => fields.some((field) => names.includes(field)));
  }

  /** The place of a passage goes with the text in which it stands. */
  #followsText({ table, mine }: MergedRecord, group: string, mv: Fields, tv: Fields): Side | undefined {
    if (table !== 'passage' || group !== 'place' || mv.textSha256 === tv.textSha256) return undefined;
    const source = this.#merged('source', String(mine!.record.sourceId));
    if (source?.textSha256 === mv.textSha256) return 'mine';
    return source?.textSha256 === tv.textSha256 ? 'theirs' : undefined;
  }

  // ---- removed on one side

  #mergeRemoved(pair: Pair): void {
    const { table, mine, theirs } = pair;
    const remover: Side = mine.isThere ? 'theirs' : 'mine';
    const [gone, kept] = remover === 'theirs' ? [theirs, mine] : [mine, theirs];
    const [remover_, keeper] = [this.#copies[remover], this.#copies[remover === 'theirs' ? 'mine' : 'theirs']];
    // Removed, and brought back by who knew that it was removed.
    if (keeper.knows(gone.stamp) && !remover_.knows(kept.stamp)) {
      if (remover === 'mine') this.#bringBack(mine, theirs);
      return;
    }
    if (keeper.knows(gone.stamp)) {
      if (remover === 'theirs') return;
      return;
    }
    const isEdited = [...kept.groups].some(
      ([group, { stamp, values }]) =>
        !remover_.knows(stamp) && !(table === 'passage' && group === 'place') && !same(table, values, gone.groups.get(group)!.values),
    );
    const isWithClaim = table === 'verdict' && this.#isGoneWith(remover, String(kept.record.claimId));
    if (isEdited && !isWithClaim) this.#askOfEdited(pair);
    else if (this.#isCitedBy(remover === 'theirs' ? 'mine' : 'theirs', table, kept.id)) this.#askOfCited(pair);
    else if (remover === 'theirs' && !isWithClaim) this.#remove(pair);
    else if (remover === 'theirs') this.#remove(pair);
  }

  #isGoneWith(side: Side, claimId: string): boolean {
    const state = this.#state(side, 'claim', claimId);
    return state !== undefined && !state.isThere;
  }

  #remove({ table, mine, theirs }: Pair, presence: string | null = theirs.stamp): void {
    this.#set({ table, id: this.#stays(mine.id), mine, theirs, isThere: false, presence, groups: this.#groupsOf(mine) });
  }

  /** Brings back what mine removed, as theirs holds it, with what was removed along with it and rests on it. */
  #bringBack(mine: RecordState, theirs: RecordState, presence: string | null = null): void {
    const { table } = theirs;
    if (this.#result(table, mine.id)?.isThere === true) return;
    if (!this.#restable(table, theirs.record)) return;
    this.#set({ table, id: this.#stays(mine.id), mine, theirs, isThere: true, presence, groups: this.#groupsOf(theirs) });
    for (const [at, numbers] of this.#copies.mine.read.touchedBy([mine.edit])) {
      for (const n of numbers) {
        const own = this.#stateAt('mine', at, n);
        if (own === undefined || own.isThere || this.#result(at, own.id) !== undefined) continue;
        if (!referencesIn(at, own.record).some(({ id }) => id === mine.id)) continue;
        const other = this.#state('theirs', at, own.id);
        if (other?.isThere === true) this.#bringBack(own, other, presence);
      }
    }
  }

  /** The same for what it must rest on. */
  #restable(table: RecordTable, record: Fields): boolean {
    return hardReferences(table, record).every(({ table: to, id }) => {
      if (this.#result(to, id)?.isThere ?? this.#copies.mine.read.isThere(to, this.#stays(id))) return true;
      const [own, other] = [this.#state('mine', to, this.#stays(id)), this.#state('theirs', to, id)];
      if (own === undefined || other?.isThere !== true) return false;
      this.#bringBack(own, other);
      return true;
    });
  }

  /** Whether something that the other copy does not know cites a record. */
  #isCitedBy(side: Side, table: RecordTable, id: string): boolean {
    const [copy, other] = [this.#copies[side], this.#copies[side === 'mine' ? 'theirs' : 'mine']];
    for (const [from, numbers] of this.#written[side]) {
      if (!cites(from, table)) continue;
      for (const n of numbers) {
        const state = stateOf(copy, other, from, n);
        if (state === undefined || !state.isThere) continue;
        const found = referencesIn(from, state.record).filter((one) => one.table === table && one.id === id && one.field !== 'ground');
        if (found.some(({ field }) => !other.knows(state.groups.get(recordType(from).fieldNamed.get(field)!.group)!.stamp))) return true;
      }
    }
    return false;
  }

  #askOfEdited({ table, mine, theirs }: Pair): boolean {
    if (table === 'verdict') return this.#askOfReopened({ table, mine, theirs });
    return this.#askOfRemoved({ table, mine, theirs }, 'deleted-edited');
  }

  #askOfCited(pair: Pair): boolean {
    return this.#askOfRemoved(pair, 'deleted-cited');
  }

  /** One is removed here and needed there; whether it will be there. */
  #askOfRemoved({ table, mine, theirs }: Pair, kind: MergeKind): boolean {
    const known = this.#result(table, mine.id);
    if (known !== undefined) return known.isThere;
    const kept = mine.isThere ? mine : theirs;
    const gone = mine.isThere ? theirs : mine;
    const answer = this.#ask({
      kind,
      table,
      record: this.#stays(mine.id),
      field: '*',
      base: gone.record,
      mine: mine.isThere ? this.#rewrite(table, mine.record) : null,
      theirs: theirs.isThere ? this.#rewrite(table, theirs.record) : null,
      by: { mine: mine.isThere ? newest(mine) : mine.stamp, theirs: theirs.isThere ? newest(theirs) : theirs.stamp },
      answers: ['mine', 'theirs'],
    });
    const isKept = answer?.take === 'theirs' ? theirs.isThere : mine.isThere;
    if (isKept && !mine.isThere) this.#bringBack(mine, theirs);
    else if (isKept) this.#keep({ table, mine, theirs });
    else if (mine.isThere) this.#removeWithAll({ table, mine, theirs });
    else this.#set({ table, id: this.#stays(mine.id), mine, theirs, isThere: false, presence: mine.stamp, groups: this.#groupsOf(kept) });
    return isKept;
  }

  /** With what of mine must rest on it. */
  #removeWithAll(pair: Pair): void {
    this.#remove(pair, null);
    for (const table of recordTables) {
      for (const { column, reference } of recordType(table).fields) {
        if (reference?.record !== pair.table || reference.isLoose) continue;
        for (const id of this.#copies.mine.read.pointingTo(table, column, pair.mine.id, reference.as === 'list')) {
          const mine = this.#state('mine', table, id);
          if (mine !== undefined && this.#result(table, id)?.isThere !== false) this.#removeWithAll({ table, mine, theirs: mine });
        }
      }
    }
  }

  /** Mine stays, with what theirs removed along with it. */
  #keep({ table, mine, theirs }: Pair): void {
    this.#set({ table, id: this.#stays(mine.id), mine, theirs, isThere: true, presence: null, groups: this.#groupsOf(mine) });
    for (const [at, numbers] of this.#copies.theirs.read.touchedBy([theirs.edit])) {
      for (const n of numbers) {
        const other = this.#stateAt('theirs', at, n);
        if (other === undefined || other.isThere || this.#result(at, other.id)?.isThere === true) continue;
        const own = this.#state('mine', at, other.id);
        if (own?.isThere !== true || !referencesIn(at, own.record).some(({ id }) => id === mine.id)) continue;
        this.#keep({ table: at, mine: own, theirs: other });
      }
    }
  }

  /** A verdict that one took back and the other changed. */
  #askOfReopened({ table, mine, theirs }: Pair): boolean {
    const kept = mine.isThere ? mine : theirs;
    const values = (state: RecordState) => (state.isThere ? shown('verdict', this.#rewrite(table, state.groups.get('verdict')!.values)) : null);
    const answer = this.#ask({
      kind: 'two-verdicts',
      table,
      record: this.#observationOf(kept.record as Stored<'verdict'>, mine.isThere ? 'mine' : 'theirs'),
      field: 'verdict',
      base: null,
      mine: values(mine),
      theirs: values(theirs),
      by: { mine: mine.isThere ? newest(mine) : mine.stamp, theirs: theirs.isThere ? newest(theirs) : theirs.stamp },
      answers: ['mine', 'theirs'],
    });
    const isKept = answer?.take === 'theirs' ? theirs.isThere : mine.isThere;
    if (isKept && !mine.isThere) this.#bringBack(mine, theirs);
    else if (isKept) this.#keep({ table, mine, theirs });
    else if (mine.isThere) this.#remove({ table, mine, theirs }, null);
    return isKept;
  }

  // ---- what only both together say

  /** Where a verdict stands once both are one: where its adopted claim stands. */
  #observationOf(verdict: Stored<'verdict'>, side: Side): string {
    const claim =
      verdict.claimId === null ? undefined : (this.#merged('claim', verdict.claimId) ?? this.#copies[side].read.record('claim', verdict.claimId));
    const found = claim === undefined ? undefined : this.#context.observationOf(claim, (id) => this.#source(id));
    return found ?? this.#context.observationIdOf(verdict.observation);
  }

  #source(id: string): Stored<'source'> | undefined {
    return this.#merged('source', id) ?? this.#copies.theirs.read.record('source', id);
  }

  /** Two claims captured apart from one passage, on one observation, with other values. */
  #askOfReadings(): void {
    for (const result of [...this.#results.values()]) {
      if (result.table !== 'claim' || result.mine !== undefined || !result.isThere) continue;
      const claim = recordOfResult(result) as Stored<'claim'>;
      const observation = this.#context.observationOf(claim, (id) => this.#source(id));
      if (observation === undefined) continue;
      for (const passage of claim.passages) {
        const own = this.#ownOn(passage).find((one) => this.#context.observationOf(one, (id) => this.#source(id)) === observation);
        if (own === undefined) continue;
        this.#askOfReading(result, own, passage);
        break;
      }
    }
  }

  /** Claims of mine on a passage that theirs does not hold. */
  #ownOn(passage: string): Stored<'claim'>[] {
    const ids = [passage, ...[...this.#canon.keys()].filter((id) => this.#stays(id) === passage)];
    return ids
      .flatMap((id) => this.#copies.mine.read.claimsOn(id))
      .filter((id) => !isEverIn(this.#copies.theirs, this.#copies.mine, 'claim', id) && !this.#canon.has(id))
      .flatMap((id) => this.#merged('claim', id) ?? []);
  }

  #askOfReading(result: MergedRecord, own: Stored<'claim'>, passage: string): void {
    const statedIn = (fields: Fields) =>
      Object.fromEntries(
        recordType('claim')
          .groupFields.get('value')!
          .map(({ name }) => [name, fields[name]]),
      );
    const theirs = recordOfResult(result);
    if (same('claim', statedIn(own), statedIn(theirs))) return;
    const state = this.#state('mine', 'claim', own.id)!;
    const answer = this.#ask({
      kind: 'two-readings',
      table: 'claim',
      record: passage,
      field: 'claims',
      base: null,
      mine: { id: own.id, ...statedIn(own) },
      theirs: { id: result.id, ...statedIn(theirs) },
      by: { mine: newest(state), theirs: newest(result.theirs!) },
      answers: ['mine', 'theirs', 'both'],
    });
    if (answer?.take === 'mine') {
      result.isThere = false;
      this.#canon.set(result.id, own.id);
      this.#results.delete(`claim ${result.id}`);
      this.#rewriteResults();
    } else if (answer?.take === 'theirs') {
      this.#set({ table: 'claim', id: own.id, mine: state, theirs: undefined, isThere: false, presence: null, groups: this.#groupsOf(state) });
      this.#canon.set(own.id, result.id);
      this.#results.delete(`claim ${own.id}`);
      this.#results.set(`claim ${result.id}`, { ...result, mine: state });
    }
  }

  #rewriteResults(): void {
    for (const { table, groups } of this.#results.values())
      for (const [group, { values, stamp }] of groups) groups.set(group, { values: this.#rewrite(table, values), stamp });
  }

  /** Names that were said to be the same and not the same once both are one. */
  #askOfNames(): void {
    if (![...this.#results.values()].some(({ table, mine }) => table === 'judgement' && mine?.isThere !== true) && !this.#hasChangedJudgement())
      return;
    for (;;) {
      const judgements = this.#allJudgements();
      const found = contradictions(judgements).find(
        ({ record }) => !this.#conflicts.some((one) => one.kind === 'names-contradict' && one.record === record),
      );
      if (found === undefined) return;
      const news = (side: Side) => found.judgements.filter((id) => this.#isNewOn(side, id));
      const [ofMine, ofTheirs] = [news('mine'), news('theirs')];
      if (ofMine.length === 0 && ofTheirs.length === 0) return;
      const answer = this.#ask({
        kind: 'names-contradict',
        table: 'judgement',
        record: found.record,
        field: 'outcome',
        base: null,
        mine: { judgements: ofMine },
        theirs: { judgements: ofTheirs },
        by: { mine: this.#stampOfJudgement('mine', ofMine[0]), theirs: this.#stampOfJudgement('theirs', ofTheirs[0]) },
        answers: ['mine', 'theirs'],
      });
      for (const id of answer?.take === 'theirs' ? ofMine : answer?.take === 'mine' ? ofTheirs : []) this.#withdraw(id);
    }
  }

  #hasChangedJudgement(): boolean {
    return this.#written.theirs.get('judgement')!.size > 0;
  }

  #allJudgements(): Stored<'judgement'>[] {
    const own = this.#copies.mine.read.all('judgement').map(({ id }) => this.#stays(id));
    const ids = new Set([...own, ...[...this.#results.values()].filter(({ table }) => table === 'judgement').map(({ id }) => id)]);
    return [...ids].sort().flatMap((id) => this.#merged('judgement', id) ?? this.#unitedJudgement(id));
  }

  #unitedJudgement(id: string): Stored<'judgement'>[] {
    const former = [...this.#canon.keys()].find((one) => this.#stays(one) === id);
    const record =
      former === undefined || this.#result('judgement', id) !== undefined ? undefined : this.#copies.mine.read.record('judgement', former);
    return record === undefined ? [] : [{ ...record, id }];
  }

  #isNewOn(side: Side, id: string): boolean {
    const state = this.#state(side, 'judgement', id);
    return state?.isThere === true && !this.#copies[side === 'mine' ? 'theirs' : 'mine'].knows(state.groups.get('outcome')!.stamp);
  }

  #stampOfJudgement(side: Side, id: string | undefined): string | undefined {
    return id === undefined ? undefined : this.#state(side, 'judgement', id)?.groups.get('outcome')?.stamp;
  }

  #withdraw(id: string): void {
    const result = this.#result('judgement', id);
    if (result !== undefined) {
      result.isThere = false;
      result.presence = null;
      return;
    }
    const mine = this.#state('mine', 'judgement', id);
    if (mine !== undefined)
      this.#set({ table: 'judgement', id, mine, theirs: undefined, isThere: false, presence: null, groups: this.#groupsOf(mine) });
  }

  /** A claim that one deprecated and a new verdict of the other adopted. */
  #askOfDeprecated(): void {
    for (const [side, other] of [
      ['mine', 'theirs'],
      ['theirs', 'mine'],
    ] as const) {
      for (const n of this.#written[side].get('claim')!) {
        const claim = this.#stateAt(side, 'claim', n);
        const rank = claim?.groups.get('rank');
        if (claim === undefined || rank === undefined || !claim.isThere || rank.values.rank !== 'deprecated') continue;
        if (this.#copies[other].knows(rank.stamp) || !this.#isAdoptedIn(other, claim.id)) continue;
        this.#askOfRank(side, claim);
      }
    }
  }

  #isAdoptedIn(side: Side, claimId: string): boolean {
    const other = this.#copies[side === 'mine' ? 'theirs' : 'mine'];
    return [...this.#written[side].get('verdict')!].some((n) => {
      const verdict = this.#stateAt(side, 'verdict', n);
      return verdict?.isThere === true && verdict.record.claimId === claimId && !other.knows(verdict.groups.get('verdict')!.stamp);
    });
  }

  #askOfRank(side: Side, claim: RecordState): void {
    const id = this.#stays(claim.id);
    if (this.#conflicts.some((one) => one.record === id && one.field === 'rank')) return;
    const [mine, theirs] = [this.#state('mine', 'claim', claim.id), this.#state('theirs', 'claim', claim.id)];
    const [m, t] = [mine?.groups.get('rank'), theirs?.groups.get('rank')];
    if (mine === undefined || theirs === undefined || m === undefined || t === undefined || m.values.rank === t.values.rank) return;
    const answer = this.#ask({
      kind: 'deprecated-cited',
      table: 'claim',
      record: id,
      field: 'rank',
      base: shown('rank', this.#base(m, t) ?? (side === 'mine' ? t : m).values),
      mine: shown('rank', m.values),
      theirs: shown('rank', t.values),
      by: { mine: m.stamp, theirs: t.stamp },
      answers: ['mine', 'theirs'],
    });
    if (answer === undefined) return;
    const result =
      this.#result('claim', id) ?? this.#set({ table: 'claim', id, mine, theirs, isThere: true, presence: mine.stamp, groups: this.#groupsOf(mine) });
    result.groups.set('rank', { values: (answer.take === 'theirs' ? t : m).values, stamp: null });
  }

  /** A passage lives while a claim of either side rests on it, a source while a passage does. */
  #keepWhatIsRestedOn(): void {
    const rests = (table: RecordTable, record: Fields): void => {
      for (const { table: to, id } of hardReferences(table, record)) {
        const target = this.#result(to, id);
        if (target === undefined || target.isThere || target.mine?.isThere !== true) continue;
        this.#results.delete(`${to} ${target.id}`);
        rests(to, target.mine.record);
      }
    };
    for (const result of [...this.#results.values()]) if (result.isThere) rests(result.table, recordOfResult(result));
    for (const [table, numbers] of this.#written.mine) {
      for (const n of numbers) {
        const state = this.#stateAt('mine', table, n);
        if (state?.isThere === true && this.#result(table, state.id)?.isThere !== false) rests(table, state.record);
      }
    }
    // What could not be asked of rests on nothing then.
    for (const result of [...this.#results.values()])
      if (
        result.isThere &&
        hardReferences(result.table, recordOfResult(result)).some(
          ({ table, id }) => this.#merged(table, id) === undefined && !this.#isUnitedHere(table, id),
        )
      )
        this.#leaveOut(result);
  }

  #isUnitedHere(table: RecordTable, id: string): boolean {
    return [...this.#canon.keys()].some((one) => this.#stays(one) === id && this.#copies.mine.read.isThere(table, one));
  }

  #leaveOut(result: MergedRecord): void {
    if (result.mine?.isThere === true) {
      result.isThere = false;
      result.presence = null;
    } else this.#results.delete(`${result.table} ${result.id}`);
  }

  /** Positions are counted anew, never asked. */
  #renumber(): void {
    const changed = [...this.#results.values()].filter(({ table, isThere, mine }) => table === 'hypothesis' && (isThere || mine?.isThere));
    for (const matrixId of new Set(changed.map((one) => String(recordOfResult(one).matrixId)))) {
      const ids = new Set([
        ...this.#copies.mine.read
          .all('hypothesis')
          .filter((one) => this.#stays(one.matrixId) === matrixId)
          .map(({ id }) => id),
        ...changed.map(({ id }) => id),
      ]);
      const list = [...ids].flatMap((id) => this.#merged('hypothesis', id) ?? []).filter((one) => this.#stays(one.matrixId) === matrixId);
      list
        .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
        .forEach((one, position) => {
          if (one.position === position) return;
          const mine = this.#state('mine', 'hypothesis', one.id);
          const result =
            this.#result('hypothesis', one.id) ??
            this.#set({
              table: 'hypothesis',
              id: one.id,
              mine,
              theirs: undefined,
              isThere: true,
              presence: mine!.stamp,
              groups: this.#groupsOf(mine!),
            });
          result.groups.set('position', { values: { position }, stamp: null });
        });
    }
  }

  #ask({ by, ...conflict }: Omit<MergeConflict, 'id' | 'by'> & { readonly by: Readonly<Record<Side, string | undefined>> }): Answer | undefined {
    const who = (stamp: string | undefined) => {
      const edit = stamp === undefined ? undefined : this.#edits.get(stamp);
      return edit === undefined ? null : { author: edit.author, at: new Date(edit.at).toISOString() };
    };
    const asked: MergeConflict = {
      id: `${conflict.kind} ${conflict.record} ${conflict.field}`,
      ...conflict,
      by: { mine: who(by.mine), theirs: who(by.theirs) },
    };
    this.#conflicts.push(asked);
    const answer = this.#answers.to(asked, (id) => this.#stays(id));
    if (answer === undefined) this.#open.push(asked);
    return answer;
  }
}

interface Pair {
  readonly table: RecordTable;
  readonly mine: RecordState;
  readonly theirs: RecordState;
}

/** All fields of a record as it will be. */
export function recordOfResult({ id, groups }: Pick<MergedRecord, 'id' | 'groups'>): Fields {
  return Object.assign({ id }, ...[...groups.values()].map(({ values }) => values)) as Fields;
}

function recordOfValues(result: MergedRecord, group: string, values: Fields): Fields {
  return { ...result.mine!.record, ...recordOfResult(result), ...(group === '' ? {} : values) };
}

/** Edit that wrote on the record last. */
function newest({ groups, stamp }: RecordState): string {
  return [...groups.values()].map((one) => one.stamp).reduce((a, b) => (a > b ? a : b), stamp);
}

/** What counts as citing: claims on a source; verdicts, marks and the like on a claim; hypotheses on a matrix, marks on a hypothesis. */
function cites(from: RecordTable, to: RecordTable): boolean {
  if (to === 'passage') return false;
  return from !== 'passage' && from !== 'source' && recordType(from).fields.some(({ reference }) => reference?.record === to);
}

export type { Take };
