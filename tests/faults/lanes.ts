import { availableParallelism } from 'node:os';

/** Runs 0 … `runs - 1`, as many at a time as there are processors, and four at most: each run is a process of its own. */
export async function inLanes(runs: number, work: (run: number) => Promise<void>): Promise<void> {
  let next = 0;
  async function lane(): Promise<void> {
    for (let run = next++; run < runs; run = next++) await work(run);
  }
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, lane));
}
