// Lanes in their order: in time, then by name, parts below their whole; folded lanes stand in that of the whole; what lies
// outside a window is counted.
import type { Window } from '../policy/window.ts';
import type { Lane, TimelineMark } from './contract.ts';
import { isUndated } from './marks.ts';

/** By the first day of anything in a lane, then by name; statements last. */
export function inOrder(lanes: readonly Lane[]): Lane[] {
  const sorted = lanes.map((lane) => ({ ...lane, marks: lane.marks.toSorted(byStart) })).toSorted(byFirstDay);
  const names = new Set(sorted.map(({ name }) => name));
  const children = Map.groupBy(sorted, ({ parent }) => (parent !== null && names.has(parent) ? parent : null));
  const ordered: Lane[] = [];
  const seen = new Set<string>();
  const add = (lane: Lane): void => {
    if (seen.has(lane.id)) return;
    seen.add(lane.id);
    ordered.push(lane);
    if (lane.kind !== 'rate') for (const part of children.get(lane.name) ?? []) add(part);
  };
  for (const lane of children.get(null) ?? []) add(lane);
  // Things that are parts of each other have no first.
  for (const lane of sorted) add(lane);
  return ordered;
}

export function startOf({ from }: Pick<TimelineMark, 'from'>): string {
  return from.earliest ?? from.latest ?? '9999';
}

function byStart(a: TimelineMark, b: TimelineMark): number {
  return compareDays(startOf(a), startOf(b));
}

function byFirstDay(a: Lane, b: Lane): number {
  const rank = ({ kind }: Lane) => (kind === 'note' ? 3 : kind === 'statement' ? 2 : kind === 'rate' ? 1 : 0);
  const first = ({ marks }: Lane) => (marks[0] === undefined ? '9999' : startOf(marks[0]));
  return rank(a) - rank(b) || compareDays(first(a), first(b)) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

/** Years before our era have a minus: the larger number is the earlier. */
export function compareDays(a: string, b: string): number {
  if (a === b) return 0;
  if (a.startsWith('-') !== b.startsWith('-')) return a.startsWith('-') ? -1 : 1;
  const [yearA, yearB] = [Number.parseInt(a, 10), Number.parseInt(b, 10)];
  return yearA !== yearB ? yearA - yearB : a < b ? -1 : 1;
}

/** Lanes of parts deeper than `depth` give their marks to the lane of their whole at that depth. Lanes in their order. */
export function folded(lanes: readonly Lane[], depth: number): Lane[] {
  const byName = new Map(lanes.filter(({ kind }) => kind !== 'rate').map((lane) => [lane.name, lane]));
  const lineOf = (lane: Lane): Lane[] => {
    const line = [lane];
    for (let whole = lane; whole.parent !== null; ) {
      const next = byName.get(whole.parent);
      if (next === undefined || line.includes(next)) break;
      line.unshift(next);
      whole = next;
    }
    return line;
  };
  const kept = new Map<string, Lane>();
  for (const lane of lanes) {
    const line = lineOf(lane);
    const into = line[Math.min(depth, line.length - 1)]!;
    const own = kept.get(into.id);
    if (into === lane) kept.set(lane.id, own === undefined ? lane : joined(lane, own));
    else kept.set(into.id, joined(own ?? into, { ...lane, folded: lane.folded + 1 }));
  }
  return inOrder([...kept.values()]);
}

function joined(into: Lane, part: Lane): Lane {
  return { ...into, folded: into.folded + part.folded, marks: [...into.marks, ...part.marks], undated: [...into.undated, ...part.undated] };
}

export interface Outside {
  readonly lanes: readonly Lane[];
  readonly before: Lane['undated'];
  readonly after: Lane['undated'];
}

/** Marks that lie in the window at least in part keep their dates; the others are told by their claims. */
export function within(lanes: readonly Lane[], from: string | undefined, to: string | undefined): Outside {
  const before: string[] = [];
  const after: string[] = [];
  const kept = lanes.map((lane) => {
    const marks = lane.marks.filter((mark) => {
      const isBefore = from !== undefined && isOver(mark, from);
      const isAfter = to !== undefined && mark.from.earliest !== null && compareDays(mark.from.earliest, to) > 0;
      if (isBefore) before.push(...mark.claims);
      else if (isAfter) after.push(...mark.claims);
      return !isBefore && !isAfter;
    });
    return { ...lane, marks };
  });
  const lanesKept = kept.filter(({ marks, undated }) => marks.length > 0 || undated.length > 0);
  return { lanes: lanesKept, before: [...new Set(before)], after: [...new Set(after)] };
}

/** Whether a mark was over before a day; a bar that nothing ends never is. */
function isOver({ shape, from, to }: TimelineMark, day: string): boolean {
  const isLong = shape === 'bar' || shape === 'step' || shape === 'band';
  const last: Window['latest'] = to === null ? (isLong ? null : from.latest) : to.latest;
  if (last === null) return false;
  return to === null ? compareDays(last, day) < 0 : compareDays(last, day) <= 0;
}

/** Marks with a day, and the claims of the others. */
export function dated(marks: readonly TimelineMark[]): Pick<Lane, 'marks' | 'undated'> {
  return {
    marks: marks.filter(({ from, to }) => !isUndated(from) || (to !== null && !isUndated(to))),
    undated: [...new Set(marks.filter(({ from, to }) => isUndated(from) && (to === null || isUndated(to))).flatMap(({ claims }) => claims))],
  };
}
