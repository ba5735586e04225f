// A browser for the tests: one that is here, or one that can be installed, or a sentence that says what to do. Browser
// tests never pass by being skipped.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

export function requireBrowser() {
  const found = find() ?? install();
  if (found !== undefined) return found;
  process.stderr.write(
    'The browser tests need Chromium, Chrome or Edge. Install one (Debian: apt-get install chromium) or name it in ASSAY_BROWSER, then run npm test again.\n',
  );
  process.exit(1);
}

function find() {
  const chosen = process.env.ASSAY_BROWSER;
  if (chosen && existsSync(chosen)) return chosen;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  return [...onPath, ...mac].find((path) => existsSync(path)) ?? playwrightBrowser();
}

function install() {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (isRootOnDebian) {
    process.stdout.write('No browser here; installing Debian’s chromium.\n');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { DEBIAN_FRONTEND: 'noninteractive' });
  } else {
    process.stdout.write('No browser here; trying playwright’s.\n');
    run('playwright', ['install', 'chromium']);
  }
  return find();
}

function playwrightBrowser() {
  const { stdout } = spawnSync('playwright', ['install', '--dry-run', 'chromium'], { encoding: 'utf8', shell: process.platform === 'win32' });
  const folder = /Install location:\s+(\S.*)/.exec(stdout ?? '')?.[1]?.trim();
  if (folder === undefined) return undefined;
  return ['chrome-linux64/chrome', 'chrome-linux/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium', 'chrome-win/chrome.exe']
    .map((path) => join(folder, path))
    .find((path) => existsSync(path));
}

function run(command, args, env = {}) {
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 300_000,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
}
