// The state of a lock: its ground held against the present, without memory of what happened in between.
import { createHash } from 'node:crypto';
import { AppError } from '../../../../shared/errors.ts';
import { normalName } from '../../../../shared/features/claims/origin.ts';
import type { ObservationKey } from '../../../../shared/features/ledger/model.ts';
import { periodText } from '../../../../shared/features/ledger/rules.ts';
import { readFormula } from '../../../../shared/features/reports/formula.ts';
import { type Lock, type LockGround, type LockState, lockStates } from '../../../../shared/features/reports/model.ts';
import { readTarget, type Target } from '../../../../shared/features/reports/references.ts';
import { type Measured, normaliseQuantity } from '../../../../shared/quantity/index.ts';
import { createComputed } from './computed.ts';
import type { ReportFacts } from './facts.ts';
import { createObserved } from './observed.ts';
import { createFindings, groundWith, nothingSeen, type Reason, type Seen } from './seen.ts';

export interface Examined {
  readonly state: LockState;
  /** All that apply, from the worst. */
  readonly states: readonly LockState[];
  readonly now: LockGround | undefined;
  readonly reasons: readonly Reason[];
  /** Stands for all that is there now: what was kept is kept against it. */
  readonly print: string;
}

export type LocksById = ReadonlyMap<string, Lock>;

export interface Examiner {
  /** What the lock `id` would stand on. @throws AppError `not-found`, `no-value`, `unit`, `circle`, `invalid-input` */
  take(target: Target, locks: LocksById, id: string): LockGround;
  examine(lock: Pick<Lock, 'kind' | 'target' | 'options' | 'ground' | 'id'>, locks: LocksById): Examined;
}

export function createExaminer(facts: ReportFacts): Examiner {
  const observed = createObserved(facts);
  const computed = createComputed(facts);

  function see({ kind, target, options }: Target, ground: LockGround | undefined, walk: Walk): Seen {
    switch (kind) {
      case 'obs':
        return observed.observation(target, ground);
      case 'claim':
        return observed.claim(target, ground, options.show === 'original' || options.show === 'band');
      case 'reading':
        return observed.reading(target, ground);
      case 'check':
        return computed.check(target, options, ground);
      case 'rate':
        return computed.rate(target, options, ground);
      case 'plan':
        return computed.plan(target, ground);
      case 'scenario':
        return computed.scenario(target, ground);
      case 'formula':
        return formula(target, ground, walk);
    }
  }

  /** What is wrong with a member is wrong with the formula. */
  function formula(target: string, ground: LockGround | undefined, walk: Walk): Seen {
    const { members, evaluate } = readFormula(target);
    const findings = createFindings();
    const states = new Set<LockState>();
    const seen: { member: string; ground: LockGround }[] = [];
    for (const member of members) {
      const now = memberNow(member, ground, walk);
      for (const { code, claim } of now.reasons) findings.reasons.push({ code, claim });
      for (const state of now.states) states.add(state);
      if (now.now !== undefined) seen.push({ member, ground: now.now });
    }
    walk.below.push(...states);
    if (seen.length < members.length) return { ...findings, ground: undefined };
    let value: Measured;
    try {
      value = evaluate(seen.map(({ ground: { value: own } }) => own));
    } catch (error) {
      // Members that no longer fit have no result.
      if (ground === undefined || !(error instanceof AppError)) throw error;
      return { ...findings, ground: undefined };
    }
    const bearers = [...new Set(seen.flatMap(({ ground: own }) => own.bearers))];
    const inputs = [...new Map(seen.flatMap(({ ground: own }) => own.inputs.map((one) => [one.claim, one] as const))).values()];
    return { ...findings, ground: groundWith(value, { bearers, inputs, members: seen }) };
  }

  /** `{KIND/TARGET}` is seen here and now; `{LOCK}` has a ground and a state of its own. */
  function memberNow(member: string, ground: LockGround | undefined, walk: Walk): Examined {
    const former = ground?.members.find((one) => one.member === member)?.ground;
    if (member.includes('/')) {
      const target = readTarget(member);
      if (former !== undefined) return judge(target, former, { ...walk, below: [] });
      const seen = see(target, undefined, { ...walk, below: [] });
      return judged(seen, seen.ground, []);
    }
    const lock = walk.locks.get(member);
    if (lock === undefined) {
      if (ground === undefined) throw new AppError('not-found', 'reports.unknownTarget', { target: member.slice(0, 200) });
      return judged(nothingSeen, former, []);
    }
    if (walk.path.includes(lock.id)) {
      if (ground === undefined) throw new AppError('circle', 'reports.circle', { field: 'lock' });
      return { ...judged(nothingSeen, former, []), reasons: [{ code: 'circle', claim: null }] };
    }
    return judge(lock, lock.ground, { ...walk, path: [...walk.path, lock.id], below: [] });
  }

  function judge(target: Target, ground: LockGround, walk: Walk): Examined {
    const seen = see(target, ground, walk);
    return judged(seen, ground, walk.below);
  }

  function judged(seen: Seen, ground: LockGround | undefined, below: readonly LockState[]): Examined {
    const { flags } = seen;
    const now = seen.ground;
    const found = new Set<LockState>(below);
    const reasons = [...seen.reasons];
    if (now === undefined && !flags.has('deprecated')) found.add('gone');
    for (const flag of ['deprecated', 'differs', 'undecided'] as const) if (flags.has(flag)) found.add(flag);
    if (flags.has('verdict') || flags.has('reading')) found.add('stale');
    if (now !== undefined && ground !== undefined)
      for (const reason of changesOf(ground, now)) {
        found.add('stale');
        reasons.unshift(reason);
      }
    if (now === undefined && !reasons.some(({ code }) => code === 'gone' || code === 'circle'))
      for (const { claim } of ground?.inputs ?? []) if (facts.findClaim(facts.staying(claim)) === undefined) reasons.push({ code: 'gone', claim });
    found.delete('sound');
    const states = found.size === 0 ? (['sound'] as const) : lockStates.filter((one) => found.has(one));
    return { state: states[0]!, states, now, reasons, print: printOf(now, states) };
  }

  /** The names of keys as they are judged now. */
  function keyText(key: ObservationKey | null): string {
    if (key === null) return '';
    const { measure, subject, area, counterpart, basis } = key.series;
    const name = (text: string) => normalName(facts.nameOf(text));
    const of = [measure, name(subject), area.toSorted(), counterpart, basis.map(normalName).toSorted(), periodText(key.period), key.class];
    return JSON.stringify([...of, key.issuer === null ? null : name(key.issuer)]);
  }

  function changesOf(ground: LockGround, now: LockGround): Reason[] {
    const claim = now.bearers[0] ?? now.inputs[0]?.claim ?? null;
    const isOtherValue =
      normaliseQuantity(ground.value) !== normaliseQuantity(now.value) ||
      bandText(ground.band) !== bandText(now.band) ||
      ground.status !== now.status ||
      ground.condition !== now.condition;
    const isKeyed = ground.key !== null || now.key !== null;
    return [
      ...(isOtherValue ? [{ code: 'value', claim }] : []),
      ...(isKeyed && keyText(ground.key) !== keyText(now.key) ? [{ code: 'key', claim }] : []),
      ...(isKeyed ? [] : inputsChanged(ground, now)),
    ];
  }

  /** An input that says something else, or that the result no longer rests on. One more that changes nothing is none. */
  function inputsChanged(ground: LockGround, now: LockGround): Reason[] {
    if (ground.members.length > 0) return membersChanged(ground, now);
    const present = new Map(now.inputs.map(({ claim, value }) => [claim, normaliseQuantity(value)]));
    const changed = ground.inputs.filter(({ claim, value }) => present.get(facts.staying(claim)) !== normaliseQuantity(value));
    return changed.map(({ claim }) => ({ code: 'inputs', claim }));
  }

  return {
    take(target, locks, id) {
      const { ground } = see(target, undefined, { locks, path: [id], below: [] });
      if (ground === undefined || (ground.value.low === null && ground.value.high === null))
        throw new AppError('no-value', 'reports.noValue', { field: 'lock', target: target.target.slice(0, 200) });
      return ground;
    },
    examine: (lock, locks) => judge(lock, lock.ground, { locks, path: [lock.id], below: [] }),
  };
}

interface Walk {
  readonly locks: LocksById;
  /** Locks that led here. */
  readonly path: readonly string[];
  /** States of the members of the formula that is looked at. */
  readonly below: LockState[];
}

function membersChanged(ground: LockGround, now: LockGround): Reason[] {
  const present = new Map(now.members.map(({ member, ground: own }) => [member, normaliseQuantity(own.value)]));
  return ground.members
    .filter(({ member, ground: own }) => present.get(member) !== normaliseQuantity(own.value))
    .map(({ ground: own }) => ({ code: 'inputs', claim: own.bearers[0] ?? null }));
}

function bandText(band: Measured | null): string {
  return band === null ? '' : normaliseQuantity(band);
}

function printOf(now: LockGround | undefined, states: readonly LockState[]): string {
  const said = now === undefined ? null : [normaliseQuantity(now.value), bandText(now.band), now.key, now.status, now.condition];
  const inputs = now?.inputs.map(({ claim, value }) => [claim, normaliseQuantity(value)]);
  return createHash('sha256')
    .update(JSON.stringify([states, said, inputs]))
    .digest('hex')
    .slice(0, 32);
}
