// Holds files on their way in and out, in memory, under opaque handles. Caps keep a stranger from filling it.
import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import { megabyte } from '../../shared/size-text.ts';
import type { Files, HeldFile } from './host.ts';

/** One workbook that is handed over through the window; a larger one is opened from its folder. */
export const maxHandedWorkbookBytes = 512 * megabyte;
/** One document in bytes; a larger one is refused by name before it is read. */
export const maxDocumentBytes = 128 * megabyte;
const maxHeldBytes = 1024 * 1024 * 1024;

interface Upload {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly journal?: Uint8Array | undefined;
  pieces: Uint8Array[];
  received: number;
  touchedAt: number;
  /** Put together once; it is the same object until the file is taken or dropped. */
  whole?: HeldFile;
}

/** A page that is gone finishes nothing: what waits for its next piece as long as this goes. */
const idleMs = 15 * 60_000;
const mostUploads = 10_000;

export function createFiles(now: () => number = Date.now): Files {
  const uploads = new Map<string, Upload>();
  const downloads = new Map<string, HeldFile>();

  function heldBytes(): number {
    let sum = 0;
    for (const upload of uploads.values()) sum += upload.sizeBytes;
    for (const file of downloads.values()) sum += file.bytes.length;
    return sum;
  }
  function uploadOf(handle: string): Upload {
    const upload = uploads.get(handle);
    if (upload === undefined) throw new AppError('not-found', 'files.notHandedOver');
    return upload;
  }

  function dropAbandoned(): void {
    for (const [handle, upload] of uploads) if (now() - upload.touchedAt > idleMs) uploads.delete(handle);
  }

  return {
    dropAbandoned,
    open({ name, mediaType, sizeBytes, journal }) {
      assertSize(name, sizeBytes);
      dropAbandoned();
      if (heldBytes() + sizeBytes > maxHeldBytes || uploads.size >= mostUploads) throw new AppError('limit', 'files.tooManyWaiting');
      const handle = randomUUID();
      uploads.set(handle, { name, mediaType, sizeBytes, journal, pieces: [], received: 0, touchedAt: now() });
      return handle;
    },
    append(handle, piece) {
      const upload = uploadOf(handle);
      if (upload.received + piece.length > upload.sizeBytes) throw new AppError('invalid-input', 'files.longerThanAnnounced', { name: upload.name });
      upload.pieces.push(piece);
      upload.received += piece.length;
      upload.touchedAt = now();
      return upload.received;
    },
    drop: (handle) => void uploads.delete(handle),
    take(handle) {
      const file = wholeFile(uploadOf(handle));
      uploads.delete(handle);
      return file;
    },
    peek: (handle) => wholeFile(uploadOf(handle)),
    offer(file) {
      for (const old of [...downloads.keys()].slice(0, Math.max(0, downloads.size - 3))) downloads.delete(old);
      const handle = randomUUID();
      downloads.set(handle, file);
      return handle;
    },
    read(handle, offset, count) {
      const file = downloads.get(handle);
      if (file === undefined) throw new AppError('not-found', 'files.noLongerHeld');
      return { piece: file.bytes.subarray(offset, offset + count), sizeBytes: file.bytes.length };
    },
  };
}

function wholeFile(upload: Upload): HeldFile {
  const { name, mediaType, received, sizeBytes, pieces, journal } = upload;
  if (received !== sizeBytes) throw new AppError('invalid-input', 'files.notWhole', { name });
  upload.whole ??= { name, mediaType, bytes: Buffer.concat(pieces), journal };
  upload.pieces = [];
  return upload.whole;
}

/** @throws AppError `limit` when a document or a workbook is larger than Assay takes in. */
export function assertSize(name: string, sizeBytes: number): void {
  const isWorkbook = /\.assay$/i.test(name);
  const most = isWorkbook ? maxHandedWorkbookBytes : maxDocumentBytes;
  if (sizeBytes <= most) return;
  const key = isWorkbook ? 'files.workbookTooLarge' : 'files.documentTooLarge';
  throw new AppError('limit', key, { name, sizeBytes, megabytes: Math.ceil(sizeBytes / megabyte), most: most / megabyte });
}
