// Each rig once, with a few runs, so that a broken promise is seen by `npm test`; the full counts are `npm run test:faults`.
import { expect, it } from 'vitest';
import { recordTables } from '../../shared/records/index.ts';
import { rigs } from './rigs.ts';

/** Enough that the control does its harm. */
export const fewRuns: Readonly<Record<string, number>> = {
  kills: 5,
  exchangeKills: 6,
  powerCuts: 8,
  failingCalls: 8,
  hostileFiles: 8,
  gate: recordTables.length,
  bitFlips: 40,
  journals: 8,
  inPlace: 8,
  forgedTables: 6,
  races: 1,
  fuzzedCalls: 300,
  loopback: 150,
  malformed: 120,
  secondAccount: 1,
  offline: 1,
  damagedLarge: 2,
  canaries: 60,
  roundTrips: 50,
};

/** Those of the files: what happens to disks and processes. The others are of what comes in and goes out. */
export const diskRigs = [
  'kills',
  'exchangeKills',
  'powerCuts',
  'failingCalls',
  'bitFlips',
  'journals',
  'inPlace',
  'forgedTables',
  'races',
  'damagedLarge',
];

export function runEachOnce(names: readonly string[]): void {
  it.each([...names])('does no harm, and its control does: %s', async (name) => {
    const figure = await rigs[name]!(fewRuns[name]!);
    const value = figure.skipped === undefined ? figure.limit : 'not measured';
    // Where the limit is a time, only the harm counts here.
    expect(figure).toMatchObject(name === 'damagedLarge' ? { control: expect.stringContaining('is refused') } : { ok: true, value });
  });
}
