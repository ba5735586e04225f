// `npm test`: builds what is stale, runs the rule tests and then the browser tests, and closes with one line that counts
// them all. Plain JavaScript, so that an old Node gets a sentence instead of a crash.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuildStale } from '../electron/stale-build.mjs';
import { requireBrowser } from './browser.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) fail(`The tests need Node 24 or newer and bring their own; this is ${process.versions.node}. Run npm ci, then npm test.`);

const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

if (isBuildStale(root) && run('electron-vite', ['build', '--logLevel', 'warn']) !== 0) fail('The build failed; no test was run.');
process.env.ASSAY_BROWSER = requireBrowser();

const rules = join(results, 'rules.json');
const pages = join(results, 'pages.json');
const codes = [
  run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile=${rules}`]),
  run('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: pages }),
];

const counts = [countRules(rules), countPages(pages)];
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
for (const skipped of counts.flatMap((count) => count.reasons)) process.stdout.write(`skipped: ${skipped}\n`);
const failed = sum('failed') + (sum('failed') === 0 && codes.some((code) => code !== 0) ? 1 : 0);
process.stdout.write(`\n${sum('passed')} passed, ${failed} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}\n`);
process.exit(failed === 0 ? 0 : 1);

function run(command, args, env = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env }, shell: process.platform === 'win32' }).status ?? 1;
}

function countRules(path) {
  const report = readReport(path);
  const tests = report?.testResults?.flatMap((file) => file.assertionResults) ?? [];
  const withStatus = (...wanted) => tests.filter((test) => wanted.includes(test.status));
  const broken = report?.testResults?.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length ?? 1;
  return {
    passed: withStatus('passed').length,
    failed: withStatus('failed').length + broken,
    skipped: withStatus('skipped', 'pending', 'todo').length,
    reasons: withStatus('skipped', 'pending', 'todo').map((test) => test.fullName),
  };
}

function countPages(path) {
  const report = readReport(path);
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0, reasons: [] };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0), skipped, reasons: skippedPages(report.suites) };
}

function skippedPages(suites) {
  return suites.flatMap((suite) => [
    ...skippedPages(suite.suites ?? []),
    ...(suite.specs ?? [])
      .filter((spec) => spec.tests.some((test) => test.status === 'skipped'))
      .map((spec) => `${spec.title}: ${spec.tests[0]?.annotations?.map((note) => note.description).join(' ') ?? ''}`),
  ]);
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
