// Files of `resources`, whether the program runs from its source or from the built bundle.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** undefined where the installation lacks it. */
export function readResource(path: string): string | undefined {
  const places = ['../../resources/', '../../../resources/'].map((folder) => fileURLToPath(new URL(`${folder}${path}`, import.meta.url)));
  const found = places.find((place) => existsSync(place));
  return found === undefined ? undefined : readFileSync(found, 'utf8');
}
