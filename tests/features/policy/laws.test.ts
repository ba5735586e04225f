// What holds of life cycles whatever was told.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleOf, type EventLine, on } from './told.ts';

const stages = [
  'proposed',
  'adopted',
  'in_force',
  'amended',
  'suspended',
  'resumed',
  'halted',
  'repealed',
  'started',
  'stopped',
  'withdrawn',
  'present',
];
const when = fc.oneof(
  fc.integer({ min: 2018, max: 2025 }).map(String),
  fc.tuple(fc.integer({ min: 2018, max: 2025 }), fc.integer({ min: 1, max: 12 })).map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
  fc
    .tuple(fc.integer({ min: 2018, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
);
const line = fc.record({ stage: fc.constantFrom(...stages), when, source: fc.constantFrom('one', 'two', 'three') });
const lines = fc.array(line, { minLength: 1, maxLength: 6 }).map((all): EventLine[] => all.map((one, index) => ({ ...one, id: `c${index}` })));
const day = fc.integer({ min: 2017, max: 2026 }).map((year) => `${year}-06-15`);

describe('a life cycle', () => {
  it('does not depend on the order in which its claims were captured', () => {
    fc.assert(
      fc.property(lines, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const shuffled = all.map((one) => ({ one, at: numbers.next().value as number })).toSorted((a, b) => a.at - b.at);
        const plain = (intervals: ReturnType<typeof cycleOf>['intervals']) =>
          intervals.map(({ track, from, to, step, claims }) => ({ track, from, to, step, claims: claims.toSorted() }));
        expect(plain(cycleOf(shuffled.map(({ one }) => one)).intervals)).toEqual(plain(cycleOf(all).intervals));
      }),
      { numRuns: 400 },
    );
  });

  it('is not in force for certain twice, nor in force and paused', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const runs = cycleOf(all).intervals.filter(
          ({ track, from, to }) => (track === 'force' || track === 'pause') && from.latest !== null && to?.earliest !== undefined,
        );
        const cores = runs.flatMap(({ from, to }) =>
          to?.earliest != null && from.latest! < to.earliest ? [[from.latest!, to.earliest] as const] : [],
        );
        for (const [index, [start, end]] of cores.entries())
          for (const [other, otherEnd] of cores.slice(index + 1))
            expect(start < otherEnd && other < end, `${start}–${end} and ${other}–${otherEnd}`).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('says for certain only what stays possible when a date is told less exactly', () => {
    fc.assert(
      fc.property(lines, fc.nat(), day, (all, which, at) => {
        const vaguer = all.map((one, index) => (index === which % all.length ? { ...one, when: one.when!.slice(0, 4) } : one));
        // Which of two came first is told by their dates: one that may now lie on either side of another says something else.
        const years = all.map((one) => one.when!.slice(0, 4));
        if (new Set(years).size < years.length) return;
        const [before, after] = [on(all, at).answer, on(vaguer, at).answer];
        expect([before, after].toSorted().join(' ')).not.toBe('no yes');
      }),
      { numRuns: 800 },
    );
  });
});
