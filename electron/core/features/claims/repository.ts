import type { Claim, ClaimKind, PassageRef } from '../../../../shared/features/claims/model.ts';
import { fromRow, type StoredRecord } from '../../edits/records.ts';
import { whole } from '../../edits/whole.ts';
import type { Row, Sql } from '../../store/sql.ts';
import type { WindowSpec } from '../../store/window.ts';

export interface ClaimRepository {
  all(): Claim[];
  count(): number;
  /** Those of the claims that exist. */
  existing(ids: readonly string[]): Claim[];
  /** Claims that stand on one of the passages. */
  onPassages(passageIds: readonly string[]): string[];
  find(id: string): Claim | undefined;
  byIds(ids: readonly string[]): Claim[];
  ofSource(sourceId: string): Claim[];
  findByContentKey(contentKey: string): string | undefined;
  counts(): Record<ClaimKind, number>;
  /** Distinct words of a field with the number of claims that use them, most used first. */
  terms(field: TermField, typed: string): { text: string; uses: number }[];
  index(entry: IndexEntry): void;
  unindex(claimId: string): void;
}

export interface IndexEntry {
  readonly claimId: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly sortValue: number | null;
  readonly passages: readonly string[];
}

export type TermField = 'measure' | 'subject' | 'basis' | 'area' | 'counterpart' | 'unit' | 'actor' | 'topic' | 'saidBy' | 'via' | 'tags';

const listFields = new Set<TermField>(['basis', 'area', 'saidBy', 'via', 'tags']);
const termColumns: Readonly<Record<TermField, string>> = {
  measure: 'measure',
  subject: 'subject',
  basis: 'basis',
  area: 'area',
  counterpart: 'counterpart',
  unit: 'unit',
  actor: 'actor',
  topic: 'topic',
  saidBy: 'said_by',
  via: 'via',
  tags: 'tags',
};

export function createClaimRepository(sql: Sql): ClaimRepository {
  const read = (tail: string, ...values: (string | number)[]) => {
    const rows = sql.all(`SELECT claim.* FROM ${tail}`, values);
    return rows.map((row) => toClaim(fromRow('claim', row as Row)));
  };
  const withPassages = (claims: UnplacedClaim[]): Claim[] => {
    const ids = [...new Set(claims.flatMap((claim) => claim.passages))];
    const rows = whole(
      sql.all('SELECT passage.* FROM json_each(?) wanted JOIN passage ON passage.id = wanted.value', [JSON.stringify(ids)]),
      ids.length,
      'passages',
    );
    const passages = new Map(rows.map((row) => [String(row.id), toPassage(fromRow('passage', row))]));
    return claims.map((claim) => ({ ...claim, passages: claim.passages.flatMap((id) => passages.get(id) ?? []) }));
  };

  return {
    all: () => withPassages(read('claim NOT INDEXED ORDER BY claim.id')),
    count: () => sql.get<{ n: number }>('SELECT count(*) AS n FROM claim NOT INDEXED')?.n ?? 0,
    existing: (ids) => withPassages(read('json_each(?) wanted JOIN claim ON claim.id = wanted.value', JSON.stringify(ids))),
    onPassages: (passageIds) =>
      sql
        .all<{ id: string }>(
          'SELECT DISTINCT claim_passage.claim_id AS id FROM json_each(?) wanted JOIN claim_passage ON claim_passage.passage_id = wanted.value',
          [JSON.stringify(passageIds)],
        )
        .map(({ id }) => id),
    find: (id) => withPassages(read('claim WHERE claim.id = ?', id))[0],
    byIds: (ids) =>
      withPassages(
        whole(read('json_each(?) wanted JOIN claim ON claim.id = wanted.value ORDER BY wanted.key', JSON.stringify(ids)), ids.length, 'claims'),
      ),
    ofSource: (sourceId) => withPassages(read('claim NOT INDEXED WHERE claim.source_id = ? ORDER BY claim.id', sourceId)),
    findByContentKey: (contentKey) => sql.get<{ id: string }>('SELECT id FROM claim WHERE content_key = ? ORDER BY id LIMIT 1', [contentKey])?.id,
    counts() {
      const counts = { figure: 0, event: 0, statement: 0 };
      for (const { kind, n } of sql.all<{ kind: ClaimKind; n: number }>('SELECT kind, count(*) AS n FROM claim NOT INDEXED GROUP BY kind'))
        counts[kind] = n;
      return counts;
    },
    terms(field, typed) {
      const column = termColumns[field];
      const word = field === 'saidBy' ? `json_extract(one.value, '$.name')` : 'one.value';
      const [text, from] = listFields.has(field) ? [word, `claim, json_each(claim.${column}) one`] : [`claim.${column}`, 'claim'];
      return sql.all<{ text: string; uses: number }>(
        `SELECT ${text} AS text, count(*) AS uses FROM ${from} WHERE ${text} IS NOT NULL AND instr(lower(${text}), lower(?)) > 0 GROUP BY 1 ORDER BY uses DESC, text LIMIT 50`,
        [typed],
      );
    },
    index({ claimId, earliest, latest, sortValue, passages }) {
      sql.run('INSERT OR REPLACE INTO claim_index (claim_id, earliest, latest, sort_value) VALUES (?, ?, ?, ?)', [
        claimId,
        earliest,
        latest,
        sortValue,
      ]);
      sql.run('DELETE FROM claim_passage WHERE claim_id = ?', [claimId]);
      passages.forEach(
        (passageId, position) =>
          void sql.run('INSERT INTO claim_passage (claim_id, passage_id, position) VALUES (?, ?, ?)', [claimId, passageId, position]),
      );
    },
    unindex(claimId) {
      sql.run('DELETE FROM claim_index WHERE claim_id = ?', [claimId]);
      sql.run('DELETE FROM claim_passage WHERE claim_id = ?', [claimId]);
    },
  };
}

type UnplacedClaim = Omit<Claim, 'passages'> & { readonly passages: readonly string[] };

/** The store keeps the three parts of a value as columns; a claim has them as one value. */
function toClaim(record: StoredRecord): UnplacedClaim {
  const { low, high, qualifier, ...rest } = record;
  const value = qualifier === null ? null : { low, high, qualifier };
  return { ...rest, value } as unknown as UnplacedClaim;
}

export function toRecord(claim: Omit<Claim, 'passages'> & { readonly passages: readonly string[] }): StoredRecord {
  const { value, ...rest } = claim;
  return { ...rest, low: value?.low ?? null, high: value?.high ?? null, qualifier: value?.qualifier ?? null };
}

function toPassage(record: StoredRecord): PassageRef {
  const { id, sourceId, exact, prefix, suffix, start, end, page, sheet, cells, state } = record;
  return { id, source: sourceId, exact, prefix, suffix, start, end, page, sheet, cells, state } as unknown as PassageRef;
}

const indexed = 'claim NOT INDEXED LEFT JOIN claim_index ON claim_index.claim_id = claim.id LEFT JOIN source ON source.id = claim.source_id';
const plain = (column: string) => ({ sql: `claim.${column}` });

/** What grids of claims may be sorted and filtered by. The kind is bound by the caller. */
export const claimWindow: WindowSpec = {
  from: indexed,
  id: 'claim.rowid',
  key: 'claim.id',
  where: 'claim.kind = ?',
  tieBreak: 'claim.measure, claim.subject, claim_index.earliest, claim.id',
  fields: {
    measure: plain('measure'),
    subject: plain('subject'),
    subjectType: plain('subject_type'),
    area: plain('area'),
    counterpart: plain('counterpart'),
    basis: plain('basis'),
    unit: plain('unit'),
    status: plain('status'),
    stage: plain('stage'),
    type: plain('type'),
    what: plain('what'),
    cause: plain('cause'),
    depth: plain('depth'),
    actor: plain('actor'),
    role: plain('role'),
    topic: plain('topic'),
    stance: plain('stance'),
    gist: plain('gist'),
    hedge: plain('hedge'),
    note: plain('note'),
    original: plain('original'),
    saidBy: plain('said_by'),
    via: plain('via'),
    madeOn: plain('made_on'),
    tags: plain('tags'),
    rank: plain('rank'),
    change: plain('change'),
    vintage: plain('vintage'),
    origin: { sql: `json_extract(claim.said_by, '$[0].name')` },
    credibility: { sql: 'claim.credibility', isNumber: true },
    period: { sql: 'claim_index.earliest' },
    when: { sql: 'claim_index.earliest' },
    value: { sql: 'claim_index.sort_value', isNumber: true },
    grade: { sql: 'source.grade' },
    sourceTitle: { sql: 'source.title' },
    id: plain('id'),
  },
};

/** The same, of claims that are named. Their ids, as JSON, are bound after the kind. */
export const namedClaims: WindowSpec = { ...claimWindow, where: `${claimWindow.where} AND claim.id IN (SELECT value FROM json_each(?))` };
