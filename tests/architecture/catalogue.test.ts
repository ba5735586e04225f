// The words of Assay stand in `resources/locales`: whatever the code asks for is there, whatever is there is asked for, and
// the core and shared speak in keys.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { methods } from '../../shared/contract.ts';
import { type AskedKey, filesUnder, readSource, readText, root, type SourceText } from './source-text.ts';

const folder = fileURLToPath(new URL('../../resources/locales/en/', import.meta.url));

/** Keys that are put together where no call shows it: the prefix, and the file that does it. */
const builtElsewhere: Readonly<Record<string, string>> = {
  'sources:bibliography.command.': 'renderer/features/sources/index.tsx',
};

function keysOf(tree: object, path: string): string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${path}${name}`] : keysOf(value as object, `${path}${name}.`),
  );
}

const catalogue = new Set(
  readdirSync(folder).flatMap((name) => keysOf(JSON.parse(readFileSync(join(folder, name), 'utf8')) as object, `${basename(name, '.json')}:`)),
);
const namespaces = new Set([...catalogue].map((key) => key.split(':')[0]!));
const withoutPlural = (key: string) => key.replace(/_(zero|one|other)$/, '');
const known = new Set([...catalogue].flatMap((key) => [key, withoutPlural(key)]));

const sources = ['electron', 'shared', 'renderer'].flatMap(filesUnder).map(readSource);

/** Files of one folder share their namespaces: a table of keys may stand beside the view that words them. */
const roomOf = (file: string) => /^renderer\/(features\/[^/]+|\w+)/.exec(file)?.[0] ?? 'core';

function namespacesByRoom(all: readonly SourceText[]): ReadonlyMap<string, ReadonlySet<string>> {
  const rooms = new Map<string, Set<string>>([['core', new Set(['errors', 'edits'])]]);
  for (const { file, namespaces: own } of all) {
    const room = rooms.get(roomOf(file)) ?? new Set(['app', 'errors']);
    for (const name of own) room.add(name);
    rooms.set(roomOf(file), room);
  }
  return rooms;
}

/** Where the file names no namespace of its own it was handed the words of its room. */
function fullKeys({ file, text, namespaces: own }: AskedKey, rooms: ReturnType<typeof namespacesByRoom>): string[] {
  if (text.includes(':')) return [text];
  return (own.length > 0 ? own : [...rooms.get(roomOf(file))!]).map((name) => `${name}:${text}`);
}

function missingKeys(all: readonly SourceText[]): string[] {
  const rooms = namespacesByRoom(all);
  const isKnown = (key: string, isPrefix: boolean) => (isPrefix ? [...known].some((one) => one.startsWith(key)) : known.has(key));
  const missing = all.flatMap((one) => one.asked).filter((asked) => !fullKeys(asked, rooms).some((key) => isKnown(key, asked.isPrefix)));
  return [...missing, ...all.flatMap(unknownLiterals)].map(({ file, line, text }) => `${file}:${line} asks for “${text}”: put it into the catalogue`);
}

const errorGroups = new Set([...catalogue].flatMap((key) => /^errors:(\w+)\./.exec(key)?.[1] ?? []));
const calls = new Set<string>(methods);

/** Keys in tables and parameters: `namespace:path` anywhere, and in the core a path that begins like those of errors. */
function unknownLiterals({ file, literals }: SourceText) {
  const isKeyOfErrors = (text: string) =>
    !file.startsWith('renderer/') &&
    /^\w+(\.\w+)+$/.test(text) &&
    errorGroups.has(text.split('.')[0]!) &&
    !calls.has(text) &&
    !/\.(assay|bib|json|ris)$/.test(text);
  return literals.filter(({ text }) => {
    const [, namespace] = /^(\w+):\w+(?:\.\w+)*$/.exec(text) ?? [];
    if (namespace !== undefined && namespaces.has(namespace)) return !known.has(text);
    return isKeyOfErrors(text) && !known.has(`errors:${text}`);
  });
}

function unusedKeys(all: readonly SourceText[]): string[] {
  const rooms = namespacesByRoom(all);
  const used = new Set<string>();
  for (const { file, literals } of all)
    for (const { text } of literals) {
      used.add(text);
      for (const name of rooms.get(roomOf(file))!) used.add(`${name}:${text}`);
    }
  const prefixes = [
    ...all.flatMap((one) => one.asked.filter(({ isPrefix }) => isPrefix).flatMap((asked) => fullKeys(asked, rooms))),
    ...Object.keys(builtElsewhere),
  ];
  return [...catalogue].filter((key) => !used.has(key) && !used.has(withoutPlural(key)) && !prefixes.some((prefix) => key.startsWith(prefix)));
}

/** Capital letter, four words or more, a full stop. */
function isSentence(text: string): boolean {
  return /^\p{Lu}.*[.!?]$/su.test(text.trim()) && text.trim().split(/\s+/).length >= 4 && /\p{Ll}{2,} \p{Ll}{2,}/u.test(text);
}

describe('the catalogue', () => {
  it('has every key that the code asks for: add the key, or mend its name', () => {
    expect(missingKeys(sources)).toEqual([]);
  });

  it('has no key that nobody asks for: take it out, or name what puts it together in `builtElsewhere`', () => {
    expect(unusedKeys(sources)).toEqual([]);
  });

  it('is told of a missing and of an unused key (control)', () => {
    const bent = readText(
      'electron/core/bent.ts',
      "throw new AppError('limit', 'claims.noSuchKeyAtAll'); edit.name('noSuchEdit'); message('reading:warning.none');",
    );
    expect(missingKeys([bent]).map((line) => /“(.*)”/.exec(line)?.[1])).toEqual(
      expect.arrayContaining(['claims.noSuchKeyAtAll', 'noSuchEdit', 'reading:warning.none']),
    );
    const withoutFiles = sources.filter(({ file }) => file !== 'electron/core/files.ts');
    expect(unusedKeys(withoutFiles)).toContain('errors:files.notHandedOver');
  });

  const bareWord = /\bt\(`(?:words:)?(?:stage|depth)\.\$\{[^}]*\}`\)/;

  it('is asked with a fallback for words that a workbook may add, stages and depths: give `defaultValue`', () => {
    const bare = filesUnder('renderer').filter((file) => bareWord.test(readFileSync(join(root, file), 'utf8')));
    expect(bare).toEqual([]);
    expect(['t(`words:stage.$', '{row.stage}`)'].join('')).toMatch(bareWord);
  });

  it('names only files that still put keys together', () => {
    const files = new Map(sources.map((one) => [one.file, one]));
    expect(Object.entries(builtElsewhere).filter(([, file]) => !files.has(file))).toEqual([]);
  });
});

describe('the core and shared', () => {
  const spoken = (all: readonly SourceText[]) =>
    all
      .filter(({ file }) => /^(electron\/core|shared)\//.test(file))
      .flatMap((one) => one.literals)
      .filter(({ text }) => isSentence(text));

  it('hold no English sentence: give it a key in resources/locales/en and send that with its parameters', () => {
    expect(spoken(sources).map(({ file, line, text }) => `${file}:${line} says “${text}”`)).toEqual([]);
  });

  it('would be caught at one (control)', () => {
    const bent = readText('shared/bent.ts', '// A comment may say what it likes.\nconst told = "There is no file of this name.";');
    expect(spoken([bent]).map(({ text }) => text)).toEqual(['There is no file of this name.']);
  });
});
