import { crc32 } from 'node:zlib';

/** One number for the digests of a run of rows. */
export function digestOf(crcs: readonly number[]): number {
  return crc32(Buffer.from(Uint32Array.from(crcs).buffer));
}
