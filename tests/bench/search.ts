// First hits and the exact count of a query over 200 MB of English, Russian and Chinese text, against ripgrep counting on the
// same text as files. The text is made up of words of our own; ripgrep gets the machine's file cache warm, as we do.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEdits } from '../../electron/core/edits/edits.ts';
import { createSearch } from '../../electron/core/features/search/index.ts';
import { createSearchRepository } from '../../electron/core/features/search/repository.ts';
import { createRowIndex } from '../../electron/core/features/search/row-index.ts';
import { createSearchTables } from '../../electron/core/features/search/tables.ts';
import { createSourceRepository } from '../../electron/core/features/sources/repository.ts';
import { sha256 } from '../../electron/core/features/sources/service.ts';
import { openStore } from '../../electron/core/store/open.ts';
import { uuidV7 } from '../../shared/ids.ts';
import type { Stored } from '../../shared/records/index.ts';
import { seeded } from '../features/passages/anchoring/changes.ts';
import type { BenchResult } from './bench.ts';
import { type Language, languages, makeText } from './search-text.ts';

const defaultMegabytes = 200;
const sourceBytes = 100_000;
const rounds = 5;
const firstHits = 20;
const recallSamples = 400;

type Find = (query: string, limit: number) => { total: number; hits: readonly { id: string; start: number | null }[] };

/** @param megabytes `--rows` of the command line. */
export function benchSearch(megabytes = defaultMegabytes): BenchResult {
  if (spawnSync('rg', ['--version']).status !== 0) throw new Error('The peer is missing: install ripgrep (Debian: apt-get install ripgrep).');
  const folder = mkdtempSync(join(tmpdir(), 'assay-search-'));
  try {
    const { find, texts, close } = fill(folder, megabytes);
    const result = measure(folder, find, texts);
    close();
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Filled {
  readonly find: Find;
  readonly texts: readonly { readonly id: string; readonly language: Language; readonly text: string }[];
  close(): void;
}

function fill(folder: string, megabytes: number): Filled {
  mkdirSync(join(folder, 'files'));
  const random = seeded(7);
  const store = openStore({ path: join(folder, 'bench.assay'), mode: 'create' });
  const sources = createSourceRepository(store.sql);
  const health = { assertWritable: () => {}, noteFailure: () => {}, noteRollback: () => {}, noteSuccess: () => {} };
  let made = 0;
  const newId = () => uuidV7(1_700_000_000_000 + made++, Buffer.alloc(10, made));
  const edits = createEdits({
    sql: store.sql,
    clock: () => 0,
    author: () => 'bench',
    newId,
    replica: () => benchReplica,
    knownReplica: () => benchReplica,
    health,
    onCommit: () => {},
  });
  const noRows = { tables: () => '', shapes: () => [], withShapes: () => ({ count: 0, ids: [] }) };
  const search = createSearch(
    () => createSearchRepository(store.sql),
    () => createRowIndex(store.sql, noRows),
    {
      findSource: sources.find,
      allSources: sources.all,
      textOf: (source) => sources.text(source.textSha256),
      findClaim: () => undefined,
    },
  );
  edits.follow(createSearchTables(store.sql).follow);
  const texts: Filled['texts'][number][] = [];
  for (let bytes = 0; bytes < megabytes * 1e6; ) {
    edits.run('addSources', (edit) => {
      for (let step = 0; step < 50 && bytes < megabytes * 1e6; step += 1) {
        const language = languages[texts.length % languages.length]!;
        const text = makeText(language, sourceBytes, random);
        const source = sourceRecord(edit.newId(), text, language);
        sources.keepContent(source.sha256, Buffer.from('x'));
        sources.keepText(source.textSha256, text);
        edit.insert('source', source);
        writeFileSync(join(folder, 'files', `${texts.length}.txt`), text);
        texts.push({ id: source.id, language, text });
        bytes += Buffer.byteLength(text);
      }
    });
  }
  const handler = search.find as (input: object) => ReturnType<Find>;
  return { find: (query, limit) => handler({ query, where: [], limit }), texts, close: () => store.close() };
}

const benchReplica = '00000000-0000-7000-8000-000000000000';

function sourceRecord(id: string, text: string, language: string): Stored<'source'> {
  const hash = sha256(Buffer.from(text, 'utf8'));
  return {
    id,
    title: `Text ${id.slice(-4)}`,
    publisher: null,
    author: null,
    publishedOn: null,
    publishedText: null,
    retrievedOn: null,
    url: null,
    language,
    grade: null,
    gradeReason: null,
    copyOf: null,
    fileName: null,
    encoding: null,
    newerTexts: [],
    csl: null,
    mediaType: 'text/plain',
    kind: 'document',
    note: '',
    sha256: sha256(Buffer.from('x')),
    textSha256: hash,
    sizeBytes: Buffer.byteLength(text),
    chars: text.length,
    extractor: 'plain-1',
    dropped: [],
    warnings: [],
    notCopyOf: [],
    addedAt: '2026-01-01T00:00:00.000Z',
  };
}

function measure(folder: string, find: Find, texts: Filled['texts']): BenchResult {
  const queries = queriesFrom(texts);
  for (const query of queries) find(query, firstHits);
  ripgrep(folder, queries[0]!);
  const taken = Array.from({ length: rounds }, () => {
    const pairs = queries.map((query) => ({ ours: timed(() => find(query, firstHits)), peer: timed(() => ripgrep(folder, query)) }));
    return { ours: percentile95(pairs.map((pair) => pair.ours)), peer: percentile95(pairs.map((pair) => pair.peer)) };
  });
  const middle = <T>(list: readonly T[], value: (one: T) => number) => list.map(value).toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;
  return {
    name: 'search',
    ratio: middle(taken, (one) => one.ours / one.peer),
    ours: middle(taken, (one) => one.ours),
    peer: middle(taken, (one) => one.peer),
    unit: 'ms',
    pairs: rounds,
    recall: chineseRecall(find, texts),
    queries: queries.length,
    megabytes: Math.round(texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6),
    sources: texts.length,
  };
}

/** Words, beginnings, pairs of words and Chinese of one to eight signs, taken from all over the texts. */
function queriesFrom(texts: Filled['texts']): string[] {
  const random = seeded(11);
  const pick = (language: Language) => {
    const of = texts.filter((one) => one.language === language);
    const { text } = of[Math.floor(random() * of.length)]!;
    const line = text.split('\n')[Math.floor(random() * 50)] ?? text;
    return line;
  };
  const spaced = (['en', 'ru'] as const).flatMap((language) =>
    Array.from({ length: 10 }, (_, nth) => {
      const words = pick(language)
        .split(/[^\p{L}]+/u)
        .filter((word) => word.length > 3);
      const at = Math.floor(random() * (words.length - 2));
      if (nth % 3 === 0) return `"${words[at]} ${words[at + 1]}"`;
      return nth % 3 === 1 ? words[at]! : words[at]!.slice(0, 4);
    }),
  );
  const chinese = Array.from({ length: 16 }, (_, nth) => hanPiece(pick('zh'), 1 + (nth % 8), random));
  return [...spaced, ...chinese];
}

function hanPiece(line: string, length: number, random: () => number): string {
  const runs = [...line.matchAll(/\p{Script=Han}+/gu)].map((match) => match[0]).toSorted((a, b) => b.length - a.length);
  const long = runs.filter((run) => run.length >= length);
  const run = long[Math.floor(random() * long.length)] ?? runs[0] ?? '';
  const at = Math.floor(random() * Math.max(1, run.length - length + 1));
  return run.slice(at, at + length);
}

function chineseRecall(find: Find, texts: Filled['texts']): number {
  const random = seeded(13);
  const chinese = texts.filter((one) => one.language === 'zh');
  let found = 0;
  for (let nth = 0; nth < recallSamples; nth += 1) {
    const { id, text } = chinese[Math.floor(random() * chinese.length)]!;
    const lines = text.split('\n').filter((line) => line !== '');
    const piece = hanPiece(lines[Math.floor(random() * lines.length)]!, 1 + (nth % 8), random);
    const { total, hits } = find(piece, 500);
    if (total > hits.length || hits.some((hit) => hit.id === id)) found += 1;
  }
  return found / recallSamples;
}

function ripgrep(folder: string, query: string): string {
  const plain = query.replace(/^"|"$/g, '');
  return spawnSync('rg', ['--count', '--ignore-case', '--fixed-strings', '--no-ignore', '--', plain, join(folder, 'files')], { encoding: 'utf8' })
    .stdout;
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function percentile95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!;
}
