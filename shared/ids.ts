// Record ids are UUIDv7: sortable by creation, unique across laptops that never meet.
import { z } from 'zod';

export const idSchema = z.string().regex(/^[0-9a-z_-]{3,64}$/, 'errors:issue.id');
export type Id = z.infer<typeof idSchema>;

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A UUIDv7 (RFC 9562) of `atMs` milliseconds and ten random bytes. */
export function uuidV7(atMs: number, random: Uint8Array): Id {
  if (random.length < 10) throw new RangeError('uuidV7 needs ten random bytes');
  const bytes = new Uint8Array(16);
  let rest = Math.floor(atMs);
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  let hex = '';
  for (const byte of bytes) hex += hexOf[byte]!;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
