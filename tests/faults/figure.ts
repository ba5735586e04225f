export interface Figure {
  readonly figure: string;
  readonly runs: number;
  readonly value: number | string;
  readonly limit: number | string;
  readonly ok: boolean;
  /** What the same fault did with the protection off; it must do harm. */
  readonly control: string;
}

/** Runs a figure takes, by the name of its rig. */
export const limits = {
  kills: { quick: 60, nightly: 3000 },
  bitFlips: { quick: 200, nightly: 6000 },
  races: { quick: 50, nightly: 500 },
  roundTrips: { quick: 10_000, nightly: 10_000 },
} as const;
