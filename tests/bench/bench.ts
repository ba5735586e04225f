// `npm run bench -- NAME [--rows N] [--json]`: our work against a peer's in one run, alternating, as a median ratio; or
// figures against their goals. One JSON object a line with --json.
import { enableCompileCache } from 'node:module';
import { benchAlike } from './alike.ts';
import { benchAnchors } from './anchors.ts';
import { benchApply } from './apply.ts';
import { benchCapture } from './capture.ts';
import { benchConflicts } from './conflicts.ts';
import { benchEdit } from './edit.ts';
import { benchFollow } from './follow.ts';
import { benchImport } from './import.ts';
import { benchLifecycle } from './lifecycle.ts';
import { MissingPeer } from './measure.ts';
import { benchMerge } from './merge.ts';
import { benchMontecarlo } from './montecarlo.ts';
import { benchOpen } from './open.ts';
import { benchSearch } from './search.ts';
import { benchSources } from './sources.ts';
import { benchCli, benchStart } from './start.ts';
import { benchWindow } from './window.ts';
import { benchXlsx } from './xlsx.ts';

/** A bench that counts what is right has no peer. */
export interface CountResult {
  readonly name: string;
  readonly [more: string]: unknown;
}

export interface BenchResult {
  readonly name: string;
  /** Median of ours over the peer's, pair by pair. */
  readonly ratio: number;
  readonly ours: number;
  readonly peer: number;
  readonly unit: 'ms';
  readonly pairs: number;
  readonly [more: string]: unknown;
}

/** A figure and the least that it should be. */
export interface BenchFigure extends CountResult {
  readonly value: number;
  readonly goal: number;
  readonly ok: boolean;
}

type Result = BenchResult | CountResult;
type Bench = (rows: number | undefined) => Result | readonly Result[] | Promise<Result | readonly Result[]>;

const benches: Readonly<Record<string, Bench>> = {
  alike: benchAlike,
  anchors: benchAnchors,
  apply: benchApply,
  capture: benchCapture,
  cli: benchCli,
  conflicts: benchConflicts,
  edit: benchEdit,
  follow: benchFollow,
  import: benchImport,
  lifecycle: benchLifecycle,
  merge: benchMerge,
  montecarlo: benchMontecarlo,
  open: benchOpen,
  search: benchSearch,
  sources: benchSources,
  start: benchStart,
  window: benchWindow,
  xlsx: benchXlsx,
};

// As the program does where it starts.
enableCompileCache();
const [chosen = '', ...options] = process.argv.slice(2);
const bench = benches[chosen];
if (bench === undefined) {
  process.stderr.write(`usage: bench ${Object.keys(benches).join('|')} [--rows N] [--json]\n`);
  process.exit(2);
}
const rows = options.includes('--rows') ? Number(options[options.indexOf('--rows') + 1]) : undefined;
for (const result of await measured(bench)) process.stdout.write(`${options.includes('--json') ? JSON.stringify(result) : say(result)}\n`);

/** A bench that cannot find its peer says so and fails. */
async function measured(run: Bench): Promise<Result[]> {
  try {
    return [await run(rows)].flat();
  } catch (error) {
    if (!(error instanceof MissingPeer)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function say(one: Result): string {
  if ('ratio' in one) return timesOf(one as BenchResult);
  return 'goal' in one ? goalOf(one as BenchFigure) : JSON.stringify(one, null, 2);
}

function goalOf({ name, value, goal, ok }: BenchFigure): string {
  return `${ok ? 'ok  ' : 'LOW '} ${name}: ${Number(value.toFixed(4))} (goal ${goal})`;
}

function timesOf({ name, ours, peer, ratio, pairs }: BenchResult): string {
  return `${name}: ours ${ours.toFixed(0)} ms, peer ${peer.toFixed(0)} ms, ratio ${ratio.toFixed(3)} (${pairs} pairs)`;
}
