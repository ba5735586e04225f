// `npm run bench -- NAME [--rows N] [--json]`: our work against a peer's in one run, alternating, as a median ratio.
import { benchAnchors } from './anchors.ts';
import { benchConflicts } from './conflicts.ts';

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

const benches: Readonly<Record<string, (rows: number | undefined) => BenchResult | CountResult>> = {
  anchors: benchAnchors,
  conflicts: benchConflicts,
};

const [chosen = '', ...options] = process.argv.slice(2);
const bench = benches[chosen];
if (bench === undefined) {
  process.stderr.write(`usage: bench ${Object.keys(benches).join('|')} [--rows N] [--json]\n`);
  process.exit(2);
}
const rows = options.includes('--rows') ? Number(options[options.indexOf('--rows') + 1]) : undefined;
const result = bench(rows);
process.stdout.write(
  options.includes('--json') ? `${JSON.stringify(result)}\n` : `${isTimed(result) ? timesOf(result) : JSON.stringify(result, null, 2)}\n`,
);

function isTimed(one: BenchResult | CountResult): one is BenchResult {
  return 'ratio' in one;
}

function timesOf({ name, ours, peer, ratio, pairs }: BenchResult): string {
  return `${name}: ours ${ours.toFixed(0)} ms, peer ${peer.toFixed(0)} ms, ratio ${ratio.toFixed(3)} (${pairs} pairs)`;
}
