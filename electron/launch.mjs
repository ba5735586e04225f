// `npm start` and `npm run dev`. Plain JavaScript, so that an old Node gets a sentence instead of a crash.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findElectron } from './find-electron.mjs';
import { isBuildStale } from './stale-build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const major = Number(process.versions.node.split('.')[0]);
if (major < 24)
  fail(`Assay needs Node 24 or newer and brings its own; this is ${process.versions.node}. Run npm ci, then start it through npm: npm start`);

const words = process.argv.slice(2);
const isDev = words.includes('--dev');
if (isDev || isBuildStale(root)) run('electron-vite', ['build', '--logLevel', 'warn', ...(isDev ? ['--watch'] : [])], { background: isDev });
if (isDev) await waitFor(join(root, 'out/renderer/index.html'));

/** What was open last is opened again by the core itself; the first time the start screen asks where to begin. */
const file = words.find((word) => !word.startsWith('--'));
const files = file === undefined ? [] : [file];
const options = words.filter((word) => word.startsWith('--') && word !== '--dev');
const electron = isDev ? undefined : findElectron(root);
if (electron !== undefined && hasDisplay()) {
  spawn(electron, [join(root, 'out/main/main.js'), ...files], { stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 0));
} else {
  process.stdout.write(
    electron === undefined
      ? 'Electron’s binary is not on this machine; Assay opens in a browser window instead.\n'
      : 'There is no display; Assay serves its pages instead.\n',
  );
  spawn(process.execPath, [join(root, isDev ? 'electron/serve.ts' : 'out/main/serve.js'), ...files, ...options], { stdio: 'inherit', cwd: root }).on(
    'exit',
    (code) => process.exit(code ?? 0),
  );
}

function run(command, args, { background = false } = {}) {
  if (background) {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    process.on('exit', () => child.kill());
    return;
  }
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail(`${args[0] ?? command} did not finish.`);
}

async function waitFor(path) {
  for (let tries = 0; !existsSync(path) && tries < 600; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
}

function hasDisplay() {
  return process.platform === 'darwin' || process.platform === 'win32' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
