// Electron's binary is not part of its package: it is fetched on first use, from outside the package registry, which many
// machines cannot reach. It is looked for, then fetched once within a short time; a failure is remembered for a day.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fetchTimeoutMs = 60_000;
const retryAfterMs = 24 * 60 * 60 * 1000;

export function findElectron(root) {
  if (process.env.ASSAY_SHELL === 'browser') return undefined;
  const installed = binaryIn(root);
  if (installed !== undefined || !mayFetch(root)) return installed;
  spawnSync(process.execPath, [join(root, 'node_modules/electron/install.js')], { cwd: root, timeout: fetchTimeoutMs, stdio: 'ignore' });
  const fetched = binaryIn(root);
  if (fetched === undefined) rememberFailure(root);
  return fetched;
}

function binaryIn(root) {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules/electron/dist');
  const pathFile = join(root, 'node_modules/electron/path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : defaultName();
  const path = join(folder, name);
  return existsSync(path) ? path : undefined;
}

function defaultName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function mayFetch(root) {
  if (!existsSync(join(root, 'node_modules/electron/install.js'))) return false;
  const stats = statSync(failureMark(root), { throwIfNoEntry: false });
  return stats === undefined || Date.now() - stats.mtimeMs > retryAfterMs;
}

function rememberFailure(root) {
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(failureMark(root), '');
}

function failureMark(root) {
  return join(root, 'out', 'electron-not-fetched');
}
