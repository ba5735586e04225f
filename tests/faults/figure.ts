import { recordTables } from '../../shared/records/index.ts';

export interface Figure {
  readonly figure: string;
  readonly runs: number;
  readonly value: number | string;
  readonly limit: number | string;
  readonly ok: boolean;
  /** What the same fault did with the protection off; it must do harm. */
  readonly control: string;
  /** Why the figure could not be taken on this machine. */
  readonly skipped?: string;
}

export type Scale = 'quick' | 'nightly';

/** Measures one figure with this many runs. */
export type Rig = (runs: number) => Promise<Figure>;

/** A limit of the clock. The rule tests run on busy machines too: there only what never ends is over it. */
export function clockLimitMs(ms: number): number {
  return process.env.VITEST === undefined ? ms : 20 * ms;
}

export function skipped(figure: string, why: string): Figure {
  return { figure, runs: 0, value: 'not measured', limit: '', ok: true, control: '', skipped: why };
}

/** Runs a figure takes, by the name of its rig. */
export const limits: Readonly<Record<string, Readonly<Record<Scale, number>>>> = {
  kills: { quick: 60, nightly: 3000 },
  exchangeKills: { quick: 30, nightly: 500 },
  powerCuts: { quick: 2000, nightly: 100_000 },
  failingCalls: { quick: 200, nightly: 1920 },
  hostileFiles: { quick: 200, nightly: 20_600 },
  /** Forty of each record. */
  gate: { quick: 4 * recordTables.length, nightly: 40 * recordTables.length },
  bitFlips: { quick: 200, nightly: 6000 },
  journals: { quick: 40, nightly: 3000 },
  inPlace: { quick: 40, nightly: 200 },
  forgedTables: { quick: 60, nightly: 600 },
  races: { quick: 50, nightly: 500 },
  fuzzedCalls: { quick: 10_000, nightly: 200_000 },
  loopback: { quick: 1000, nightly: 1000 },
  malformed: { quick: 2000, nightly: 10_000 },
  secondAccount: { quick: 3, nightly: 20 },
  offline: { quick: 1, nightly: 1 },
  /** Megabytes of the workbook. */
  damagedLarge: { quick: 20, nightly: 250 },
  canaries: { quick: 1000, nightly: 1000 },
  roundTrips: { quick: 10_000, nightly: 10_000 },
};
