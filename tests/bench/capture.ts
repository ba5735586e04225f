// 10,000 claims captured in one call, and taken back and brought back, against a plain insert of the same rows and their
// words into tables without digests, keys or history; in processor time. Beside it what the log costs: bytes of a claim without
// the text of its source, the history of a cell, the state before as many changes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type App, createApp } from '../../electron/core/app.ts';
import { createNodeHost } from '../../electron/core/node-host.ts';
import type { Row } from '../../electron/core/store/sql.ts';
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
      const stored = rowsIn(made.path);
      peer.push((await cpuMs(async () => plainInsert(made.folder, stored))).ms);
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

interface PlainRows {
  readonly claims: readonly Row[];
  readonly passages: readonly Row[];
}

/** The rows that were captured, read back for the peer. */
function rowsIn(path: string): PlainRows {
  const db = new Database(path, { readonly: true });
  try {
    return { claims: db.prepare('SELECT * FROM claim').all() as Row[], passages: db.prepare('SELECT * FROM passage').all() as Row[] };
  } finally {
    db.close();
  }
}

/** The same rows and words, as somebody would store them who promises nothing: no digests, keys or history. */
function plainInsert(folder: string, { claims, passages }: PlainRows): void {
  const db = new Database(join(folder, `plain-${Math.random()}.db`));
  db.pragma('journal_mode = WAL');
  const [claim, passage] = [plainTable(db, 'claim', claims[0]!), plainTable(db, 'passage', passages[0]!)];
  db.exec(`CREATE INDEX claim_source ON claim (source_id); CREATE INDEX passage_place ON passage (source_id, start, "end");
    CREATE VIRTUAL TABLE entry USING fts5 (words, pairs, content = '', prefix = '2 3', tokenize = "unicode61 remove_diacritics 2")`);
  const words = db.prepare('INSERT INTO entry (rowid, words, pairs) VALUES (?, ?, ?)');
  db.transaction(() => {
    for (const row of claims) {
      claim(row);
      const text = `${row.measure}\n${row.subject}\n${row.original}\nnew cars\nRU\nStatistics office`;
      words.run(row.n, indexWords(text), indexPairs(text));
    }
    for (const row of passages) {
      passage(row);
      const text = String(row.exact);
      words.run(2 ** 30 + Number(row.n), indexWords(text), indexPairs(text));
    }
  })();
  db.close();
}

/** A table of the columns of a row without its digest, and what puts such rows into it. */
function plainTable(db: Database.Database, table: string, sample: Row): (row: Row) => void {
  const columns = Object.keys(sample).filter((column) => column !== 'crc' && column !== 'born');
  const names = columns.map((column) => `"${column}"`);
  db.exec(`CREATE TABLE ${table} (${names.map((name) => (name === '"n"' ? 'n INTEGER PRIMARY KEY' : name)).join(', ')}, UNIQUE (id))`);
  const insert = db.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`);
  return (row) => void insert.run(columns.map((column) => row[column]));
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
