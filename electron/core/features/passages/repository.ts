import { crc32 } from 'node:zlib';
import { finderVersion } from '../../../../shared/features/passages/finder/index.ts';
import type { Passage } from '../../../../shared/features/passages/model.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { Stored } from '../../../../shared/records/index.ts';
import { allRecords, findRecord, idList } from '../../edits/records.ts';
import type { Looked } from '../../jobs/finder/look-through.ts';
import { idFromBytes, idsFromBytes, idToBytes } from '../../store/id-bytes.ts';
import { createKeptContents } from '../../store/kept-contents.ts';
import { crcOfValues, fromRow } from '../../store/row.ts';
import type { Row, Sql, SqlValue } from '../../store/sql.ts';

export interface Aside {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export type Annotation = Stored<'annotation'>;

export interface PassageRepository {
  /** A lost passage stands nowhere. */
  findAt(sourceId: string, words: Pick<Passage, 'start' | 'end' | 'exact'>): Passage | undefined;
  find(id: string): Passage | undefined;
  ofSource(sourceId: string): PlacedPassage[];
  pending(): PlacedPassage[];
  annotations(): Annotation[];
  hasAnnotation(digest: string): boolean;
  /** Those of the passages that no claim rests on any more and that say nothing of their own. */
  withoutClaims(ids: readonly string[]): string[];
  /** Versions of texts in which passages stand. */
  textsOf(ids: readonly string[]): string[];
  asides(sourceId: string): Aside[];
  idsOfSource(sourceId: string): string[];
  count(): number;
}

/** Passages of all sources are read at once, past the indexes, and kept until the workbook changes. */
export function createPassageRepository(sql: Sql, version: () => number): PassageRepository {
  let kept: { version: number; bySource: Map<string, PlacedPassage[]> } | undefined;
  function bySource(): Map<string, PlacedPassage[]> {
    if (kept?.version !== version()) kept = { version: version(), bySource: readBySource(sql) };
    return kept.bySource;
  }
  return {
    findAt(sourceId, { start, end, exact }) {
      // Hardly ever more than one: asking SQLite to put them in order costs more than to find them.
      const rows = sql.all<Row>("SELECT * FROM passage WHERE source_id = ? AND start = ? AND end = ? AND exact = ? AND state IS NOT 'lost'", [
        idToBytes(sourceId),
        start,
        end,
        exact,
      ]);
      const [first] = rows.map((row) => fromRow('passage', row)).sort((a, b) => (a.id < b.id ? -1 : 1));
      return first === undefined ? undefined : toPassage(first);
    },
    find(id) {
      const passage = findRecord(sql, 'passage', id);
      return passage === undefined ? undefined : toPassage(passage);
    },
    ofSource: (sourceId) => bySource().get(sourceId) ?? [],
    pending: () => [...bySource().values()].flat().filter((passage) => passage.isPending),
    withoutClaims(ids) {
      const rows = sql.all<Row>(
        `SELECT passage.* FROM json_each(?) wanted JOIN passage ON passage.id = unhex(wanted.value)
         WHERE passage.comment IS NULL AND passage.tags IS NULL AND passage.colour IS NULL`,
        [idList(ids)],
      );
      const bare = rows.map((row) => fromRow('passage', row));
      if (bare.length === 0) return [];
      // An edit may have removed the claims a moment ago: the index of their passages follows only at its end.
      const claims = sql.all<Row>(
        'SELECT DISTINCT claim.* FROM json_each(?) wanted JOIN passage ON passage.id = unhex(wanted.value) JOIN claim ON claim.source_id = passage.source_id',
        [idList(bare.map((one) => one.id))],
      );
      const used = new Set([
        ...claims.flatMap((row) => fromRow('claim', row).passages),
        ...allRecords(sql, 'annotation').flatMap((one) => one.passages),
      ]);
      return bare.filter((one) => !used.has(one.id)).map((one) => one.id);
    },
    textsOf: (ids) =>
      sql.column<string>('SELECT DISTINCT passage.text_sha256 FROM json_each(?) wanted JOIN passage ON passage.id = unhex(wanted.value)', [
        idList(ids),
      ]),
    annotations: () => allRecords(sql, 'annotation'),
    hasAnnotation: (digest) => sql.get('SELECT id FROM annotation WHERE digest = ?', [digest]) !== undefined,
    asides: (sourceId) =>
      sql.all<Row>('SELECT * FROM aside NOT INDEXED WHERE source_id = ? ORDER BY start', [idToBytes(sourceId)]).map((row) => fromRow('aside', row)),
    idsOfSource: (sourceId) => sql.column<Buffer>('SELECT id FROM passage WHERE source_id = ?', [idToBytes(sourceId)]).map(idFromBytes),
    count: () => sql.get<{ n: number }>('SELECT count(*) AS n FROM passage')?.n ?? 0,
  };
}

export type PlacedPassage = Passage & { claimIds: string[] };

function readBySource(sql: Sql): Map<string, PlacedPassage[]> {
  const passages = sql
    .all<Row>('SELECT * FROM passage NOT INDEXED ORDER BY start, end')
    .map((row) => ({ ...toPassage(fromRow('passage', row)), claimIds: [] as string[] }));
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const claims = sql.all<{ id: Buffer; passages: Buffer }>('SELECT id, passages FROM claim NOT INDEXED WHERE passages IS NOT NULL ORDER BY id');
  for (const { id, passages: ids } of claims) {
    for (const passageId of idsFromBytes(ids)) byId.get(passageId)?.claimIds.push(idFromBytes(id));
  }
  return Map.groupBy(passages, (passage) => passage.source);
}

function toPassage({ sourceId, ...rest }: Stored<'passage'>): Passage {
  return { ...rest, source: sourceId };
}

/** What mentions depend on, beside the version of the finder. */
export type MentionKey = Pick<Source, 'textSha256' | 'publishedOn' | 'language'>;

export interface MentionRepository {
  counts(key: MentionKey): Pick<Looked, 'figures' | 'dates'> | undefined;
  /** Undefined where nothing was kept, where it is of another finder, or damaged: it can be looked for again. */
  find(key: MentionKey): Looked | undefined;
  /** Does nothing where the text itself is not kept. What another finder saw in it goes. */
  keep(key: MentionKey, looked: Looked): void;
}

export function createMentionRepository(sql: Sql): MentionRepository {
  const contents = createKeptContents(sql);
  const where = 'text_sha256 = ? AND published_on = ? AND language = ? AND finder = ?';
  function counts(key: MentionKey): Counted | undefined {
    const row = sql.get<Counted & { crc: number }>(`SELECT figures, dates, packed_crc, crc FROM text_mentions WHERE ${where}`, columnsOf(key));
    return row === undefined || row.crc !== crcOfCounts(key, row) ? undefined : row;
  }
  return {
    counts,
    find(key) {
      const counted = counts(key);
      if (counted === undefined) return undefined;
      const packed = sql.get<{ packed: Buffer }>(`SELECT packed FROM text_mentions WHERE ${where}`, columnsOf(key))?.packed;
      return packed === undefined || crc32(packed) !== counted.packed_crc ? undefined : { ...counted, packed };
    },
    keep(key, { figures, dates, packed }) {
      if (!contents.hasText(key.textSha256)) return;
      const counted = { figures, dates, packed_crc: crc32(packed) };
      sql.run('DELETE FROM text_mentions WHERE text_sha256 = ? AND finder <> ?', [key.textSha256, finderVersion]);
      sql.run(
        `INSERT OR REPLACE INTO text_mentions (text_sha256, published_on, language, finder, figures, dates, packed_crc, packed, crc)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [...columnsOf(key), figures, dates, counted.packed_crc, Buffer.from(packed), crcOfCounts(key, counted)],
      );
    },
  };
}

interface Counted extends Pick<Looked, 'figures' | 'dates'> {
  readonly packed_crc: number;
}

function columnsOf({ textSha256, publishedOn, language }: MentionKey): SqlValue[] {
  return [textSha256, publishedOn ?? '', language ?? '', finderVersion];
}

function crcOfCounts(key: MentionKey, { figures, dates, packed_crc }: Counted): number {
  return crcOfValues([...columnsOf(key), figures, dates, packed_crc]);
}
