// Files of sources, handed out piece by piece. A file is read and its digest checked once for all of its pieces; between
// them it stays in memory only for as long as nothing else needs the room.
import type { Output } from '../../../../shared/contract.ts';
import type { SourceRepository } from './repository.ts';

export interface Contents {
  /** Bytes from `offset`, fewer than `count` at the end. @throws AppError `damaged` */
  piece(sha256: string, range: { readonly offset: number; readonly count: number }): Output<'sources.content'>;
}

export function createContents(repository: Pick<SourceRepository, 'content'>): Contents {
  let kept: { readonly sha256: string; readonly bytes: WeakRef<Uint8Array> } | undefined;

  function bytesOf(sha256: string): Uint8Array {
    const known = kept?.sha256 === sha256 ? kept.bytes.deref() : undefined;
    if (known !== undefined) return known;
    const bytes = repository.content(sha256);
    kept = { sha256, bytes: new WeakRef(bytes) };
    return bytes;
  }

  return {
    piece(sha256, { offset, count }) {
      const bytes = bytesOf(sha256);
      const piece = bytes.subarray(offset, offset + count);
      const data = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('base64');
      return { data, offset, sizeBytes: bytes.length, isLast: offset + piece.length >= bytes.length };
    },
  };
}
