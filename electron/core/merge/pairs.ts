// A record that both copies hold: what each group of its fields says.
import type { MergeKind } from '../../../shared/features/exchange/merge.ts';
import { recordType, type Stored } from '../../../shared/records/index.ts';
import type { Fields } from '../store/row.ts';
import type { MergeDraft, MergedGroup, MergedRecord, Pair, Side } from './draft.ts';
import { joined, mergeSets, same, shown, withoutAttribution } from './fields.ts';
import { type GroupState, isSaid } from './states.ts';

/** Groups of which two values have a name of their own. */
const kinds: Readonly<Record<string, MergeKind>> = {
  'source text': 'two-versions',
  'verdict verdict': 'two-verdicts',
  'judgement outcome': 'two-judgements',
};

export function mergePair(draft: MergeDraft, { table, mine, theirs }: Pair): void {
  const id = draft.stays(mine.id);
  const result: MergedRecord = { table, id, mine, theirs, isThere: true, presence: mine.stamp, groups: new Map() };
  draft.set(result);
  const isUnited = mine.id !== theirs.id;
  const before = draft.conflicts.length;
  for (const group of mine.groups.keys()) result.groups.set(group, mergeGroup(draft, result, group, isUnited));
  const isSame = [...result.groups].every(([group, { values }]) => same(table, values, draft.rewrite(table, mine.groups.get(group)!.values)));
  if (isSame && draft.conflicts.length === before) draft.same += 1;
}

function mergeGroup(draft: MergeDraft, result: MergedRecord, group: string, isUnited: boolean): MergedGroup {
  const { table } = result;
  const [m, t] = [result.mine!.groups.get(group)!, result.theirs!.groups.get(group)!];
  const [mv, tv] = [draft.rewrite(table, m.values), draft.rewrite(table, t.values)];
  const isKnown = { mine: draft.copies.theirs.knows(m.stamp), theirs: draft.copies.mine.knows(t.stamp) };
  const first = m.stamp <= t.stamp ? { values: mv, stamp: m.stamp } : { values: tv, stamp: t.stamp };
  if (same(table, mv, tv)) {
    if (isKnown.mine !== isKnown.theirs) return isKnown.mine ? { values: tv, stamp: t.stamp } : { values: mv, stamp: m.stamp };
    return first;
  }
  if (isUnited && isKeyGroup(draft, result, group)) {
    const older = result.mine!.id < result.theirs!.id;
    return older ? { values: mv, stamp: m.stamp } : { values: tv, stamp: t.stamp };
  }
  const { mine: own, theirs: other } = draft.copies;
  if (own.leftOut.has(`${table} ${group}`) || other.leftOut.has(`${table} ${group}`))
    return bothSaid(draft, result, group, { m, t, mv, tv, base: undefined, first });
  if (isKnown.mine && !isKnown.theirs) return { values: tv, stamp: t.stamp };
  if (isKnown.theirs && !isKnown.mine) return { values: mv, stamp: m.stamp };
  const base = isUnited ? undefined : draft.base(m, t);
  return bothSaid(draft, result, group, { m, t, mv, tv, base, first });
}

interface BothSaid {
  readonly m: GroupState;
  readonly t: GroupState;
  /** What they say, pointing to the records that stay. */
  readonly mv: Fields;
  readonly tv: Fields;
  /** What both knew last. */
  readonly base: Fields | undefined;
  /** The one whose stamp is the smaller. */
  readonly first: MergedGroup;
}

function bothSaid(draft: MergeDraft, result: MergedRecord, group: string, { m, t, mv, tv, base, first }: BothSaid): MergedGroup {
  const { table } = result;
  const type = recordType(table);
  const names = Object.keys(mv);
  if (names.every((name) => type.sets?.includes(name))) {
    const values = mergeSets(mv, tv, base === undefined ? undefined : draft.rewrite(table, base));
    if (same(table, values, mv)) return { values: mv, stamp: m.stamp };
    return same(table, values, tv) ? { values: tv, stamp: t.stamp } : { values, stamp: null };
  }
  if (base === undefined && !isSaid(table, mv)) return { values: tv, stamp: t.stamp };
  if (base === undefined && !isSaid(table, tv)) return { values: mv, stamp: m.stamp };
  if (names.every((name) => type.renumbered?.includes(name)) || Object.keys(withoutAttribution(mv)).length === 0) return first;
  const together = joined(table, mv, tv);
  if (together !== undefined) return { values: together, stamp: null };
  const follows = followsText(draft, result, group, mv, tv);
  if (follows !== undefined) return follows === 'mine' ? { values: mv, stamp: m.stamp } : { values: tv, stamp: t.stamp };
  const kind = kinds[`${table} ${group}`] ?? 'field';
  const record = kind === 'two-verdicts' ? draft.observationOf({ ...result.mine!.record, ...mv } as Stored<'verdict'>, 'mine') : result.id;
  const answer = draft.ask({
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
      return { values: base === undefined ? mv : draft.rewrite(table, base), stamp: null };
    case 'value':
      return { values: draft.answers.valueFor(table, mv, answer), stamp: null };
    default:
      return { values: mv, stamp: answer === undefined ? m.stamp : null };
  }
}

/** Fields by which the two were found to be one. */
function isKeyGroup(draft: MergeDraft, { table, mine, theirs }: MergedRecord, group: string): boolean {
  const type = recordType(table);
  const names = type.groupFields.get(group)!.map(({ name }) => name);
  if (table === 'actor' || table === 'thing') return group === 'name' && draft.twins.isSameName(mine!.record, theirs!.record);
  return type.keys.some(({ fields }) => fields.some((field) => names.includes(field)));
}

/** The place of a passage goes with the text in which it stands. */
function followsText(draft: MergeDraft, { table, mine }: MergedRecord, group: string, mv: Fields, tv: Fields): Side | undefined {
  if (table !== 'passage' || group !== 'place' || mv.textSha256 === tv.textSha256) return undefined;
  const source = draft.merged('source', String(mine!.record.sourceId));
  if (source?.textSha256 === mv.textSha256) return 'mine';
  return source?.textSha256 === tv.textSha256 ? 'theirs' : undefined;
}
