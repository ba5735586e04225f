// A thread of a simulation: computes some of the trials and says from time to time how many are done.
import { parentPort, workerData } from 'node:worker_threads';
import { plan, type SimulationRequest } from '../../../shared/features/scenarios/simulation.ts';

export interface Trials {
  readonly request: SimulationRequest;
  /** Shared memory, one array an output, of all trials. */
  readonly values: readonly Float64Array[];
  readonly from: number;
  readonly to: number;
}

const atOnce = 16_384;

const { request, values, from, to } = workerData as Trials;
const { simulation } = plan(request);
for (let start = from; start < to; start += atOnce) {
  const end = Math.min(to, start + atOnce);
  simulation.run(
    start,
    end,
    values.map((all) => all.subarray(start, end)),
  );
  parentPort?.postMessage(end - from);
}
