// How benches measure: ours and a peer's work by turns in one run, medians of the ratios pair by pair; programs with the memory
// that they and their children take at once.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Turns {
  /** Median of ours over the peer's, pair by pair. */
  readonly ratio: number;
  readonly ours: number;
  readonly peer: number;
  readonly pairs: number;
}

type Work = (pair: number) => number | Promise<number>;

/** Each work says what it took. Who comes first changes from pair to pair. */
export async function byTurns(pairs: number, ours: Work, peer: Work): Promise<Turns> {
  const taken: { ours: number; peer: number }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const first = pair % 2 === 0 ? await ours(pair) : undefined;
    const other = await peer(pair);
    taken.push({ ours: first ?? (await ours(pair)), peer: other });
  }
  return {
    ratio: median(taken.map((one) => one.ours / one.peer)),
    ours: median(taken.map((one) => one.ours)),
    peer: median(taken.map((one) => one.peer)),
    pairs,
  };
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))]!;
}

export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Of this process, all threads. */
export async function processorMs(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

export interface Ran {
  readonly ms: number;
  /** The most memory that the program and its children held at once; zero where `/proc` does not tell. */
  readonly peakMb: number;
  readonly output: string;
}

/** @throws Error with what the program said where it failed */
export async function run(command: string, args: readonly string[], options: { env?: NodeJS.ProcessEnv; input?: string } = {}): Promise<Ran> {
  const start = performance.now();
  const child = spawn(command, args, { env: { ...process.env, ...options.env }, stdio: ['pipe', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  const failed: Buffer[] = [];
  let peakMb = 0;
  const look = setInterval(() => {
    peakMb = Math.max(peakMb, treeMb(child.pid));
  }, 25);
  child.stdout.on('data', (piece: Buffer) => said.push(piece));
  child.stderr.on('data', (piece: Buffer) => failed.push(piece));
  child.stdin.end(options.input ?? '');
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  }).finally(() => clearInterval(look));
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${Buffer.concat(failed).toString().slice(-400)}`);
  return { ms: performance.now() - start, peakMb, output: Buffer.concat(said).toString() };
}

/** Memory of a process and its children, counted where they share it for each. */
function treeMb(root: number | undefined): number {
  if (root === undefined || process.platform !== 'linux') return 0;
  const parents = new Map(readdirSync('/proc').flatMap((name) => parentOf(Number(name))));
  const belongs = (pid: number): boolean => pid === root || (parents.has(pid) && belongs(parents.get(pid)!));
  return [root, ...[...parents.keys()].filter((pid) => pid !== root && belongs(pid))].reduce((sum, pid) => sum + residentMb(pid), 0);
}

function parentOf(pid: number): [number, number][] {
  if (!Number.isInteger(pid)) return [];
  const stat = textOf(`/proc/${pid}/stat`);
  const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  return Number.isInteger(parent) && parent > 0 ? [[pid, parent]] : [];
}

function residentMb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** Empty for a process that has ended. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

/** The command line of Assay, as `npm run assay` starts it. */
export const assayCommand = fileURLToPath(new URL('../../electron/assay.mjs', import.meta.url));

export class MissingPeer extends Error {}

/** @throws MissingPeer with the Debian package that has it */
export function neededProgram(name: string, debianPackage: string): string {
  const found = spawnSync(name, ['--version']);
  if (found.error !== undefined) throw new MissingPeer(`This bench measures against ${name}, which is not here: apt-get install ${debianPackage}`);
  return name;
}
