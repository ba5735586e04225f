// A million trials of a user-written model (12 drawn inputs, ten years, one net present value, its mean and percentiles) against the
// same written by hand over numpy's arrays. Both are warm; ours is what the app does: once in this thread, and as a job whose child and
// threads are started anew. Beside it whether 1, 2 and 4 workers give the same bits, and how long 10,000 trials take at once.
import { spawnSync } from 'node:child_process';
import { simulate } from '../../electron/core/features/scenarios/simulating.ts';
import { forkNodeChild } from '../../electron/core/jobs/child.ts';
import { createJobs } from '../../electron/core/jobs/jobs.ts';
import type { Definition } from '../../shared/features/scenarios/model.ts';
import { noSpans } from '../../shared/features/scenarios/model.ts';
import { plan, type SimulationRequest, told } from '../../shared/features/scenarios/simulation.ts';
import type { BenchResult, CountResult } from './bench.ts';

const usualRuns = 1_000_000;
const pairs = 5;

type Drawn = readonly [code: string, kind: 'uniform' | 'triangular' | 'normal', low: number, value: number, high: number];

const inputs: readonly Drawn[] = [
  ['price', 'triangular', 900, 1000, 1200],
  ['price_growth', 'normal', -0.01, 0.02, 0.05],
  ['volume', 'uniform', 8000, 10_000, 12_000],
  ['volume_growth', 'normal', 0, 0.03, 0.06],
  ['cost', 'triangular', 500, 600, 720],
  ['cost_growth', 'normal', 0, 0.03, 0.06],
  ['fixed', 'uniform', 1_000_000, 1_200_000, 1_500_000],
  ['tax', 'uniform', 0.18, 0.2, 0.25],
  ['capex', 'triangular', 7_000_000, 8_000_000, 10_000_000],
  ['working', 'uniform', 0.08, 0.1, 0.12],
  ['salvage', 'uniform', 0.1, 0.2, 0.3],
  ['r', 'uniform', 0.1, 0.12, 0.16],
];

const definition: Definition = {
  indices: [{ code: 'year', label: '', first: 1, last: 10, items: [] }],
  correlations: [],
  inputs: inputs.map(([code, kind, low, value, high]) => ({
    code,
    unit: '',
    by: null,
    points: [{ at: null, value: String(value) }],
    fill: 'none',
    low: String(low),
    high: String(high),
    distribution: { kind, values: [], hazard: null, from: null },
    spans: noSpans,
  })),
  formulas: [
    ['revenue', 'price * (1 + price_growth)^(year - 1) * volume * (1 + volume_growth)^(year - 1)', false],
    ['costs', 'cost * (1 + cost_growth)^(year - 1) * volume * (1 + volume_growth)^(year - 1) + fixed', false],
    ['flow', '(revenue - costs) * (1 - tax)', false],
    ['npv', '-capex - working * revenue[1] + sum(flow / (1 + r)^year, year) + (salvage * capex + working * revenue[1]) / (1 + r)^10', true],
  ].map(([code, expression, isOutput]) => ({ code: String(code), unit: '', expression: String(expression), isOutput: isOutput === true })),
};

const byHand = `
import sys, time
try:
    import numpy as np
except ImportError:
    print('no numpy'); sys.exit(0)
n = int(sys.argv[1])
z95 = 1.6448536269514722
def once(seed):
    rng = np.random.default_rng(seed)
    tri = lambda a, m, b: rng.triangular(a, m, b, n)
    uni = lambda a, b: rng.uniform(a, b, n)
    nor = lambda a, m, b: rng.normal(m, (b - a) / (2 * z95), n)
    price, pg, vol, vg = tri(900, 1000, 1200), nor(-.01, .02, .05), uni(8000, 12000), nor(0, .03, .06)
    cost, cg, fixed, tax = tri(500, 600, 720), nor(0, .03, .06), uni(1e6, 1.5e6), uni(.18, .25)
    capex, working, salvage, r = tri(7e6, 8e6, 10e6), uni(.08, .12), uni(.1, .3), uni(.1, .16)
    first = price * vol
    npv = -capex - working * first
    p, v, c, d = price.copy(), vol.copy(), cost.copy(), np.ones(n)
    pf, vf, cf, df = 1 + pg, 1 + vg, 1 + cg, 1 / (1 + r)
    keep = 1 - tax
    for year in range(10):
        d *= df
        npv += (p * v - c * v - fixed) * keep * d
        p *= pf; v *= vf; c *= cf
    npv += (salvage * capex + working * first) * d
    return npv.mean(), npv.std(ddof=1), (npv < 0).mean(), np.percentile(npv, [5, 25, 50, 75, 95])
once(0)
start = time.perf_counter(); result = once(1); print((time.perf_counter() - start) * 1000, result[0])
`;

const request = (runs: number): SimulationRequest => ({ definition, changes: {}, outputs: ['npv'], seed: 20_260_101, runs, threshold: 0 });

function atOnce(runs: number) {
  const planned = plan(request(runs));
  const values = planned.keys.map(() => new Float64Array(runs));
  planned.simulation.run(0, runs, values);
  return told(planned, values, 0);
}

export async function benchMontecarlo(runs = usualRuns): Promise<BenchResult | CountResult> {
  const jobs = createJobs({ newId: () => 'bench', onProgress: () => {} });
  const asJob = (workers: number) => simulate(request(runs), { name: 'bench', job: undefined, workers }, { jobs, fork: forkNodeChild });
  atOnce(runs);
  const ours: number[] = [];
  const job: number[] = [];
  const theirs: number[] = [];
  let meanOfPeer = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    ours.push(await timed(async () => void atOnce(runs)));
    const peer = spawnSync('python3', ['-c', byHand, String(runs)], { encoding: 'utf8' });
    const [ms, mean] = peer.stdout.trim().split(' ').map(Number);
    if (peer.status !== 0 || ms === undefined || Number.isNaN(ms))
      return { name: 'montecarlo', missing: 'python3 with numpy: the peer cannot be measured here' };
    theirs.push(ms);
    meanOfPeer = mean ?? 0;
    job.push(await timed(async () => void (await asJob(2))));
  }
  const small = await timed(async () => void atOnce(10_000));
  const [one, two, four] = [await asJob(1), await asJob(2), await asJob(4)];
  const isSame = [two, four].every((other) => JSON.stringify(other) === JSON.stringify(one)) && JSON.stringify(atOnce(runs)) === JSON.stringify(one);
  return {
    name: 'montecarlo',
    ratio: median(ours.map((ms, at) => ms / theirs[at]!)),
    ours: median(ours),
    peer: median(theirs),
    unit: 'ms',
    pairs,
    runs,
    asJobOfTwoMs: median(job),
    asJobOfTwo: median(job.map((ms, at) => ms / theirs[at]!)),
    tenThousandMs: small,
    isSameFor1And2And4Workers: isSame,
    mean: one[0]!.mean,
    meanOfPeer,
  };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
