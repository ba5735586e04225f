// Marks of a panel in data space: days and decimal text, each with its claims.
import { dayNumber } from '../../period/index.ts';
import { type Interval, type Measured, shiftPoint } from '../../quantity/index.ts';
import type { Claim } from '../claims/model.ts';
import type { StatusClass } from '../ledger/model.ts';
import type { BoardFacts } from './facts.ts';
import type { RatesStrand } from './model.ts';
import type { Bounds, Part, PartRole, Placed } from './parts.ts';
import { isPartial } from './placing.ts';
import type { StackSpan } from './stacks.ts';
import type { Reckoned } from './transform.ts';

export interface PanelMark {
  readonly role: PartRole;
  readonly class: StatusClass;
  readonly status: Claim['status'];
  readonly issuer: string | null;
  readonly period: string;
  readonly from: string | null;
  /** The first day no longer; null goes on. */
  readonly to: string | null;
  readonly low: string | null;
  readonly high: string | null;
  /** How far an open bound can reach. */
  readonly cap: string | null;
  /** What rounding allows, of what is reckoned. */
  readonly within: Bounds | null;
  readonly qualifier: Measured['qualifier'];
  readonly condition: string | null;
  /** Its line goes on to the next of its frequency. */
  readonly joined: boolean;
  /** A span that is no calendar unit. */
  readonly partial: boolean;
  /** Whether it was known on the day is not certain. */
  readonly unsure: boolean;
  /** The last step, which nothing ends. */
  readonly open: boolean;
  readonly stack: StackSpan | null;
  readonly claims: readonly string[];
}

export function marksOf(
  placed: readonly (Omit<Placed, 'parts'> & { readonly parts: readonly (Part | Reckoned)[] })[],
  { joined, stack }: { joined(one: (typeof placed)[number]): boolean; stack?: ReadonlyMap<Part, StackSpan> | undefined },
): PanelMark[] {
  return placed.flatMap((one) =>
    one.parts.map(
      (part): PanelMark => ({
        role: part.role,
        class: one.class,
        status: part.status,
        issuer: one.issuer,
        period: one.period,
        from: one.from,
        to: one.to,
        low: part.raw.low,
        high: part.raw.high,
        cap: 'within' in part ? null : capOf(part, one.range),
        within: 'within' in part ? boundsOf(part.within) : null,
        qualifier: part.qualifier,
        condition: part.condition,
        joined: part.role === 'value' && joined(one),
        partial: isPartial(one),
        unsure: part.isUnsure,
        open: false,
        stack: stack?.get(part) ?? null,
        claims: part.claims,
      }),
    ),
  );
}

function capOf({ raw }: Part, range: Interval | undefined): string | null {
  if (raw.high === null) return range?.high?.toFixed() ?? null;
  return raw.low === null ? (range?.low?.toFixed() ?? null) : null;
}

export function boundsOf({ low, high }: Interval): Bounds {
  return { low: low?.toDecimalPlaces(12).toFixed() ?? null, high: high?.toDecimalPlaces(12).toFixed() ?? null };
}

/** Each holds to the start of the next, the last to the end of its thing, or it is open. */
export function asSteps(marks: readonly PanelMark[], end: string | null): PanelMark[] {
  const lines = Map.groupBy(marks, (mark) => JSON.stringify([mark.class, mark.issuer]));
  return [...lines.values()].flatMap((line) => {
    const starts = [...new Set(line.map(({ from }) => from ?? ''))].sort();
    return line.map((mark): PanelMark => {
      const next = starts.find((start) => start > (mark.from ?? ''));
      const ends = end !== null && end > (mark.from ?? '') ? end : null;
      const to = next !== undefined && (ends === null || next < ends) ? next : ends;
      return { ...mark, to, joined: false, partial: false, open: to === null };
    });
  });
}

/** Levels as steps; a path as one reading a year and way, with their span. */
export function marksOfRates(strand: RatesStrand, facts: BoardFacts): PanelMark[] {
  const end = facts.thing(strand.rates)?.end;
  const [first, last] = yearsOf(strand);
  return facts.rates(strand).flatMap((rate) => {
    const steps = rate.steps.flatMap((step) => {
      const from = step.from.earliest ?? step.from.latest;
      const rivals = step.disputed && !step.isChange ? rivalsOf(step.claims, facts) : [];
      if (rivals.length < 2) return [stepMark(step.disputed ? 'hull' : 'value', from, step, step.claims)];
      return [...rivals.map(({ bounds, claim }) => stepMark('rival', from, bounds, [claim])), stepMark('hull', from, step, step.claims)];
    });
    const lastLevel = rate.steps.reduce(
      (latest, { from }) => ((from.earliest ?? from.latest ?? '') > latest ? (from.earliest ?? from.latest ?? '') : latest),
      '',
    );
    const path = rate.readings.flatMap(({ at }) => Object.entries(at).map(([year, bounds]) => yearMark('reading', year, bounds, rate.claims)));
    const band = Object.entries(rate.band).map(([year, bounds]) => yearMark('hull', year, bounds, rate.claims));
    const isAfter = ({ from }: PanelMark) => (from ?? '') > lastLevel;
    const years = hasPath(rate.readings) ? [...path, ...band].filter(isAfter) : [];
    const firstOfPath = years.map(({ from }) => from ?? '').sort()[0];
    const ended = asSteps(steps, firstOfPath ?? end?.latest ?? end?.earliest ?? null);
    return [...ended, ...years].filter((mark) => isWithinYears(mark, first, last));
  });
}

/** Whether the ways of reading are those of a path, rather than the levels once more. */
function hasPath(readings: readonly { readonly label: { readonly key: string } }[]): boolean {
  return readings.some(({ label }) => !label.key.endsWith('.stated'));
}

function yearsOf({ years }: RatesStrand): [string | null, string | null] {
  if (years === null) return [null, null];
  const [first = '', last = first] = years.split('/');
  return [`${first}-01-01`, `${Number(last) + 1}-01-01`];
}

function isWithinYears({ from, to }: PanelMark, first: string | null, last: string | null): boolean {
  return (first === null || to === null || to > first) && (last === null || from === null || from < last);
}

function rivalsOf(claims: readonly string[], facts: BoardFacts): { readonly bounds: Bounds; readonly claim: string }[] {
  const told = claims.flatMap((id) => {
    const claim = facts.claim(id);
    const part = claim === undefined || claim.value === null ? undefined : plainBounds(claim);
    return part === undefined ? [] : [{ bounds: part, claim: id }];
  });
  return told;
}

function plainBounds({ value, multiplier }: { readonly value: Bounds | null; readonly multiplier: number }): Bounds {
  return { low: scaled(value?.low ?? null, multiplier), high: scaled(value?.high ?? null, multiplier) };
}

function scaled(text: string | null, multiplier: number): string | null {
  return text === null ? null : shiftPoint(text, multiplier);
}

function stepMark(role: PartRole, from: string | null, { low, high }: Bounds, claims: readonly string[]): PanelMark {
  return { ...plain, role, period: from ?? '', from, to: null, low, high, qualifier: low === high ? 'exact' : 'between', claims };
}

function yearMark(role: PartRole, year: string, { low, high }: Bounds, claims: readonly string[]): PanelMark {
  const from = `${year.padStart(4, '0')}-01-01`;
  const to = `${String(Number(year) + 1).padStart(4, '0')}-01-01`;
  return { ...plain, role, period: year, from, to, low, high, qualifier: low === high ? 'exact' : 'between', claims };
}

const plain: PanelMark = {
  role: 'value',
  class: 'outcome',
  status: null,
  issuer: null,
  period: '',
  from: null,
  to: null,
  low: null,
  high: null,
  cap: null,
  within: null,
  qualifier: 'exact',
  condition: null,
  joined: false,
  partial: false,
  unsure: false,
  open: false,
  stack: null,
  claims: [],
};

/** By their first day, then by class and issuer: the same marks stand in the same order on every machine. */
export function inOrder(marks: readonly PanelMark[]): PanelMark[] {
  const key = ({ from, to, class: kind, issuer, role }: PanelMark) => JSON.stringify([from ?? '', to ?? '9999', kind, issuer ?? '', roleOrder[role]]);
  return marks.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

const roleOrder: Readonly<Record<PartRole, number>> = { hull: 0, was: 1, aside: 2, reading: 3, rival: 4, value: 5 };

/** The day in the middle of a mark; undefined where it has no end and no beginning. */
export function middleOf({ from, to, open }: Pick<PanelMark, 'from' | 'to' | 'open'>): number | undefined {
  if (from === null) return to === null ? undefined : dayNumber(to);
  return to === null || open ? dayNumber(from) : (dayNumber(from) + dayNumber(to)) / 2;
}
