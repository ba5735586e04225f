import { createHash } from 'node:crypto';
import { AppError } from '../../../../shared/errors.ts';
import type { SourceRow } from '../../../../shared/features/sources/contract.ts';
import type { Layout } from '../../../../shared/features/sources/layout.ts';
import type { Sketch } from '../../../../shared/features/sources/likeness.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { allRecords, idList } from '../../edits/records.ts';
import { whole } from '../../edits/whole.ts';
import { idToBytes } from '../../store/id-bytes.ts';
import { createKeptContents } from '../../store/kept-contents.ts';
import { crcOfValues, fromRow } from '../../store/row.ts';
import type { Row, Sql, SqlValue } from '../../store/sql.ts';
import type { WindowSpec } from '../../store/window.ts';

/** Bytes and text of a source: the same words may lie differently in two files. */
type Hashes = Pick<Source, 'sha256' | 'textSha256'>;

export interface SourceRepository {
  find(id: string): Source | undefined;
  all(): Source[];
  byIds(ids: readonly string[]): Source[];
  /** By id, exact title or file name, in this order of belief; several with one title: none. */
  findByName(name: string): Source | undefined;
  findByBytes(sha256: string): Source | undefined;
  allByText(textSha256: string): readonly Source[];
  text(textSha256: string): string;
  /** @throws AppError `damaged` */
  content(sha256: string): Uint8Array;
  keepContent(sha256: string, bytes: Uint8Array): void;
  keepText(sha256: string, text: string): void;
  keepLayout(source: Hashes, layout: Layout): void;
  /** Undefined where the format has neither pages nor sheets. */
  layout(source: Hashes): Layout | undefined;
  keepSketch(textSha256: string, sketch: Sketch): void;
  /** Undefined where it is missing or damaged: it can be made again. */
  sketch(textSha256: string): Sketch | undefined;
  count(): number;
}

/** @throws AppError `damaged`: a passage must never be shown in words that the source did not say. */
function checkedText(textSha256: string, body: string | undefined): string {
  if (body !== undefined && createHash('sha256').update(body, 'utf8').digest('hex') === textSha256) return body;
  throw new AppError('damaged', 'sources.damagedText', {
    textSha256,
  });
}

function checkedContent(sha256: string, bytes: Buffer | undefined): Uint8Array {
  if (bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  throw new AppError('damaged', 'sources.damagedFile', {
    sha256,
  });
}

const toSource = (row: Row): Source => fromRow('source', row);

export function createSourceRepository(sql: Sql): SourceRepository {
  const contents = createKeptContents(sql);
  const one = (where: string, ...values: SqlValue[]) => {
    const rows = sql.all(`SELECT * FROM source WHERE ${where} ORDER BY id LIMIT 2`, values);
    return rows.length === 1 ? toSource(rows[0]!) : undefined;
  };
  const first = (where: string, ...values: SqlValue[]) => {
    const row = sql.get(`SELECT * FROM source WHERE ${where} ORDER BY id LIMIT 1`, values);
    return row === undefined ? undefined : toSource(row);
  };
  return {
    find: (id) => one('id = ?', idToBytes(id)),
    all: () => allRecords(sql, 'source'),
    byIds: (ids) =>
      whole(
        sql.all('SELECT source.* FROM json_each(?) wanted JOIN source ON source.id = unhex(wanted.value) ORDER BY wanted.key', [idList(ids)]),
        ids.length,
        'sources',
      ).map(toSource),
    findByName: (name) => one('id = ?', idToBytes(name)) ?? one('title = ?', name) ?? one('file_name = ?', name),
    findByBytes: (sha256) => first('sha256 = ?', sha256),
    allByText: (textSha256) => sql.all('SELECT * FROM source WHERE text_sha256 = ? ORDER BY id', [textSha256]).map(toSource),
    text: (textSha256) => checkedText(textSha256, contents.text(textSha256)),
    content: (sha256) => checkedContent(sha256, contents.bytes(sha256)),
    keepContent: contents.keepBytes,
    keepText: contents.keepText,
    keepLayout({ sha256, textSha256 }, layout) {
      const values = [sha256, textSha256, JSON.stringify(layout)];
      sql.run('INSERT INTO text_layout (sha256, text_sha256, layout, crc) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING', [
        ...values,
        crcOfValues(values),
      ]);
    },
    layout({ sha256, textSha256 }) {
      const row = sql.get<{ layout: string; crc: number }>('SELECT layout, crc FROM text_layout WHERE sha256 = ? AND text_sha256 = ?', [
        sha256,
        textSha256,
      ]);
      if (row === undefined) return undefined;
      if (row.crc === crcOfValues([sha256, textSha256, row.layout])) return JSON.parse(row.layout) as Layout;
      throw new AppError('damaged', 'sources.damagedLayout');
    },
    keepSketch(textSha256, { runs, hashes }) {
      const bytes = Buffer.from(Uint32Array.from(hashes).buffer);
      sql.run('INSERT INTO text_sketch (text_sha256, runs, hashes, crc) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING', [
        textSha256,
        runs,
        bytes,
        crcOfValues([textSha256, runs, bytes.toString('base64')]),
      ]);
    },
    sketch(textSha256) {
      const row = sql.get<{ runs: number; hashes: Buffer; crc: number }>('SELECT runs, hashes, crc FROM text_sketch WHERE text_sha256 = ?', [
        textSha256,
      ]);
      if (row === undefined || row.crc !== crcOfValues([textSha256, row.runs, row.hashes.toString('base64')])) return undefined;
      return { runs: row.runs, hashes: Array.from({ length: row.hashes.length / 4 }, (_, index) => row.hashes.readUInt32LE(4 * index)) };
    },
    count: () => sql.get<{ n: number }>('SELECT count(*) AS n FROM source')?.n ?? 0,
  };
}

/** What a grid of sources may be sorted and filtered by. */
export const sourceWindow: WindowSpec = {
  from: 'source NOT INDEXED',
  id: 'source.n',
  key: 'source.id',
  tieBreak: 'source.added_at, source.id',
  fields: {
    title: { sql: 'source.title' },
    publisher: { sql: 'source.publisher' },
    author: { sql: 'source.author' },
    fileName: { sql: 'source.file_name' },
    publishedOn: { sql: 'source.published_on' },
    language: { sql: 'source.language' },
    mediaType: { sql: 'source.media_type' },
    grade: { sql: 'source.grade' },
    kind: { sql: 'source.kind' },
    chars: { sql: 'source.chars', isNumber: true },
    sizeBytes: { sql: 'source.size_bytes', isNumber: true },
    addedAt: { sql: 'source.added_at' },
    note: { sql: 'source.note' },
    claims: { sql: '(SELECT count(*) FROM claim WHERE claim.source_id = source.id)', isNumber: true },
  },
};

export type SourceCounts = Pick<SourceRow, 'claims' | 'found' | 'captured' | 'setAside'>;
