// `npm run test:faults [-- --quick | --nightly | --runs=N] [-- RIG…]`: faults and attacks that a workbook must survive. Prints one
// JSON line a figure; each has a control, the same fault with the protection off, that must fail.
import { mkdtempSync, rmSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limits, type Scale } from './figure.ts';

// Hundreds of processes are started here: they find the sources compiled.
const compiled = mkdtempSync(join(tmpdir(), 'assay-compiled-'));
process.once('exit', () => rmSync(compiled, { recursive: true, force: true }));
enableCompileCache(compiled);
process.env.NODE_COMPILE_CACHE = compiled;
const { rigs } = await import('./rigs.ts');
flushCompileCache();

const scale: Scale = process.argv.includes('--nightly') ? 'nightly' : 'quick';
const asked = process.argv.find((word) => word.startsWith('--runs='))?.slice('--runs='.length);
if (asked !== undefined && !/^[1-9]\d*$/.test(asked)) throw new RangeError(`--runs takes a number of runs, not ${asked}`);
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));

const counts = { passed: 0, failed: 0, skipped: 0 };
for (const [name, rig] of Object.entries(rigs)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const figure = await rig(asked === undefined ? limits[name]![scale] : Number(asked));
  counts[figure.skipped !== undefined ? 'skipped' : figure.ok ? 'passed' : 'failed'] += 1;
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}\n`);
process.exit(counts.failed === 0 ? 0 : 1);
