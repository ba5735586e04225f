// Two million cells written to a spreadsheet and read from it, against the streams of exceljs; each in a process of its own, which says
// how much memory it took. `memory`: of all cells over that of a tenth of them.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CountResult } from './bench.ts';
import { byTurns, MissingPeer, median, run } from './measure.ts';
import { openDesk } from './workbooks.ts';

const defaultRows = 80_000;
const pairs = 5;

interface Taken {
  readonly ms: number;
  readonly memoryMb: number;
}

export async function benchXlsx(rows = defaultRows): Promise<CountResult> {
  const peer: string = 'exceljs';
  await import(peer).catch(() => {
    throw new MissingPeer('This bench measures against exceljs, which is not here: npm install --no-save exceljs@4.4.0');
  });
  const desk = openDesk('xlsx');
  const peaks = new Map<string, number[]>();
  async function take(what: string, count: number): Promise<number> {
    const file = join(desk.folder, `${count}-${what.split('-')[1]}.xlsx`);
    const taken = JSON.parse((await run(process.execPath, ['--max-semi-space-size=2', worker, what, String(count), file])).output) as Taken;
    peaks.set(`${what} ${count}`, [...(peaks.get(`${what} ${count}`) ?? []), taken.memoryMb]);
    return taken.ms;
  }
  try {
    const write = await byTurns(
      pairs,
      () => take('write-ours', rows),
      () => take('write-peer', rows),
    );
    const read = await byTurns(
      pairs,
      () => take('read-ours', rows),
      () => take('read-peer', rows),
    );
    await take('write-ours', rows / 10);
    await take('read-ours', rows / 10);
    const peak = (what: string, count: number) => median(peaks.get(`${what} ${count}`)!);
    return {
      name: 'xlsx',
      read: read.ratio,
      write: write.ratio,
      memory: Math.max(peak('write-ours', rows) / peak('write-ours', rows / 10), peak('read-ours', rows) / peak('read-ours', rows / 10)),
      unit: 'ms',
      pairs,
      cells: rows * 25,
      readMs: read.ours,
      writeMs: write.ours,
      peaksMb: Object.fromEntries([...peaks.keys()].map((key) => [key, Math.round(median(peaks.get(key)!))])),
    };
  } finally {
    desk.clear();
  }
}

const worker = fileURLToPath(new URL('./xlsx-once.ts', import.meta.url));
