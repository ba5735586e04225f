// A large workbook opened in a fresh process to its first window and its counts, against an empty one; and `assay info` of it in
// processor time, against that of the sample.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchResult } from './bench.ts';
import { assayCommand, byTurns, median, run } from './measure.ts';
import { makeClaims, openDesk } from './workbooks.ts';

const defaultRows = 100_000;
const pairs = 7;

interface Opened {
  readonly firstWindowMs: number;
  readonly openMs: number;
  readonly completeMs: number;
  readonly memoryMb: number;
}

export async function benchOpen(rows = defaultRows): Promise<BenchResult[]> {
  const desk = openDesk('open');
  const at = (name: string) => join(desk.folder, `${name}.assay`);
  try {
    await makeClaims(desk, at('large'), rows);
    for (const [name, more] of [
      ['empty', []],
      ['sample', ['--sample']],
    ] as const)
      await run(process.execPath, [assayCommand, 'new', at(name), ...more], { env: desk.env });
    const all: Opened[] = [];
    const opened = async (name: string) => {
      const one = JSON.parse((await run(process.execPath, [freshProcess, desk.folder, at(name)])).output) as Opened;
      if (name === 'large') all.push(one);
      return one.firstWindowMs;
    };
    // The first look at a workbook counts what later ones find counted.
    await opened('large');
    await opened('empty');
    all.length = 0;
    const turns = await byTurns(
      pairs,
      () => opened('large'),
      () => opened('empty'),
    );
    const info = (name: string) => infoCpuMs(at(name), { ...process.env, ...desk.env });
    const infoTurns = await byTurns(
      pairs,
      () => info('large'),
      () => info('sample'),
    );
    const overMs = turns.ours - 1.2 * turns.peer;
    const typical = (key: keyof Opened) => median(all.map((one) => one[key]));
    return [
      {
        name: 'open',
        ...turns,
        unit: 'ms',
        rows,
        sizeMb: statSync(at('large')).size / 2 ** 20,
        overMs,
        openMs: typical('openMs'),
        completeMs: typical('completeMs'),
        memoryMb: typical('memoryMb'),
      },
      { name: 'open-info', ...infoTurns, unit: 'ms', rows },
    ];
  } finally {
    desk.clear();
  }
}

const freshProcess = fileURLToPath(new URL('./fresh-process.ts', import.meta.url));

const reporter = `process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('cpu ' + (user + system) / 1000); });`;

/** Processor time of the whole program. */
export function infoCpuMs(path: string, env: NodeJS.ProcessEnv): number {
  return nodeCpuMs([assayCommand, 'info', path], env);
}

export function nodeCpuMs(args: readonly string[], env: NodeJS.ProcessEnv): number {
  const preload = `data:text/javascript,${encodeURIComponent(reporter)}`;
  const { stderr, status } = spawnSync(process.execPath, ['--import', preload, ...args], { env, encoding: 'utf8' });
  const cpu = /cpu ([\d.]+)$/.exec(stderr)?.[1];
  if (status !== 0 || cpu === undefined) throw new Error(`node ${args.join(' ')}: ${stderr.slice(-400)}`);
  return Number(cpu);
}
