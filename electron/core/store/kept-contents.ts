// Bytes and texts of sources under their hashes. What is long and repeats itself, as tables and pages do, lies packed; bytes that
// are a text themselves lie there once. Whoever reads checks the hash: nothing else says that they are what was added.
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Sql } from './sql.ts';

export interface KeptContents {
  /** Undefined where they are missing or cannot be unpacked. */
  bytes(sha256: string): Buffer | undefined;
  text(sha256: string): string | undefined;
  hasText(sha256: string): boolean;
  keepBytes(sha256: string, bytes: Uint8Array): void;
  keepText(sha256: string, text: string): void;
}

/** Shorter ones stay as they are. */
const packedFrom = 16_384;
/** Packed to more than this share they stay as they are: pictures and files that are packed already. */
const mostShare = 0.75;
/** No source is longer; what unpacks to more was made to fill the memory. */
const mostBytes = 256 * 2 ** 20;

export function createKeptContents(sql: Sql): KeptContents {
  function unpacked(sha256: string): Buffer | undefined {
    const packed = sql.get<{ bytes: Buffer }>('SELECT bytes FROM packed WHERE sha256 = ?', [sha256])?.bytes;
    if (packed === undefined) return undefined;
    try {
      return zstdDecompressSync(packed, { maxOutputLength: mostBytes });
    } catch {
      // Damaged, which readers tell by the hash.
      return undefined;
    }
  }

  const isPacked = (sha256: string) => sql.get('SELECT 1 FROM packed WHERE sha256 = ?', [sha256]) !== undefined;

  /** Whether it lies packed now. */
  function pack(sha256: string, bytes: Uint8Array): boolean {
    if (bytes.length < packedFrom || bytes.length > mostBytes) return false;
    if (isPacked(sha256)) return true;
    const packed = zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
    if (packed.length > mostShare * bytes.length) return false;
    sql.run('INSERT INTO packed (sha256, bytes) VALUES (?, ?)', [sha256, packed]);
    return true;
  }

  return {
    bytes: (sha256) => sql.get<{ bytes: Buffer }>('SELECT bytes FROM content WHERE sha256 = ?', [sha256])?.bytes ?? unpacked(sha256),
    text: (sha256) => sql.get<{ body: string }>('SELECT body FROM text_body WHERE sha256 = ?', [sha256])?.body ?? unpacked(sha256)?.toString('utf8'),
    hasText: (sha256) => sql.get('SELECT 1 FROM text_body WHERE sha256 = ?', [sha256]) !== undefined || isPacked(sha256),
    keepBytes(sha256, bytes) {
      if (!pack(sha256, bytes)) sql.run('INSERT INTO content (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING', [sha256, Buffer.from(bytes)]);
    },
    keepText(sha256, text) {
      // A character takes a byte at least.
      const isPacked = text.length >= packedFrom / 3 && pack(sha256, Buffer.from(text, 'utf8'));
      if (!isPacked) sql.run('INSERT INTO text_body (sha256, body) VALUES (?, ?) ON CONFLICT DO NOTHING', [sha256, text]);
    },
  };
}
