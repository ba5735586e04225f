// Every zip is looked through before a reader may have it: each entry is inflated once, piece by piece, against the caps,
// and names that lie, point outside, repeat or link are refused. Nothing is written to disk.
import yauzl from 'yauzl';
import { AppError, type ErrorDetails } from '../../../../../shared/errors.ts';
import { megabyte } from '../../../../../shared/size-text.ts';

export interface ZipCaps {
  readonly entries: number;
  readonly unpackedBytes: number;
  /** Unpacked over packed, of the whole archive. */
  readonly ratio: number;
}

export const zipCaps: ZipCaps = { entries: 10_000, unpackedBytes: 512 * megabyte, ratio: 200 };
/** Below this size no ratio is suspicious. */
const smallBytes = 4 * 1024 * 1024;

export interface CheckedZip {
  readonly names: readonly string[];
  readonly unpackedBytes: number;
  /** The entries that were asked for, by name. */
  readonly kept: ReadonlyMap<string, Buffer>;
}

/** @throws AppError `limit` or `unreadable`; `isKept` chooses the entries whose bytes come back. */
export async function checkZip(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  isKept: (entry: string, sizeBytes: number) => boolean = () => false,
  caps: ZipCaps = zipCaps,
): Promise<CheckedZip> {
  const refuse: Refuse = (key, details = {}) => new AppError('unreadable', key, { name, ...details });
  const zip = await open(bytes, refuse);
  const kept = new Map<string, Buffer>();
  const seen = new Set<string>();
  let unpackedBytes = 0;
  try {
    if (zip.entryCount > caps.entries) throw new AppError('limit', 'zip.tooManyEntries', { name, entries: zip.entryCount, most: caps.entries });
    for await (const entry of zip.eachEntry()) {
      assertEntry(entry, seen, refuse);
      if (entry.fileName.endsWith('/')) continue;
      const pieces: Buffer[] = [];
      const isWanted = isKept(entry.fileName, entry.uncompressedSize);
      for await (const piece of await zip.openReadStreamPromise(entry)) {
        unpackedBytes += (piece as Buffer).length;
        if (unpackedBytes > caps.unpackedBytes) throw new AppError('limit', 'zip.tooLarge', { name, megabytes: caps.unpackedBytes / megabyte });
        if (unpackedBytes > smallBytes && unpackedBytes > caps.ratio * bytes.length)
          throw new AppError('limit', 'zip.bomb', { name, ratio: caps.ratio });
        if (isWanted || pieces.length === 0) pieces.push(piece as Buffer);
      }
      assertNoEntities(entry.fileName, pieces[0], refuse);
      if (isWanted) kept.set(entry.fileName, Buffer.concat(pieces));
    }
  } catch (error) {
    throw error instanceof AppError ? error : refuse('reading.damaged', { reason: error instanceof Error ? error.message : String(error) });
  }
  return { names: [...seen], unpackedBytes, kept };
}

type Refuse = (key: string, details?: ErrorDetails) => AppError;

async function open(bytes: Uint8Array, refuse: Refuse): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.fromBufferPromise(withoutTail(bytes), { lazyEntries: true, strictFileNames: true });
  } catch {
    throw refuse('zip.noContents');
  }
}

const endMark = Buffer.from('PK\u0005\u0006', 'latin1');
const endSize = 22;
/** A comment may have this many bytes, and as many may stand behind it. */
const longestTail = 65_535;

/** Mail programs and servers leave bytes behind a zip; the library takes them for a wrong list of contents. */
function withoutTail(bytes: Uint8Array): Buffer {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = all.lastIndexOf(endMark);
  if (end < all.length - 2 * longestTail || end < 0 || end + endSize > all.length) return all;
  const stated = end + endSize + all.readUInt16LE(end + 20);
  return stated < all.length ? all.subarray(0, stated) : all;
}

/** The bytes of one entry of a zip that was looked through, piece by piece. */
export async function* entryPieces(bytes: Uint8Array, name: string): AsyncGenerator<Buffer> {
  const zip = await yauzl.fromBufferPromise(withoutTail(bytes), { lazyEntries: true, strictFileNames: true });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== name) continue;
    for await (const piece of await zip.openReadStreamPromise(entry)) yield piece as Buffer;
    return;
  }
}

function assertEntry(entry: yauzl.Entry, seen: Set<string>, refuse: Refuse): void {
  if (entry.isEncrypted()) throw refuse('refused.locked');
  if (((entry.externalFileAttributes >>> 16) % 0x10000) >>> 12 === 0o12) throw refuse('zip.link');
  if (seen.has(entry.fileName)) throw refuse('zip.sameName', { entry: entry.fileName.slice(0, 80) });
  seen.add(entry.fileName);
}

/** Entity declarations serve only attacks in office files: their XML has no document type. */
function assertNoEntities(entry: string, head: Buffer | undefined, refuse: Refuse): void {
  if (head === undefined || !/\.(xml|rels|vml)$/i.test(entry)) return;
  const text = head.subarray(0, 65_536).toString('latin1').replaceAll('\0', '');
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw refuse('zip.entities');
}
