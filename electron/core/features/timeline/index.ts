// Events, plans, rates and statements in lanes.
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import type { Rate, ThingState } from '../../../../shared/features/policy/contract.ts';
import type { MeaningOf } from '../../../../shared/features/policy/stages.ts';
import type { Window } from '../../../../shared/features/policy/window.ts';
import type { Lane, LanesBy, TimelineMark } from '../../../../shared/features/timeline/contract.ts';
import { drawTimeline, type LabelCount } from '../../../../shared/features/timeline/drawing.ts';
import { dated, folded, inOrder, within } from '../../../../shared/features/timeline/lanes.ts';
import { markOfNote, marksOfRate, marksOfThing, type NoteInTime, pointOf, type ThingInTime } from '../../../../shared/features/timeline/marks.ts';
import { type LaneName, laneOf, lanesOf, noteLane, statementLane, toItem } from '../../../../shared/features/timeline/rules.ts';
import type { Handlers } from '../../dispatch.ts';

export interface LaneThing extends ThingInTime {
  readonly name: string;
  readonly type: string;
  readonly state: ThingState;
  /** The thing that it is a part of. */
  readonly parent: string | null;
  readonly rates: readonly Rate[];
  /** The day from which it is over. */
  readonly end: Window | null;
}

export interface LaneBatch {
  readonly name: string;
  readonly authority: string | null;
  readonly claims: readonly Claim[];
}

export interface LaneCause {
  readonly from: string;
  readonly to: string;
  readonly proposed: boolean;
}

export interface LaneNote extends NoteInTime {
  /** The thing in whose lane it stands; null where that is none. */
  readonly lane: string | null;
}

export interface TimelineOptions {
  /** Supplied by the boards feature. */
  notes(): readonly LaneNote[];
  /** Supplied by the claims feature. */
  readonly claims: {
    all(): readonly Claim[];
    find(id: string): Claim | undefined;
    source(id: string | null): ClaimSource | undefined;
  };
  /** Supplied by the policy feature. */
  readonly policy: {
    /** @param on the day of the states */
    inTime(on: string | undefined): readonly LaneThing[];
    inBatches(): readonly LaneBatch[];
    /** Why the events of claims came about. */
    causes(claims: readonly Claim[]): readonly LaneCause[];
    readonly meaningOf: MeaningOf;
  };
  /** YYYY-MM-DD. */
  today(): string;
}

export function createTimelineHandlers(options: TimelineOptions): Handlers<'timeline'> {
  const { claims, policy } = options;
  const standing = () => claims.all().filter(({ rank }) => rank !== 'deprecated');
  const point = (claim: Claim) => pointOf(claim, policy.meaningOf);

  function lanesOfThings(on: string | undefined): Lane[] {
    const things = policy.inTime(on).flatMap((thing): Lane[] => {
      const own = lane({ ...laneOf(thing.name, 'thing'), kind: thing.type }, marksOfThing(thing, policy.meaningOf), thing);
      const isEmpty = own.marks.length === 0 && own.undated.length === 0;
      const rates = thing.rates
        .map((rate) => ({ rate, marks: marksOfRate(rate, thing.end) }))
        .filter(({ marks }) => marks.length > 1)
        .map(({ rate, marks }) => lane({ ...laneOf(`${thing.name} ${rate.class}`, 'rate'), name: rate.class }, marks, { parent: thing.name }));
      return [...(isEmpty ? [] : [own]), ...rates];
    });
    const statements = standing().filter(({ kind }) => kind === 'statement');
    return [...things, ...(statements.length === 0 ? [] : [lane(statementLane, statements.map(point))])];
  }

  function lanesOfBatches(): Lane[] {
    return policy.inBatches().map(({ name, authority, claims: own }) => {
      const label = name === '' ? (authority ?? '') : name;
      return lane({ ...laneOf(`${label} ${own[0]?.id ?? ''}`, 'batch'), name: label }, own.map(labelledBySubject));
    });
  }

  /** Each in the lane of its thing, the others in one of their own. */
  function withNotes(lanes: readonly Lane[]): Lane[] {
    const names = new Map(lanes.filter(({ kind }) => kind !== 'rate').map((one) => [one.name, one.id]));
    const byLane = Map.groupBy(options.notes(), (note) => (note.lane === null ? undefined : names.get(note.lane)) ?? noteLane.id);
    const rest = byLane.get(noteLane.id);
    const noted = lanes.map((one) => ({ ...one, marks: [...one.marks, ...(byLane.get(one.id) ?? []).map(markOfNote)] }));
    return rest === undefined ? noted : [...noted, lane(noteLane, rest.map(markOfNote))];
  }

  const labelledBySubject = (claim: Claim): TimelineMark => ({ ...point(claim), label: claim.subject ?? '' });

  function lanesOfGroups(by: Exclude<LanesBy, 'thing' | 'batch'>): Lane[] {
    const groups = new Map<string, LaneName & { readonly claims: Claim[] }>();
    for (const claim of standing().filter(({ kind }) => kind !== 'figure'))
      for (const one of lanesOf(claim, by)) {
        const known = groups.get(one.id) ?? { ...one, claims: [] };
        known.claims.push(claim);
        groups.set(one.id, known);
      }
    return [...groups.values()].map(({ claims: own, ...name }) => lane(name, own.map(point)));
  }

  return {
    lanes({ by, from, to, fold, on, size }) {
      const all = inOrder(withNotes(by === 'thing' ? lanesOfThings(on) : by === 'batch' ? lanesOfBatches() : lanesOfGroups(by)));
      const { lanes, before, after } = within(fold === undefined ? all : folded(all, fold), from, to);
      const undated = [...new Set(all.flatMap((one) => one.undated))];
      const shown = [...new Set(lanes.flatMap(({ marks, undated: own }) => [...marks.flatMap((mark) => mark.claims), ...own]))];
      const items = shown.flatMap((id) => claims.find(id) ?? []);
      const drawing = size === undefined ? undefined : drawTimeline(lanes, { ...size, from, to, today: options.today() });
      return {
        lanes: [...(drawing?.lanes ?? lanes)],
        labels: drawing === undefined ? null : copyOf(drawing.labels),
        items: items.map((claim) => toItem(claim, claims.source(claim.sourceId)?.title ?? null)),
        causes: policy.causes(items.filter(({ kind }) => kind === 'event')).map((one) => ({ ...one, claims: [one.to] })),
        before: counted(before),
        after: counted(after),
        undated: counted(undated),
      };
    },
  };
}

function lane(
  name: LaneName,
  marks: readonly TimelineMark[],
  { parent = null, state = null }: { parent?: string | null; state?: ThingState | null } = {},
): Lane {
  return { ...name, parent, state, folded: 0, ...dated(marks) };
}

function copyOf({ wanted, placed, counted: rest }: LabelCount) {
  return { wanted, placed: [...placed], counted: rest.map((one) => ({ ...one, claims: [...one.claims] })) };
}

function counted(claims: readonly string[]): { n: number; claims: string[] } {
  return { n: claims.length, claims: [...claims] };
}
