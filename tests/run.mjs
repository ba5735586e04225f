// `npm test`: builds what is stale, runs the rule tests and the browser tests beside each other, and closes with one line
// that counts them all. `npm test -- WORD…` runs the files whose path holds one of the words; `--fast` leaves browser tests out, and
// rule tests with a tag of tags.mjs; `--whole` tries laws and real documents in full. Plain JavaScript, so that an old Node gets a sentence instead of a crash.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuildStale } from '../electron/stale-build.mjs';
import { requireBrowser } from './browser.mjs';
import { leftToTheWhole } from './tags.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) fail(`The tests need Node 24 or newer and bring their own; this is ${process.versions.node}. Run npm ci, then npm test.`);

const options = process.argv.slice(2).filter((word) => word.startsWith('-'));
const words = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const isFast = options.includes('--fast');
if (options.includes('--whole')) process.env.ASSAY_WHOLE = '1';
if (options.some((option) => option !== '--fast' && option !== '--whole'))
  fail(`npm test takes words of paths, --fast and --whole, not ${options.join(' ')}.`);

const chosen = testFiles().filter((path) => words.length === 0 || words.some((word) => path.toLowerCase().includes(word.toLowerCase())));
const isPage = (path) => path.startsWith('tests/e2e/');
const pages = isFast ? [] : chosen.filter(isPage);
const rules = chosen.filter((path) => !isPage(path));
if (words.length > 0) say([`Chosen by ${words.join(', ')}:`, ...[...rules, ...pages].map((path) => `  ${path}`)]);

const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const scratch = mkdtempSync(join(folderForScratch(), 'assay-tests-'));
// As open as the folder it stands for: a rig asks what another user of the machine gets at.
chmodSync(scratch, 0o1777);
process.on('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
if (pages.length > 0) makePagesReady();
const counts = await Promise.all([...(rules.length > 0 ? [runRules()] : []), ...(pages.length > 0 ? [runPages()] : [])]);
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
if (chosen.length === 0) say([`No test was run: no path of a test holds ${words.join(' or ')}.`]);
else if (sum('passed') + sum('failed') === 0) say(['No test was run: all that were chosen are left out or skipped here.']);
for (const reason of counts.flatMap((count) => count.reasons)) say([`skipped: ${reason}`]);
say(['', `${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`]);
process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);

function testFiles() {
  return readdirSync(join(root, 'tests'), { recursive: true })
    .map((path) => `tests/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.test.ts'))
    .toSorted();
}

/** Where a flush costs nothing, if there is such a place with room: thousands of small workbooks are written and thrown away. */
function folderForScratch() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 4 * 2 ** 30 ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}

async function runRules() {
  const report = join(results, 'rules.json');
  const files = words.length === 0 ? [] : rules;
  const filter = isFast ? [`--tags-filter=${leftToTheWhole.map(({ name }) => `!${name}`).join(' && ')}`] : [];
  const code = await run('vitest', ['run', ...files, ...filter, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  return withCode(countRules(readReport(report)), code);
}

/** The browser tests see the built pages. */
function makePagesReady() {
  const build = () => spawnSync('electron-vite', ['build', '--logLevel', 'warn'], ofChild()).status;
  if (isBuildStale(root) && build() !== 0) fail('The build failed; no test was run.');
  process.env.ASSAY_BROWSER = requireBrowser();
}

async function runPages() {
  const report = join(results, 'pages.json');
  const files = words.length === 0 ? [] : pages;
  const code = await run('playwright', ['test', ...files, '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return withCode(countPages(readReport(report)), code);
}

function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, ofChild(env));
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function ofChild(env = {}) {
  return { cwd: root, stdio: 'inherit', env: { ...process.env, TMPDIR: scratch, ...env }, shell: process.platform === 'win32' };
}

/** A run that failed as a whole counts as one failure. */
function withCode(count, code) {
  return { ...count, failed: count.failed + (count.failed === 0 && code !== 0 ? 1 : 0) };
}

function countRules(report) {
  const tests = report?.testResults?.flatMap((file) => file.assertionResults) ?? [];
  const withStatus = (...wanted) => tests.filter((test) => wanted.includes(test.status));
  const broken = report?.testResults?.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length ?? 1;
  const skipped = withStatus('skipped', 'pending', 'todo');
  return {
    passed: withStatus('passed').length,
    failed: withStatus('failed').length + broken,
    skipped: skipped.length,
    reasons: isFast ? reasonsOfFast(skipped) : skipped.map((test) => test.fullName),
  };
}

function reasonsOfFast(skipped) {
  const tagOf = (test) => leftToTheWhole.find(({ name }) => test.tags?.includes(name));
  const left = leftToTheWhole.map((tag) => ({ ...tag, count: skipped.filter((test) => tagOf(test) === tag).length }));
  return [
    ...left.filter(({ count }) => count > 0).map(({ count, description }) => `${count} that npm test runs: ${description}`),
    ...skipped.filter((test) => tagOf(test) === undefined).map((test) => test.fullName),
  ];
}

function countPages(report) {
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

function say(lines) {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
