// The values of a group of fields, compared and joined as merge.md says.
import { type RecordTable, recordType } from '../../../shared/records/index.ts';
import type { Fields } from '../store/row.ts';

/** Who did it and when: it goes with what was done, and is never a difference. */
const attribution: ReadonlySet<string> = new Set(['by', 'at', 'addedAt']);

/** Groups whose further fields only word the first. */
const worded: ReadonlySet<string> = new Set(['publishedOn']);

/** What one outcome consists of where two copies came to it apart: its reason and its ground are joined, not compared. */
const outcomes: Readonly<Record<string, readonly string[]>> = {
  'verdict verdict': ['claimId', 'reading', 'own'],
  'event_verdict verdict': ['claimId', 'own'],
  'judgement outcome': ['outcome'],
  'conflict_decision decision': ['outcome', 'claimId'],
};

export function withoutAttribution(values: Fields): Fields {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !attribution.has(name)));
}

/** Lists that are sets are the same in any order; files of the same bytes are the same, whatever read them. */
export function same(table: RecordTable, a: Fields, b: Fields): boolean {
  return comparable(table, a) === comparable(table, b);
}

function comparable(table: RecordTable, values: Fields): string {
  const { sets = [] } = recordType(table);
  const known = withoutAttribution(values);
  const parts = table === 'source' && 'sha256' in known ? { sha256: known.sha256, textSha256: known.textSha256 } : known;
  return JSON.stringify(Object.entries(parts).map(([name, value]) => [name, inOrder(value, sets.includes(name))]));
}

/** The same list whatever order it has, where it is a set. */
export function inOrder(value: unknown, isSet: boolean): unknown {
  return isSet && Array.isArray(value) ? sorted(value) : value;
}

function sorted(list: readonly unknown[]): unknown[] {
  return list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Element by element: what either added is there, what either took away is not. */
export function mergeSets(mine: Fields, theirs: Fields, base: Fields | undefined): Fields {
  return Object.fromEntries(
    Object.keys(mine).map((name) => {
      const [m, t, b] = [mine, theirs, base].map((values) => new Map(((values?.[name] ?? []) as unknown[]).map((one) => [JSON.stringify(one), one])));
      const all = new Map([...m!, ...t!]);
      const kept = [...all].filter(([key]) => (b!.has(key) ? m!.has(key) && t!.has(key) : true)).map(([, one]) => one);
      return [name, sorted(kept)];
    }),
  );
}

/** The same outcome found twice: the earlier stands, and says the reasons of both. Undefined where the outcomes differ. */
export function joined(table: RecordTable, mine: Fields, theirs: Fields): Fields | undefined {
  const name = Object.keys(outcomes).find((one) => one.startsWith(`${table} `) && outcomes[one]!.every((field) => field in mine));
  if (name === undefined) return undefined;
  if (outcomes[name]!.some((field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]))) return undefined;
  const order = (values: Fields) => `${String(values.at)} ${JSON.stringify(values)}`;
  const [first, second] = order(mine) <= order(theirs) ? [mine, theirs] : [theirs, mine];
  const reasons = [...new Set([first.reason, second.reason].map(String).filter((reason) => reason !== ''))];
  return { ...first, reason: reasons.join('\n\n') };
}

/** A group as a conflict shows it: one field as its value, several under their names. */
export function shown(group: string, values: Fields): unknown {
  const names = Object.keys(values);
  return names.length === 1 ? values[names[0]!] : worded.has(group) ? values[group] : values;
}
