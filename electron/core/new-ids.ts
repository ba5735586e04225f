// Ids of new records, in the order in which they are made: within one millisecond each is the one before plus one (RFC 9562,
// section 6.2), and a clock that is set back does not turn them. Random bytes are asked for by the thousand: asking for ten costs as much.
import { randomBytes } from 'node:crypto';
import { type Id, uuidV7 } from '../../shared/ids.ts';
import type { Clock } from './host.ts';

const bytesOfId = 10;
const poolBytes = 1000 * bytesOfId;

export function createIds(clock: Clock): () => Id {
  let pool = Buffer.alloc(0);
  let at = 0;
  let lastMs = -1;
  let last: Uint8Array = new Uint8Array(bytesOfId);

  function fresh(): Uint8Array {
    if (at + bytesOfId > pool.length) {
      pool = randomBytes(poolBytes);
      at = 0;
    }
    at += bytesOfId;
    return pool.subarray(at - bytesOfId, at);
  }

  return () => {
    const now = Math.floor(clock());
    if (now > lastMs) {
      lastMs = now;
      last = fresh();
    } else addOne(last);
    return uuidV7(lastMs, last);
  };
}

/** The last seven bytes hold nothing but the number: version and variant stand before them. */
function addOne(bytes: Uint8Array): void {
  for (let index = bytesOfId - 1; index >= 3; index -= 1) {
    bytes[index] = (bytes[index]! + 1) & 0xff;
    if (bytes[index] !== 0) return;
  }
}
