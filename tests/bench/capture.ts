// 10,000 claims captured in one call, and taken back and brought back, against a plain insert of the same claims, passages and
// words into tables without digests, keys or history; in processor time. Beside it what the log costs: bytes of a claim without
// the text of its source, the history of a cell, the state before as many changes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type App, createApp } from '../../electron/core/app.ts';
import { createNodeHost } from '../../electron/core/node-host.ts';
import type { ClaimInput } from '../../shared/features/claims/model.ts';
import { indexPairs, indexWords } from '../../shared/features/search/words.ts';
import type { BenchResult } from './bench.ts';

const defaultRows = 10_000;
const pairs = 5;
const sources = 20;

interface Made {
  readonly folder: string;
  readonly app: App;
  readonly path: string;
  readonly claims: ClaimInput[];
}

export async function benchCapture(rows = defaultRows): Promise<BenchResult> {
  const ours: number[] = [];
  const peer: number[] = [];
  let more: Record<string, number> = {};
  for (let pair = 0; pair < pairs; pair += 1) {
    const made = await prepare(rows);
    const before = sizeOf(made.path);
    try {
      const captured = await cpuMs(() => made.app.ask('claims.capture', { claims: made.claims }));
      ours.push(captured.ms);
      peer.push((await cpuMs(async () => plainInsert(made))).ms);
      if (pair === pairs - 1) more = await costs(made, captured.ms, before);
    } finally {
      made.app.close();
      rmSync(made.folder, { recursive: true, force: true });
    }
  }
  const ratios = ours.map((ms, index) => ms / peer[index]!);
  return { name: 'capture', ratio: median(ratios), ours: median(ours), peer: median(peer), unit: 'ms', pairs, rows, ...more };
}

async function costs({ app, path }: Made, capturedMs: number, before: number): Promise<Record<string, number>> {
  await app.ask('workbook.info', {});
  const list = (await app.ask('claims.list', {})).claims;
  const bytes = (sizeOf(path) - before) / list.length;
  const undo = await cpuMs(() => app.ask('history.undo', {}));
  const redo = await cpuMs(() => app.ask('history.redo', {}));
  const seq = (await app.ask('history.state', {})).last!.seq;
  const notes = await cpuMs(() =>
    app.ask('claims.setCells', { cells: list.map(({ id }) => ({ id, field: 'note', value: `seen ${id.slice(-4)}` })) }),
  );
  const cell = await cpuMs(() => app.ask('history.ofRecord', { record: list[0]!.id, field: 'note' }));
  const past = await cpuMs(() => app.ask('workbook.backups', {}, { at: seq }));
  return {
    bytesPerClaim: Math.round(bytes),
    undo: undo.ms / capturedMs,
    redo: redo.ms / capturedMs,
    notesMs: notes.ms,
    historyOfCellMs: cell.ms,
    pastOfAllMs: past.ms,
  };
}

async function prepare(rows: number): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-capture-'));
  const app = createApp({
    host: createNodeHost({ workbooks: join(folder, 'w'), settings: join(folder, 's') }, { ASSAY_AUTHOR: 'Bench' }),
    clock: Date.now,
    log: { info: () => {}, error: () => {} },
  });
  const path = join(folder, 'capture.assay');
  await app.createPath(path);
  const claims: ClaimInput[] = [];
  const each = Math.ceil(rows / sources);
  for (let source = 0; source < sources; source += 1) {
    const lines = Array.from({ length: each }, (_, line) => `In region ${source}-${line} dealers sold ${1000 + line} cars in 20${10 + (line % 15)}.`);
    const { id } = await app.ask('sources.paste', { text: lines.join('\n'), meta: { title: `Report ${source}`, publishedOn: '2025' } });
    lines.forEach((_, line) => {
      if (claims.length < rows) claims.push(claimOf(id, source, line));
    });
  }
  return { folder, app, path, claims };
}

function claimOf(source: string, number: number, line: number): ClaimInput {
  const value = String(1000 + line);
  return {
    kind: 'figure',
    measure: 'sales',
    subject: `Region ${number}-${line}`,
    area: 'RU',
    basis: 'new cars',
    period: `20${10 + (line % 15)}`,
    value: { low: value, high: value, qualifier: 'exact' },
    unit: 'UNITS',
    original: `${value} cars`,
    saidBy: ['Statistics office'],
    passage: { source, exact: `Region ${number}-${line} dealers sold ${value} cars`.replace('Region', 'region') },
  };
}

/** The same claims, passages and words, as somebody would store them who promises nothing. */
function plainInsert({ folder, claims }: Made): void {
  const db = new Database(join(folder, `plain-${Math.random()}.db`));
  db.pragma('journal_mode = WAL');
  db.exec(`CREATE TABLE claim (id INTEGER PRIMARY KEY, measure TEXT, subject TEXT, area TEXT, basis TEXT, period TEXT, low TEXT, high TEXT, qualifier TEXT, unit TEXT, original TEXT, said_by TEXT, passage INTEGER);
    CREATE TABLE passage (id INTEGER PRIMARY KEY, source TEXT, exact TEXT, prefix TEXT, suffix TEXT, start INTEGER, "end" INTEGER);
    CREATE INDEX claim_subject ON claim (subject); CREATE INDEX passage_place ON passage (source, start);
    CREATE VIRTUAL TABLE entry USING fts5 (words, pairs, content = '', prefix = '2 3', tokenize = "unicode61 remove_diacritics 2")`);
  const claim = db.prepare('INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const passage = db.prepare('INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?)');
  const words = db.prepare('INSERT INTO entry (rowid, words, pairs) VALUES (?, ?, ?)');
  db.transaction(() => {
    claims.forEach((one, n) => {
      if (one.kind !== 'figure' || one.passage === undefined) return;
      const { exact, source } = one.passage;
      const { low = null, high = null, qualifier } = one.value;
      claim.run(
        n,
        one.measure,
        one.subject,
        'RU',
        'new cars',
        one.period ?? null,
        low,
        high,
        qualifier,
        'UNITS',
        one.original ?? '',
        '["Statistics office"]',
        n,
      );
      passage.run(n, source, exact, 'In '.padEnd(32), ' in 2010.'.padEnd(32), n, n + exact.length);
      const text = `${one.measure}\n${one.subject}\n${one.original}\nnew cars\nRU\nStatistics office`;
      words.run(2 * n, indexWords(text), indexPairs(text));
      words.run(2 * n + 1, indexWords(exact), indexPairs(exact));
    });
  })();
  db.close();
}

function sizeOf(path: string): number {
  const db = new Database(path, { readonly: true });
  try {
    return (db.pragma('page_count', { simple: true }) as number) * (db.pragma('page_size', { simple: true }) as number);
  } finally {
    db.close();
  }
}

async function cpuMs(work: () => Promise<unknown>): Promise<{ ms: number }> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000 };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
