// One cell edited with all views open: what a page is sent and how long it takes until every answer is there again; with many claims
// against ten. All views: every query of the contract that can be asked without an input, and windows over claims.
import { join } from 'node:path';
import type { App } from '../../electron/core/app.ts';
import { createAnswers } from '../../electron/shells/answers.ts';
import type { Question, Reply } from '../../shared/answers.ts';
import { findCall, methods } from '../../shared/contract.ts';
import { isTouched, type Touches } from '../../shared/reads.ts';
import type { ChangeEvent } from '../../shared/rpc.ts';
import type { BenchResult } from './bench.ts';
import { byTurns, median, timed } from './measure.ts';
import { type Desk, makeClaims, openDesk } from './workbooks.ts';

const defaultRows = 100_000;
const fewRows = 10;
const pairs = 7;

export async function benchEdit(rows = defaultRows): Promise<BenchResult> {
  const desk = openDesk('edit');
  try {
    const [many, few] = [await pageOn(desk, 'many', rows), await pageOn(desk, 'few', fewRows)];
    const turns = await byTurns(pairs, many.edit, few.edit);
    return { name: 'edit', ...turns, unit: 'ms', rows, calls: median(many.calls), bytes: median(many.bytes), byCall: many.byCall };
  } finally {
    desk.clear();
  }
}

/** Asks anew after an edit what rests on something that it touched, as a page does. */
async function pageOn(desk: Desk, name: string, rows: number) {
  const path = join(desk.folder, `${name}.assay`);
  await makeClaims(desk, path, rows);
  const app = desk.start();
  app.openPath(path);
  const answers = createAnswers(app);
  const open = await askedByViews(app);
  const held = new Map<number, string | null>();
  const byCall: Record<string, number> = {};
  let touched: Touches = {};
  app.subscribe((event: ChangeEvent) => {
    if (event.type === 'workbook.changed') touched = event.touched;
  });

  async function ask(nrs: readonly number[]): Promise<number> {
    const questions = nrs.map((nr): Question => ({ ...open[nr]!, nr, address: {}, held: held.get(nr) ?? null }));
    let bytes = 0;
    for await (const replies of answers.reply(questions, { signal: undefined, line: { turn: async () => {} } }))
      for (const reply of replies) {
        const length = JSON.stringify(reply).length;
        bytes += length;
        byCall[open[reply.nr]!.method] = length;
        keep(reply);
      }
    return bytes;
  }
  function keep(reply: Reply): void {
    if ('held' in reply) held.set(reply.nr, reply.held);
  }

  const all = open.map((_, nr) => nr);
  await ask(all);
  const [row] = (await app.ask('claims.window', { kind: 'figure', start: Math.floor(rows / 2), count: 1 })).rows;
  const calls: number[] = [];
  const bytes: number[] = [];
  let edits = 0;
  return {
    calls,
    bytes,
    byCall,
    async edit() {
      edits += 1;
      return timed(async () => {
        await app.ask('claims.setCells', { cells: [{ id: row!.id, field: 'value', value: String(20_000 + edits) }] });
        const stale = all.filter((nr) => isTouched(findCall(open[nr]!.method)!.reads, touched));
        for (const key of Object.keys(byCall)) delete byCall[key];
        calls.push(1 + Math.sign(stale.length));
        bytes.push(await ask(stale));
      });
    },
  };
}

async function askedByViews(app: App): Promise<Pick<Question, 'method' | 'input'>[]> {
  const open = methods.filter((method) => findCall(method)?.kind === 'query' && findCall(method)!.input.safeParse({}).success && !isSlow(method));
  const answered = await Promise.all(open.map(async (method) => ({ method, result: await app.call(method, {}) })));
  return [
    ...answered.filter(({ result }) => result.ok).map(({ method }) => ({ method, input: {} })),
    ...(['figure', 'event', 'statement'] as const).map((kind) => ({ method: 'claims.window', input: { kind, count: 100, order: `grid-${kind}` } })),
  ];
}

/** What no view keeps open: checks of the file, lists of everything for programs. */
function isSlow(method: string): boolean {
  return /^(workbook\.verify|claims\.list|passages\.list|exchange\.|host\.|library\.|settings\.)/.test(method);
}
