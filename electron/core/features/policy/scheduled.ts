// Rates and shares that follow from a driver: one that is given, or what the ledger knows of it on the day.
import type { Claim } from '../../../../shared/features/claims/model.ts';
import { normalName } from '../../../../shared/features/claims/origin.ts';
import { measuredOf, statusClass } from '../../../../shared/features/ledger/rules.ts';
import type { Rate } from '../../../../shared/features/policy/contract.ts';
import { distinct } from '../../../../shared/features/policy/details.ts';
import type { Schedule } from '../../../../shared/features/policy/model.ts';
import { scheduled } from '../../../../shared/features/policy/schedule.ts';
import { message } from '../../../../shared/message.ts';
import { findPeriod } from '../../../../shared/period/index.ts';
import { type Decimal, hullOf, type Interval, interval, statedInterval } from '../../../../shared/quantity/index.ts';

export interface ScheduledOptions {
  allClaims(): readonly Claim[];
  keyOf(name: string): string;
  verdictValue(claim: Claim): Interval | undefined;
}

interface Request {
  readonly on: string;
  /** Values of drivers as decimal text, by measure. */
  readonly given: Readonly<Record<string, string>>;
}

/** undefined on a day outside the schedule's period. */
export function createScheduled({ allClaims, keyOf, verdictValue }: ScheduledOptions): (schedule: Schedule, request: Request) => Rate | undefined {
  function scheduleRate(schedule: Schedule, { on, given }: Request): Rate | undefined {
    const period = findPeriod(schedule.period);
    if (period !== undefined && ((period.earliest !== null && on < period.earliest) || (period.latest !== null && on > period.latest)))
      return undefined;
    const said = given[schedule.driver.measure];
    const observed = said === undefined ? driverOn(schedule, on) : undefined;
    const driver = said !== undefined && /^-?\d+(\.\d+)?$/.test(said) ? interval(said, said) : observed?.value;
    const base = {
      class: [schedule.gives, schedule.recipient ?? ''].filter((part) => part !== '').join(' · '),
      unit: schedule.unit,
      steps: [],
      readings: [],
      band: {},
      claims: distinct([...schedule.claims, ...(observed?.claims ?? []).map(({ id }) => id)]),
    };
    const at = (bound: Decimal | null | undefined) => (bound == null ? undefined : scheduled(schedule, bound));
    const [low, high] = [at(driver?.low), at(driver?.high)];
    if (low === undefined || high === undefined) {
      const needs = driver === undefined ? 'policy:needs.driver' : 'policy:needs.points';
      return { ...base, on: null, needs: [message(needs, { measure: { code: schedule.driver.measure }, day: { period: on } })] };
    }
    const [least, most] = low.lte(high) ? [low, high] : [high, low];
    return {
      ...base,
      on: {
        low: least.toFixed(),
        high: most.toFixed(),
        stage: null,
        claims: base.claims,
        disputed: false,
      },
      needs: [],
    };
  }

  /** What the ledger knows of a driver on a day. */
  function driverOn({ driver }: Schedule, on: string): { value: Interval; claims: Claim[] } | undefined {
    const found = allClaims().filter((claim) => {
      if (
        claim.kind !== 'figure' ||
        claim.rank === 'deprecated' ||
        claim.change !== null ||
        claim.value === null ||
        statusClass(claim.status) !== 'outcome'
      )
        return false;
      const period = findPeriod(claim.period);
      const isSame = normalName(claim.measure ?? '') === normalName(driver.measure) && (driver.unit === null || claim.unit === driver.unit);
      return isSame && period?.earliest != null && period.earliest <= on && (period.latest === null || on <= period.latest);
    });
    const subjects = new Set(found.map((claim) => keyOf(claim.subject ?? '')));
    if (found.length === 0 || subjects.size > 1) return undefined;
    return { value: hullOf(found.map((claim) => verdictValue(claim) ?? statedInterval(measuredOf(claim)))), claims: found };
  }

  return scheduleRate;
}
