// `npm run bench -- NAME [--rows N] [--json]`: our work against a peer's in one run, alternating, as a median ratio.
import { benchConflicts } from './conflicts.ts';

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

const benches: Readonly<Record<string, (rows: number | undefined) => BenchResult>> = { conflicts: benchConflicts };

const [name = '', ...options] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  process.stderr.write(`usage: bench ${Object.keys(benches).join('|')} [--rows N] [--json]\n`);
  process.exit(2);
}
const rows = options.includes('--rows') ? Number(options[options.indexOf('--rows') + 1]) : undefined;
const result = bench(rows);
process.stdout.write(
  options.includes('--json')
    ? `${JSON.stringify(result)}\n`
    : `${result.name}: ours ${result.ours.toFixed(0)} ms, peer ${result.peer.toFixed(0)} ms, ratio ${result.ratio.toFixed(3)} (${result.pairs} pairs)\n`,
);
