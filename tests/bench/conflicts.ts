// The finder of contradictions over a whole workbook, against a self-join of the same figures on their series key in SQLite:
// the least that a query must do to see which figures of one series disagree. The join runs over an index and reads the
// intervals that the finder computes itself; building table and index is not counted.
import Database from 'better-sqlite3';
import type { Claim } from '../../shared/features/claims/model.ts';
import { createConflictIndex } from '../../shared/features/conflicts/find.ts';
import { allowedInterval, measuredOf, seriesKeyOf, seriesText } from '../../shared/features/ledger/rules.ts';
import { plantClaims } from '../features/conflicts/planted-claims.ts';
import { scoreFinder } from '../features/conflicts/score-finder.ts';
import { plainContext, toClaims } from '../helpers/seed-claims.ts';
import type { BenchResult } from './bench.ts';

const defaultRows = 100_000;
const pairs = 5;
const edits = 50;

export function benchConflicts(rows = defaultRows): BenchResult {
  const claims = claimsOfWorkbook(rows);
  const join = selfJoin(claims);
  runFinder(claims);
  join();
  const taken = Array.from({ length: pairs }, () => ({ ours: timed(() => runFinder(claims)), peer: timed(join) }));
  const ours = median(taken.map((one) => one.ours));
  const index = runFinder(claims);
  const scores = scoreFinder(rows);
  const incremental = median(Array.from({ length: edits }, (_, nth) => timed(() => editOne(index, claims, nth)))) / ours;
  return {
    name: 'conflicts',
    ratio: median(taken.map((one) => one.ours / one.peer)),
    ours,
    peer: median(taken.map((one) => one.peer)),
    unit: 'ms',
    pairs,
    incremental,
    rows: claims.length,
    groups: index.groups().length,
    joined: join(),
    worstRecall: Math.min(...scores.map((score) => score.recall)),
    worstPrecision: Math.min(...scores.map((score) => score.precision)),
  };
}

/** Nine tenths are yearly series of 25 years with four claims a year, one of twenty years in dispute; the rest are relations of every kind. */
function claimsOfWorkbook(rows: number): Claim[] {
  const planted = toClaims(plantClaims(Math.floor(rows / 10)).inputs);
  const inputs = Array.from({ length: rows - planted.length }, (_, nth) => {
    const series = Math.floor(nth / 100);
    const year = 2000 + (Math.floor(nth / 4) % 25);
    const isDisputed = nth % 80 === 0;
    const value = String(10_000 + series + 7 * (year - 2000) + (isDisputed ? 3000 : 0));
    return {
      kind: 'figure',
      ref: `series-${nth}`,
      measure: `output of good ${series % 50}`.replaceAll(' ', '_'),
      subject: `Region ${series}`,
      area: 'UT',
      basis: 'all goods',
      period: String(year),
      value: { low: value, high: value, qualifier: 'exact' },
      unit: 'UNITS',
      saidBy: [`Office ${nth % 4}`],
      passage: { source: `yearbook ${nth % 40}`, exact: 'words', start: nth },
    };
  });
  return [...planted, ...toClaims(inputs)];
}

function runFinder(claims: readonly Claim[]) {
  const index = createConflictIndex(plainContext);
  index.update(claims.map((claim) => ({ id: claim.id, claim })));
  index.groups();
  return index;
}

function editOne(index: ReturnType<typeof createConflictIndex>, claims: readonly Claim[], nth: number): void {
  const claim = claims[(nth * 7919) % claims.length]!;
  const text = String(20_000 + nth);
  index.update([{ id: claim.id, claim: { ...claim, value: { low: text, high: text, qualifier: 'exact' } } }]);
}

function selfJoin(claims: readonly Claim[]): () => number {
  const database = new Database(':memory:');
  database.exec('CREATE TABLE figure (id TEXT PRIMARY KEY, series TEXT, period TEXT, low REAL, high REAL) WITHOUT ROWID');
  const insert = database.prepare('INSERT INTO figure VALUES (?, ?, ?, ?, ?)');
  database.transaction(() => {
    for (const claim of claims) {
      const key = seriesKeyOf(claim);
      if (key === undefined) continue;
      const { low, high } = allowedInterval(measuredOf(claim));
      insert.run(claim.id, seriesText(key), claim.period, low?.toNumber() ?? null, high?.toNumber() ?? null);
    }
  })();
  database.exec('CREATE INDEX figure_series ON figure (series)');
  // Counted inside SQLite: sending every pair to JavaScript would only make the peer slower.
  const query = database.prepare<[], { joined: number; disagreeing: number }>(
    `SELECT count(*) AS joined, sum(a.period = b.period AND (a.low > b.high OR b.low > a.high)) AS disagreeing
     FROM figure a JOIN figure b ON b.series = a.series AND b.id > a.id`,
  );
  return () => query.get()?.joined ?? 0;
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
