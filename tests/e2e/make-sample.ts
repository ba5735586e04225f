// The sample workbook is made once a run, before the first browser test, and copied for each test.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../electron/assay.mjs', import.meta.url));
const folderKey = 'ASSAY_TEST_SAMPLE';

export function sampleWorkbook(): string {
  const folder = process.env[folderKey];
  if (folder === undefined) throw new Error('The sample is made by the global setup of playwright.config.ts.');
  return join(folder, 'Chinese car makers in Russia.assay');
}

export default async function makeSample(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-sample-'));
  process.env[folderKey] = folder;
  const made = spawnSync(process.execPath, [entry, 'new', sampleWorkbook(), '--sample'], {
    env: { ...process.env, ASSAY_HOME: folder },
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stderr);
  return async () => rmSync(folder, { recursive: true, force: true });
}
