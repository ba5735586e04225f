// Keys are declared once: what a button or the status bar shows is in the list of keys of its feature, or of a command.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesUnder } from './source-text.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = filesUnder('renderer').map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

const all = (pattern: RegExp, texts: readonly string[]) => texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]!));
const featureOf = (file: string) => /^renderer\/features\/([^/]+)\//.exec(file)?.[1];

const everywhere = new Set([
  ...all(
    /goKey: '(\w)'/g,
    files.map(({ text }) => text),
  ).map((letter) => `G ${letter.toUpperCase()}`),
  ...all(
    /(?:[sS]hortcut: |Key = )'([^']+)'/g,
    files.map(({ text }) => text),
  ),
]);
const declaredBy = Map.groupBy(
  files.filter(({ file }) => file.endsWith('/keys.ts') && featureOf(file) !== undefined),
  ({ file }) => featureOf(file)!,
);

function undeclared(list: readonly { readonly file: string; readonly text: string }[]): string[] {
  return list.flatMap(({ file, text }) => {
    const feature = featureOf(file);
    const own =
      feature === undefined
        ? []
        : all(
            /keys: '([^']+)'/g,
            (declaredBy.get(feature) ?? []).map((one) => one.text),
          );
    const shown = all(/(?:<Kbd>|keys="|\{ keys: ')([^<>{}"']+)(?:<\/Kbd>|"|', does:)/g, [text]);
    return shown
      .filter((keys) => !own.some((one) => one === keys || one.split(' ').includes(keys)) && !everywhere.has(keys))
      .map((keys) => `${file} shows ${keys}: declare it in keys.ts of its feature`);
  });
}

describe('the keys that are shown', () => {
  it('are declared in the list of keys, which is what the sheet of all keys shows', () => {
    expect(undeclared(files.filter(({ file }) => featureOf(file) !== undefined && !file.endsWith('/keys.ts')))).toEqual([]);
  });

  it('are noticed where they are not declared (control)', () => {
    expect(undeclared([{ file: 'renderer/features/charts/Odd.tsx', text: '<Kbd>Ctrl 9</Kbd>' }])).toHaveLength(1);
  });
});
