// Each rig with a few runs, so that a broken promise is seen by `npm test`; the full counts are `npm run test:faults`.
import { describe, expect, it } from 'vitest';
import { limits } from './figure.ts';
import { rigs } from './rigs.ts';

/** Enough that the control does its harm. */
const fewRuns: Readonly<Record<string, number>> = {
  kills: 5,
  powerCuts: 60,
  failingCalls: 24,
  hostileFiles: 8,
  bitFlips: 40,
  journals: 24,
  races: 3,
  fuzzedCalls: 600,
  loopback: 200,
  offline: 1,
  damagedLarge: 2,
  canaries: 200,
  roundTrips: 300,
};

describe('a fault', () => {
  it('has a rig for each row of the table of runs', () => {
    expect(Object.keys(rigs).toSorted()).toEqual(Object.keys(limits).toSorted());
    expect(Object.keys(fewRuns).toSorted()).toEqual(Object.keys(limits).toSorted());
  });

  it.each(Object.keys(rigs))('does no harm, and its control does: %s', { timeout: 120_000 }, async (name) => {
    const figure = await rigs[name]!(fewRuns[name]!);
    const value = figure.skipped === undefined ? figure.limit : 'not measured';
    // Where the limit is a time, only the harm counts here.
    expect(figure).toMatchObject(name === 'damagedLarge' ? { control: expect.stringContaining('is refused') } : { ok: true, value });
  });
});
