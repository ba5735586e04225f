// What holds of life cycles whatever was told. ASSAY_LAW_RUNS sets how many scripts each law is tried with.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualMeanings } from '../../../shared/features/policy/stages.ts';
import { isCertain } from '../../../shared/features/policy/state.ts';
import { windowOf } from '../../../shared/features/policy/window.ts';
import { findPeriod } from '../../../shared/period/index.ts';
import { cycleOf, type EventLine, on } from './told.ts';

const numRuns = Number(process.env.ASSAY_LAW_RUNS ?? 400);
/** Only ends one that hangs. */
const timeout = 300_000 + numRuns * 20;

const stages = [...usualMeanings.keys()].filter((stage) => stage !== 'listed' && stage !== 'delisted');
const two = (value: number) => String(value).padStart(2, '0');
const day = fc
  .tuple(fc.integer({ min: 2018, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${two(month)}-${two(date)}`);
const month = day.map((text) => text.slice(0, 7));
const year = day.map((text) => text.slice(0, 4));
const when = fc.oneof(
  day,
  month,
  year,
  year.map((text) => `${text}-${two(21 + (Number(text) % 4))}`),
  fc.tuple(year, fc.integer({ min: 0, max: 3 })).map(([first, more]) => `${first}/${Number(first) + more}`),
  year.map((text) => `${text}/..`),
  month.map((text) => `${text}~`),
  year.map((text) => `${text}?`),
);
const source = fc.constantFrom('one', 'two', 'three');
const raise = { magnitude: { low: '10', high: '10', qualifier: 'exact' as const }, unit: 'PCT', change: 'percent' as const };
const told = fc
  .record({
    stage: fc.constantFrom(...stages),
    when: fc.option(when, { nil: undefined, freq: 8 }),
    source,
    madeOn: fc.option(year, { nil: undefined }),
    until: fc.option(day, { nil: undefined, freq: 4 }),
    status: fc.constantFrom('happened' as const, 'happened' as const, 'happened' as const, 'planned' as const, 'expected' as const),
    rank: fc.constantFrom('normal' as const, 'normal' as const, 'normal' as const, 'preferred' as const),
    condition: fc.constantFrom(null, null, null, 'if it rains'),
    raise: fc.boolean(),
  })
  .map(
    ({ raise: isRaise, when: at, madeOn, until, ...one }): EventLine => ({
      ...one,
      ...(at === undefined ? {} : { when: at }),
      ...(madeOn === undefined ? {} : { madeOn }),
      ...(until === undefined ? {} : { until }),
      ...(isRaise && one.stage === 'in_force' ? raise : {}),
    }),
  );
const numbered = (all: readonly EventLine[]) => all.map((one, index): EventLine => ({ ...one, id: `c${index}` }));
const lines = fc.array(told, { minLength: 1, maxLength: 7 }).map(numbered);
const asked = fc.tuple(fc.integer({ min: 2016, max: 2027 }), fc.integer({ min: 1, max: 12 })).map(([at, of]) => `${at}-${two(of)}-15`);

const plain = (all: readonly EventLine[]) => {
  const name = new Map(all.map((one, index) => [one.id, index]));
  const text = (ids: readonly string[]) => ids.map((id) => JSON.stringify({ ...all[name.get(id)!], id: '' })).toSorted();
  const { intervals, problems, returns, unplaced } = cycleOf(all);
  return {
    intervals: intervals.map((one) => ({
      ...one,
      claims: text(one.claims),
      endedBy: text(one.endedBy),
      was: one.was.map((before) => ({ ...before, claims: text(before.claims) })),
    })),
    problems: problems.map((one) => ({ ...one, claims: text(one.claims) })),
    returns: text(returns),
    unplaced: text(unplaced),
  };
};

describe('a life cycle', () => {
  it(
    'does not depend on the order in which its claims were captured',
    () => {
      fc.assert(
        fc.property(lines, fc.infiniteStream(fc.nat()), asked, (all, numbers, at) => {
          const shuffled = numbered(
            all
              .map((one) => ({ one, at: numbers.next().value as number }))
              .toSorted((a, b) => a.at - b.at)
              .map(({ one }) => one),
          );
          expect(plain(shuffled)).toEqual(plain(all));
          expect(on(shuffled, at).answer).toBe(on(all, at).answer);
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it(
    'has intervals of one track that never overlap, and is never in force and paused on one day',
    () => {
      fc.assert(
        fc.property(lines, asked, (all, at) => {
          const { intervals } = cycleOf(all);
          for (const tracks of [['draft'], ['force', 'pause']]) {
            const own = intervals.filter(({ track }) => tracks.includes(track));
            expect(
              own.filter((one) => isCertain(one, at)),
              JSON.stringify(own.map(({ track, from, to }) => [track, from, to])),
            ).toHaveLength(own.some((one) => isCertain(one, at)) ? 1 : 0);
            for (const { from, to } of own) expect((from.earliest ?? '') <= (to?.latest ?? '9999')).toBe(true);
          }
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it(
    'says the same for certain when a date is told more exactly, and never the contrary when it is told less exactly',
    () => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(told, day), { minLength: 1, maxLength: 6 }),
          fc.nat(),
          fc.constantFrom(4, 7),
          asked,
          (drawn, which, length, at) => {
            // Which of two came first is told by their dates: the one that changes lies on its own side of every other.
            const chosen = which % drawn.length;
            const exact = numbered(drawn.map(([one, date], index) => (index === chosen ? { ...one, when: date } : one)));
            const vaguer = exact.map((one, index) => (index === chosen ? { ...one, when: one.when!.slice(0, length) } : one));
            if (!isApart(vaguer, chosen)) return;
            const [before, after] = [on(vaguer, at).answer, on(exact, at).answer];
            if (before !== 'unsure') expect(`${after} ${at}`).toBe(`${before} ${at}`);
          },
        ),
        { numRuns: 2 * numRuns },
      );
    },
    timeout,
  );
});

/** No other date, nor a last day, lies within that of the chosen one. What holds throughout a time says more where that is longer. */
function isApart(all: readonly EventLine[], chosen: number): boolean {
  const own = all[chosen]!;
  if (usualMeanings.get(own.stage)?.does === 'holds') return false;
  const { earliest, latest } = findPeriod(own.when)!;
  return all.every((one, index) => {
    if (one.until != null && one.until >= earliest! && one.until <= latest!) return false;
    if (index === chosen) return one.until == null || one.until > latest!;
    const window = windowOf(one.when ?? null, 'earlier');
    const [start, end] = [window.earliest ?? '', window.latest ?? '9999'];
    return end < earliest! || start > latest!;
  });
}
