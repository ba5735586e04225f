// Processes that tests start find the sources compiled: half of a start is that. The children of Assay are killed when they are
// done and leave nothing behind, so all that they load is loaded once here, beside the first tests.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const loaded = [
  'cli',
  'serve',
  'shells/rpc',
  'core/log',
  'core/features/workbook/sample',
  ...['bibliography', 'check', 'extract', 'finder', 'foreign-workbook'].map((name) => `core/jobs/${name}-entry`),
  ...['html/html', 'markdown', 'tables/csv', 'mail/mail', 'pdf/pdf', 'office/check-zip', 'office/docx', 'tables/xlsx/xlsx'].map(
    (name) => `core/jobs/extract/${name}`,
  ),
];

/** Global setup of the rule tests; returns what takes it away again. */
export default function compileOnce(): () => Promise<void> {
  if (process.env.NODE_COMPILE_CACHE !== undefined) return async () => undefined;
  const folder = mkdtempSync(join(tmpdir(), 'assay-compiled-'));
  process.env.NODE_COMPILE_CACHE = folder;
  const imports = loaded.map((name) => `await import(${JSON.stringify(new URL(`../electron/${name}.ts`, import.meta.url).href)});`);
  const child = spawn(process.execPath, ['--input-type=module', '-e', `${imports.join('\n')}\nprocess.exit();`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  return async () => {
    const [code] = await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    if (code !== 0) throw new Error('What processes load could not be compiled for them.');
  };
}
