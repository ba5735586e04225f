// Fuzzed calls over the whole contract, through both transports to a real core thread: none may crash it, hang it, or come
// back with an error that is not one of ours.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { startBrowserShell } from '../../../electron/shells/browser/server.ts';
import { startCoreThread } from '../../../electron/shells/core-thread.ts';
import { findCall, type Method, methods } from '../../../shared/contract.ts';
import { errorCodes } from '../../../shared/errors.ts';
import { toBody } from '../../../shared/features/claims/form.ts';
import { fuzzedMethods, hostileInput } from '../../helpers/hostile-input.ts';
import { type Caller, openSocket, viaPort, viaSocket } from '../../helpers/transports.ts';
import { clockLimitMs, type Rig } from '../figure.ts';
import { plainApp } from '../plain-app.ts';

/** Of the processor: others may use the machine. */
const mostWorkedMs = 1000;
/** Of the clock, for a call that only waits. */
const mostMs = clockLimitMs(5000);

interface Sums {
  crashed: number;
  hung: string[];
  untyped: string[];
  refused: number;
}

export const fuzzedCalls: Rig = async (runs) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-fuzz-'));
  const path = join(folder, 'fuzz.assay');
  const ids = await makeWorkbook(folder, path);
  const core = await startCoreThread({ folders: { workbooks: join(folder, 'w'), settings: join(folder, 's') }, path });
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'pages', 'index.html'), '<html></html>');
  const shell = await startBrowserShell({ core, rendererFolder: join(folder, 'pages'), port: 0 });
  const socket = await openSocket(shell);
  try {
    const sums: Sums = { crashed: 0, hung: [], untyped: [], refused: 0 };
    const transports = [viaSocket(socket), viaPort(core.connect())];
    for (const [index, call] of transports.entries()) await fuzz(call, { runs: Math.ceil(runs / 2), seed: index, ids, sums });
    const loose = methods.filter((name) => findCall(name)!.input.safeParse({ 'no such key': 1 }).success);
    const harm = [sums.crashed, sums.hung.length, sums.untyped.length, loose.length];
    const said = [...sums.hung, ...sums.untyped, ...loose].slice(0, 10).join('; ');
    const unguarded = countUnguarded(200);
    return {
      figure: 'fuzzed calls on both transports: crashes / hangs over 1 s / untyped errors / calls without strict schema',
      runs,
      value: `${harm.join('/')}${said === '' ? '' : ` (${said})`}`,
      limit: '0/0/0/0',
      ok: harm.every((count) => count === 0) && sums.refused > runs / 4 && unguarded > 0,
      control: `${sums.refused} refused; without a schema in front ${unguarded} of 200 such inputs break a rule`,
    };
  } finally {
    socket.close();
    await shell.close();
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The sample, and ids that fuzzed calls may hit upon. */
async function makeWorkbook(folder: string, path: string): Promise<string[]> {
  const app = plainApp(folder);
  await app.createPath(path, { sample: true });
  const { rows } = await app.ask('sources.window', { count: 5 });
  const { claims } = await app.ask('claims.list', {});
  const { observations } = await app.ask('ledger.list', {});
  app.close();
  return [...rows.map((row) => row.id), ...claims.slice(0, 10).map((claim) => String(claim.id)), ...observations.slice(0, 5).map((one) => one.id)];
}

async function fuzz(call: Caller, { runs, seed, ids, sums }: { runs: number; seed: number; ids: readonly string[]; sums: Sums }): Promise<void> {
  const perMethod = Math.ceil(runs / fuzzedMethods.length);
  for (const [index, name] of fuzzedMethods.entries()) {
    const inputs = fc.sample(hostileInput(name, ids), { numRuns: perMethod, seed: seed * 1000 + index });
    for (const input of inputs) await callOnce(call, name, input, sums);
  }
  const alive = await call('workbook.info', {});
  if (!alive.ok) sums.crashed += 1;
}

async function callOnce(call: Caller, name: Method, input: unknown, sums: Sums): Promise<void> {
  const since = performance.now();
  const before = process.cpuUsage();
  const answer = await Promise.race([call(name, input), new Promise<undefined>((resolve) => setTimeout(resolve, 4 * mostMs))]);
  const took = performance.now() - since;
  const { user, system } = process.cpuUsage(before);
  const worked = (user + system) / 1000;
  if (took > mostMs || worked > mostWorkedMs) sums.hung.push(`${name} ${Math.round(took)} ms, ${Math.round(worked)} of work`);
  if (answer === undefined || answer.ok) return;
  sums.refused += 1;
  const code = (answer.error as { code?: (typeof errorCodes)[number] } | undefined)?.code;
  // What cannot be sent at all never reaches the core: the client refuses it.
  if (answer.error === undefined) return;
  if (code === undefined || !errorCodes.includes(code) || code === 'unexpected')
    sums.untyped.push(`${name} ${JSON.stringify(answer.error).slice(0, 120)}`);
}

/** The control: the same kind of input given to a rule that trusts its caller. */
function countUnguarded(count: number): number {
  return fc.sample(hostileInput('claims.replace'), { numRuns: count, seed: 1 }).filter((input) => {
    try {
      toBody(input as never);
      return false;
    } catch {
      return true;
    }
  }).length;
}
