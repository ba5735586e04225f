// Sources that are copies of each other in a circle once both copies of the workbook are one: nobody could say which is the
// first. Which side's marks stand is asked; those of the other are taken off.
import { type MergeDraft, otherSide, type Side } from './draft.ts';

export function askOfCircles(draft: MergeDraft): void {
  for (const circle of circlesIn(copiesIn(draft))) {
    const news = (side: Side) => circle.filter((id) => isNewOn(draft, side, id));
    const [ofMine, ofTheirs] = [news('mine'), news('theirs')];
    if (ofMine.length === 0 || ofTheirs.length === 0) continue;
    const answer = draft.ask({
      kind: 'copies-in-a-circle',
      table: 'source',
      record: circle[0]!,
      field: 'copyOf',
      base: null,
      mine: saidOf(draft, 'mine', ofMine),
      theirs: saidOf(draft, 'theirs', ofTheirs),
      by: { mine: stampOf(draft, 'mine', ofMine[0]!), theirs: stampOf(draft, 'theirs', ofTheirs[0]!) },
      answers: ['mine', 'theirs'],
    });
    for (const id of answer?.take === 'mine' ? ofTheirs : answer?.take === 'theirs' ? ofMine : []) takeOff(draft, id);
  }
}

/** Which source each is a copy of, as it will be. */
function copiesIn(draft: MergeDraft): ReadonlyMap<string, string> {
  const ids = new Set(
    (['mine', 'theirs'] as const).flatMap((side) =>
      [...draft.written[side].get('source')!].flatMap((n) => draft.stateAt(side, 'source', n)?.id ?? []).map((id) => draft.stays(id)),
    ),
  );
  const copies = new Map<string, string>();
  const follow = (id: string): void => {
    const of = draft.merged('source', id)?.copyOf;
    if (of === null || of === undefined || copies.has(id)) return;
    copies.set(id, draft.stays(of));
    follow(draft.stays(of));
  };
  for (const id of ids) follow(id);
  return copies;
}

/** Each with its smallest id first. */
function circlesIn(copies: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  for (const start of copies.keys()) {
    const path: string[] = [];
    for (let at: string | undefined = start; at !== undefined && !path.includes(at); at = copies.get(at)) path.push(at);
    const next = copies.get(path.at(-1)!);
    if (next === undefined) continue;
    const circle = path.slice(path.indexOf(next));
    const from = circle.indexOf(circle.toSorted()[0]!);
    found.set(circle[from]!, [...circle.slice(from), ...circle.slice(0, from)]);
  }
  return [...found.values()].toSorted(([a], [b]) => (a! < b! ? -1 : 1));
}

function isNewOn(draft: MergeDraft, side: Side, id: string): boolean {
  const state = draft.state(side, 'source', id);
  const group = state?.groups.get('copyOf');
  return state?.isThere === true && group !== undefined && group.values.copyOf !== null && !draft.copies[otherSide[side]].knows(group.stamp);
}

function saidOf(draft: MergeDraft, side: Side, ids: readonly string[]): object {
  return { copies: ids.map((id) => ({ source: id, copyOf: draft.stays(String(draft.state(side, 'source', id)!.record.copyOf)) })) };
}

function stampOf(draft: MergeDraft, side: Side, id: string): string | undefined {
  return draft.state(side, 'source', id)?.groups.get('copyOf')?.stamp;
}

function takeOff(draft: MergeDraft, id: string): void {
  const mine = draft.state('mine', 'source', id);
  const result =
    draft.result('source', id) ??
    draft.set({ table: 'source', id, mine, theirs: undefined, isThere: true, presence: mine!.stamp, groups: draft.groupsOf(mine!) });
  result.groups.set('copyOf', { values: { copyOf: null }, stamp: null });
}
