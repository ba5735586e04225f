// Runs of a model. A short one is computed at once; a long one by workers of a child process, which can be watched and cancelled. Both
// give the same bits.
import { AppError } from '../../../../shared/errors.ts';
import type { Simulated } from '../../../../shared/features/scenarios/contract.ts';
import { plan, type SimulationRequest, told } from '../../../../shared/features/scenarios/simulation.ts';
import { message } from '../../../../shared/message.ts';
import type { ForkChild } from '../../jobs/child.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import { runJob } from '../../jobs/run-job.ts';

export interface SimulatingOptions {
  readonly jobs: Jobs;
  readonly fork: ForkChild;
}

export interface HowToRun {
  readonly name: string;
  readonly job: string | undefined;
  /** Forces a child with so many workers. */
  readonly workers: number | undefined;
}

/** Steps times trials that take about a twentieth of a second. */
const mostAtOnce = 40_000_000;
const usualWorkers = 2;

const failures = {
  cancelled: { key: 'simulation.cancelled' },
  tookTooLong: { key: 'simulation.tookTooLong' },
  stopped: { key: 'simulation.stopped' },
};

export async function simulate(
  request: SimulationRequest,
  { name, job: id, workers }: HowToRun,
  { jobs, fork }: SimulatingOptions,
): Promise<Simulated[]> {
  const planned = plan(request);
  if (workers === undefined && planned.work <= mostAtOnce) {
    const values = planned.keys.map(() => new Float64Array(request.runs));
    planned.simulation.run(0, request.runs, values);
    return told(planned, values, request.threshold);
  }
  const job = jobs.start({ id, label: message('app:job.simulating'), total: 1 });
  try {
    if (job.signal.aborted) throw new AppError('cancelled', failures.cancelled.key);
    return await runJob<Simulated[]>(
      'simulation-entry',
      { ...request, workers: workers ?? usualWorkers },
      { fork, failures, signal: job.signal, caps: { timeoutMs: 60_000, memoryMb: 1024 }, onProgress: (share) => job.progress(0, name, share) },
    );
  } finally {
    job.end();
  }
}
