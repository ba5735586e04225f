// Derived tables and indexes that were bent, by a stranger on purpose or by one flipped bit: told when the workbook is opened from
// elsewhere, told by a check of one that is known, or made anew; never an answer of search or filter that is another than before.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { App } from '../../../electron/core/app.ts';
import type { Rig } from '../figure.ts';
import { plainApp } from '../plain-app.ts';
import { seededRandom } from '../random.ts';

/** What a stranger may write; `?` is a number of the run. */
const forgeries = [
  'DELETE FROM claim_index WHERE claim = 1 + ? % 100',
  "UPDATE claim_index SET earliest = '1900-01-01' WHERE claim = 1 + ? % 100",
  'UPDATE claim_index SET sort_value = -1 WHERE claim = 1 + ? % 100',
  'INSERT INTO claim_index (claim) VALUES (100000 + ?)',
  'UPDATE claim_passage SET passage = passage % 100 + 1 WHERE claim = 1 + ? % 100',
  'DELETE FROM claim_passage WHERE claim = 1 + ? % 100',
  'DELETE FROM claim_key WHERE claim = 1 + ? % 100',
  "UPDATE claim_key SET key = x'00' WHERE claim = 1 + ? % 100",
  "INSERT INTO claim_key (claim, position, key) VALUES (100000 + ?, 0, x'01')",
  'DELETE FROM search_index WHERE rowid IN (SELECT id FROM search_index_docsize LIMIT 1 OFFSET ? % 40)',
  "INSERT INTO search_index (rowid, words, pairs) SELECT id + 7, 'forged', '' FROM search_index_docsize LIMIT 1 OFFSET ? % 40",
  "UPDATE search_index SET words = 'forged', pairs = '' WHERE rowid = (SELECT id FROM search_index_docsize LIMIT 1 OFFSET ? % 40)",
  'UPDATE search_chunk SET start = start + 1 WHERE id IN (SELECT id FROM search_chunk LIMIT 1 OFFSET ? % 5)',
  'DELETE FROM search_index_data WHERE id = (SELECT max(id) FROM search_index_data) AND ? >= 0',
  "UPDATE passage SET exact = 'forged' WHERE n = 1 + ? % 100",
];

export const forgedTables: Rig = async (runs) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-forged-'));
  try {
    const path = join(folder, 'sample.assay');
    const app = plainApp(folder);
    await app.createPath(path, { sample: true });
    const before = await found(app);
    app.close();
    const pages = indexPages(path);
    const sum = { untold: [] as string[], told: 0, same: 0, control: 0 };
    for (let run = 0; run < runs; run += 1) {
      const copy = join(folder, `forged-${run}.assay`);
      cpSync(path, copy);
      const what = run % 2 === 0 ? forge(copy, run) : flip(copy, pages, run);
      // The control: as it was opened before, unasked.
      if (sum.control === 0 && run % 2 === 0) sum.control += Number((await openedUnasked(folder, copy)) !== before);
      const outcome = await openedFromElsewhere(join(folder, `home-${run}`), copy);
      if (outcome === 'told') sum.told += 1;
      else if (outcome === before) sum.same += 1;
      else sum.untold.push(what);
      rmSync(copy, { force: true });
      rmSync(join(folder, `home-${run}`), { recursive: true, force: true });
    }
    return {
      figure: 'forged or flipped derived tables that were believed',
      runs,
      value: sum.untold.length === 0 ? 0 : `${sum.untold.length} (${sum.untold.slice(0, 3).join('; ')})`,
      limit: 0,
      ok: sum.untold.length === 0 && sum.told > 0 && sum.control > 0,
      control: `${sum.told} told, ${sum.same} harmless; opened unasked one of them answered otherwise`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Made with what any program can do that knows the file. */
function forge(path: string, run: number): string {
  const text = forgeries[(run / 2) % forgeries.length]!;
  const db = new Database(path);
  try {
    db.prepare(text).run(run);
  } catch (error) {
    // What the file itself does not take is no forgery.
    if (!(error instanceof Error)) throw error;
  } finally {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  }
  return text;
}

interface Page {
  readonly number: number;
  readonly bytes: number;
}

/** Pages of indexes and derived tables. */
function indexPages(path: string): Page[] {
  const db = new Database(path, { readonly: true });
  try {
    const size = Number(db.pragma('page_size', { simple: true }));
    const names = `SELECT name FROM sqlite_schema WHERE type = 'index' OR name LIKE 'claim_%' OR name LIKE 'search_%'`;
    const numbers = db.prepare(`SELECT pageno FROM dbstat WHERE name IN (${names})`).all() as { pageno: number }[];
    return numbers.map(({ pageno }) => ({ number: pageno, bytes: size }));
  } finally {
    db.close();
  }
}

function flip(path: string, pages: readonly Page[], run: number): string {
  const random = seededRandom(run);
  const { number, bytes: size } = pages[Math.floor(random() * pages.length)]!;
  const bytes = readFileSync(path);
  const at = (number - 1) * size + Math.floor(random() * size);
  bytes[at] = bytes[at]! ^ (1 << Math.floor(random() * 8));
  writeFileSync(path, bytes);
  return `bit at ${at}`;
}

/** What filters, sorted windows and search answer: all of it rests on derived tables and indexes. */
async function found(app: App): Promise<string> {
  const answers: unknown[] = [];
  for (const kind of ['figure', 'event', 'statement'] as const) {
    const { rows } = await app.ask('claims.window', { kind, count: 500 });
    answers.push(rows.map(({ id }) => id));
    for (const { id } of rows.slice(0, 20)) answers.push((await app.ask('claims.trace', { id })).passage?.exact ?? null);
  }
  for (const query of ['Chinese', 'fee', 'Russia', 'localisation', 'share']) {
    const { hits, total } = await app.ask('search.find', { query });
    answers.push(
      total,
      hits.map(({ title, snippet }) => [title, snippet]),
    );
  }
  const { rows } = await app.ask('sources.window', { count: 500 });
  answers.push(rows.map(({ id, title }) => [id, title]));
  return JSON.stringify(answers);
}

async function openedFromElsewhere(home: string, path: string): Promise<string> {
  const app = plainApp(home);
  try {
    await app.open(path);
    const answers = await found(app);
    return (await app.ask('workbook.verify', {})).ok ? answers : 'told';
  } catch {
    return 'told';
  } finally {
    app.close();
  }
}

async function openedUnasked(folder: string, path: string): Promise<string> {
  const app = plainApp(join(folder, 'unasked'));
  const copy = join(folder, 'unasked.assay');
  cpSync(path, copy);
  try {
    app.openPath(copy);
    return await found(app);
  } catch {
    return 'told';
  } finally {
    app.close();
    for (const suffix of ['', '-wal', '-shm', '-lock']) rmSync(copy + suffix, { force: true });
  }
}
