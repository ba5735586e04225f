// The shape of the house, as rules with messages that say what to do instead.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contract } from '../../shared/contract.ts';
import { recordTables } from '../../shared/records/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Import {
  readonly file: string;
  readonly target: string;
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

const sources = ['shared', 'electron', 'renderer'].flatMap(filesUnder);
const contentOf = new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

/** Every import of the product; relative ones as paths from the root, others as they are. Type imports count too unless `import type` of electron. */
const imports: Import[] = sources.flatMap((file) =>
  [
    ...contentOf
      .get(file)!
      .matchAll(/(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|import\(\s*'([^']+)'\s*\)/g),
  ].map((match) => {
    const target = (match[1] ?? match[2] ?? match[3])!;
    return { file, target: target.startsWith('.') ? relative(root, resolve(root, dirname(file), target)).replaceAll('\\', '/') : target };
  }),
);

function offenders(isOffence: (one: Import) => boolean): string[] {
  return imports.filter(isOffence).map(({ file, target }) => `${file} imports ${target}`);
}

const featureOf = (file: string) => /^(?:electron\/core|shared|renderer)\/features\/([^/]+)\//.exec(file)?.[1];

describe('the architecture', () => {
  it('is read from every file (control: the reader of imports sees the ones that are there)', () => {
    expect(imports).toContainEqual({ file: 'electron/core/store/open.ts', target: 'better-sqlite3' });
    expect(imports).toContainEqual({ file: 'electron/core/app.ts', target: 'electron/core/workbooks.ts' });
    expect(imports.length).toBeGreaterThan(200);
  });

  it('keeps shared free of Node, Electron, React and the other folders: move what needs them to electron/ or renderer/', () => {
    const allowed = /^(@orama\/stemmers\/\w+|approx-string-match|decimal\.js|diff|edtf|jsep|zod)$/;
    expect(offenders(({ file, target }) => file.startsWith('shared/') && !target.startsWith('shared/') && !allowed.test(target))).toEqual([]);
  });

  it('keeps Electron to main.ts, preload.ts and shells/electron: elsewhere pass in what you need', () => {
    const allowed = (file: string) => file === 'electron/main.ts' || file === 'electron/preload.ts' || file.startsWith('electron/shells/electron/');
    expect(offenders(({ file, target }) => target === 'electron' && !allowed(file))).toEqual([]);
  });

  it('keeps the core free of shells and the renderer: emit an event or take a function instead', () => {
    expect(
      offenders(({ file, target }) => file.startsWith('electron/core/') && /^(electron\/shells|electron\/commands|renderer)\//.test(target)),
    ).toEqual([]);
  });

  it('keeps one core feature from importing another: declare an interface and let core/features.ts supply it', () => {
    expect(
      offenders(
        ({ file, target }) =>
          file.startsWith('electron/core/features/') && target.startsWith('electron/core/features/') && featureOf(file) !== featureOf(target),
      ),
    ).toEqual([]);
  });

  it('keeps one renderer feature from importing another: go through bridge/workspace', () => {
    expect(
      offenders(
        ({ file, target }) =>
          file.startsWith('renderer/features/') && target.startsWith('renderer/features/') && featureOf(file) !== featureOf(target),
      ),
    ).toEqual([]);
  });

  it('keeps the renderer out of electron/: call the contract through bridge', () => {
    expect(offenders(({ file, target }) => file.startsWith('renderer/') && target.startsWith('electron'))).toEqual([]);
  });

  it('keeps renderer/ui free of bridge and features: take data and functions as props', () => {
    expect(offenders(({ file, target }) => file.startsWith('renderer/ui/') && /^renderer\/(bridge|features|app)\//.test(target))).toEqual([]);
  });

  it('lets only the kit import AG Grid and ECharts: use DataGrid or Chart of renderer/ui', () => {
    expect(offenders(({ file, target }) => /^(ag-grid|echarts)/.test(target) && !file.startsWith('renderer/ui/'))).toEqual([]);
  });

  it('lets only the store import better-sqlite3: open a workbook with openStore()', () => {
    expect(offenders(({ file, target }) => target === 'better-sqlite3' && !file.startsWith('electron/core/store/'))).toEqual([]);
  });

  it('opens connections to workbooks in open.ts and look.ts alone', () => {
    const opening = sources.filter(
      (file) =>
        /new Database\(/.test(contentOf.get(file)!) && !['open', 'look', 'lock'].map((name) => `electron/core/store/${name}.ts`).includes(file),
    );
    expect(opening).toEqual([]);
  });

  it('keeps SQL in repositories, the edit engine and the store: give the repository a method', () => {
    const sqlWord = /[`'"]\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE)\s/;
    const allowed = (file: string) =>
      file.endsWith('/repository.ts') || file.startsWith('electron/core/store/') || file.startsWith('electron/core/edits/');
    expect(sources.filter((file) => sqlWord.test(contentOf.get(file)!) && !allowed(file))).toEqual([]);
  });

  it('writes records through edits alone: repositories may write only derived and immutable tables', () => {
    const written = new RegExp(`(INSERT (OR \\w+ )?INTO|UPDATE|DELETE FROM)\\s+(${[...recordTables, 'edit', 'change', 'run'].join('|')})\\b`);
    expect(sources.filter((file) => file.endsWith('/repository.ts') && written.test(contentOf.get(file)!))).toEqual([]);
  });

  it('words no value and no period below the window and the command line: send the quantity, the period or a message', () => {
    const formats = /\b(formatQuantity|formatPeriod|quantityParts|toLocaleString)\(|Intl\.(NumberFormat|DateTimeFormat|ListFormat)\b/;
    const allowed = (file: string) =>
      /^shared\/(quantity|period)\//.test(file) ||
      ['shared/in-words.ts', 'shared/size-text.ts'].includes(file) ||
      // An export is an edge itself: it words its values in the language that it is asked for.
      file.startsWith('electron/core/features/exchange/');
    const below = sources.filter((file) => /^(shared|electron\/core)\//.test(file));
    expect(below.filter((file) => formats.test(contentOf.get(file)!) && !allowed(file))).toEqual([]);
  });

  it('has no circle of imports in the core and in shared: move what two files need of each other to a third', () => {
    const edges = Map.groupBy(
      imports.filter(({ file, target }) => /^(shared|electron)\//.test(file) && sources.includes(target)),
      ({ file }) => file,
    );
    const settled = new Set<string>();
    function circleFrom(file: string, path: readonly string[]): readonly string[] | undefined {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (settled.has(file)) return undefined;
      for (const { target } of edges.get(file) ?? []) {
        const circle = circleFrom(target, [...path, file]);
        if (circle !== undefined) return circle;
      }
      settled.add(file);
      return undefined;
    }
    expect(sources.flatMap((file) => circleFrom(file, []) ?? [])).toEqual([]);
  });

  it('calls drawers by what they hold: no utils, helpers, common, misc or manager', () => {
    expect(sources.filter((file) => /(^|\/)(utils?|helpers?|common|misc|lib|managers?)(\/|\.|-)/i.test(file))).toEqual([]);
  });

  it('keeps files readable: over 300 lines one explains itself, over 500 it is split', () => {
    // The DDL of a released format stands as it was printed.
    const read = sources.filter((file) => !file.startsWith('electron/core/store/migrations/'));
    expect(read.filter((file) => contentOf.get(file)!.split('\n').length > 500)).toEqual([]);
  });

  it('has for every feature of the contract a folder in shared', () => {
    const folders = readdirSync(join(root, 'shared/features'));
    expect(Object.keys(contract).filter((feature) => !folders.includes(feature))).toEqual([]);
  });
});
