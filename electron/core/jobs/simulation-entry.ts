// Entry of the child process that runs a simulation: it shares the trials out to threads, which write into memory that all see, and
// tells what came of them.
import { Worker } from 'node:worker_threads';
import type { Simulated } from '../../../shared/features/scenarios/contract.ts';
import { plan, type SimulationRequest, told } from '../../../shared/features/scenarios/simulation.ts';
import { answerParent, type Report } from './answer-parent.ts';
import { filePath } from './child.ts';
import type { Trials } from './simulation-worker.ts';

answerParent<SimulationRequest & { workers: number }, Simulated[]>(async ({ workers, ...request }, report) => {
  const { keys } = plan(request);
  const values = keys.map(() => new Float64Array(new SharedArrayBuffer(request.runs * 8)));
  await shareOut({ request, values, workers, report });
  // Memory of its own is read faster than shared memory.
  const own = values.map((shared) => new Float64Array(shared));
  return told({ keys }, own, request.threshold);
});

interface Shared {
  readonly request: SimulationRequest;
  readonly values: readonly Float64Array[];
  readonly workers: number;
  readonly report: Report;
}

async function shareOut({ request, values, workers, report }: Shared): Promise<void> {
  const done = Array.from({ length: workers }, () => 0);
  await Promise.all(
    done.map((_, at) => {
      const [from, to] = [at, at + 1].map((part) => Math.floor((request.runs * part) / workers)) as [number, number];
      return runTrials({ request, values, from, to }, (count) => {
        done[at] = count;
        report(done.reduce((sum, one) => sum + one, 0) / request.runs);
      });
    }),
  );
}

function runTrials(trials: Trials, onDone: (count: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(filePath('simulation-worker'), { workerData: trials });
    worker.on('message', onDone);
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread of the simulation ended with ${code}`))));
  });
}
