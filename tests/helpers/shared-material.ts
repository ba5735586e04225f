// Real documents that lie beside a checkout and are never part of it. On a clone without them the suites that need them
// say so and are counted as skipped.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.env.ASSAY_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));

export const hasSharedMaterial = existsSync(join(folder, 'seeds')) && existsSync(join(folder, 'facts'));
export const needsSharedMaterial = 'needs the real documents beside the checkout (../shared)';

export function sharedPath(...parts: string[]): string {
  return join(folder, ...parts);
}

export function readShared(...parts: string[]): string {
  return readFileSync(sharedPath(...parts), 'utf8');
}
