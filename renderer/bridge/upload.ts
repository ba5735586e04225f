// Files go to the core in pieces of at most 1 MiB, so that both transports behave alike and a large file never stands in
// memory twice.

import { AppError } from '../../shared/errors.ts';
import { pieceBytes } from '../../shared/features/host/contract.ts';
import { toBase64 } from './base64.ts';
import { call } from './call.ts';

export interface UploadOptions {
  /** 0 to 1. */
  onProgress?(share: number): void;
  readonly signal?: AbortSignal;
}

async function appendPieces(handle: string, file: File, options: UploadOptions): Promise<void> {
  for (let at = 0; at < file.size; at += pieceBytes) {
    if (options.signal?.aborted === true) throw new AppError('cancelled', 'files.uploadCancelled');
    const piece = new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer());
    await call('host.appendUpload', { handle, data: toBase64(piece) });
    options.onProgress?.(Math.min(1, (at + pieceBytes) / file.size));
  }
}

/** Hands a file over and returns its handle. A failure gives the file up before it rejects. */
export async function uploadFile(file: File, options: UploadOptions = {}): Promise<string> {
  const { handle } = await call('host.openUpload', { name: file.name, mediaType: file.type, sizeBytes: file.size });
  try {
    await appendPieces(handle, file, options);
  } catch (error) {
    await call('host.dropUpload', { handle }).catch(() => undefined);
    throw error;
  }
  return handle;
}
