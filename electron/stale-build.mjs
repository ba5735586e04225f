// Whether what is built is older than what it is built from.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const inputsOfCore = ['shared', 'electron', 'resources/locales', 'electron.vite.config.ts', 'package.json'];

export function isBuildStale(root) {
  return isOlder(join(root, 'out/renderer/index.html'), ['renderer', ...inputsOfCore], root);
}

/** Only what the command line and the core are built to. */
export function isCoreStale(root) {
  return isOlder(join(root, 'out/main/cli.js'), inputsOfCore, root);
}

function isOlder(built, inputs, root) {
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return inputs.some((path) => newest(join(root, path)) > builtAt);
}

function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}
