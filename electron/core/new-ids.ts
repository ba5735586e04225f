// Ids of new records. Random bytes are asked for by the thousand: asking for ten costs as much.
import { randomBytes } from 'node:crypto';
import { type Id, uuidV7 } from '../../shared/ids.ts';
import type { Clock } from './host.ts';

const bytesOfId = 10;
const poolBytes = 1000 * bytesOfId;

export function createIds(clock: Clock): () => Id {
  let pool = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at + bytesOfId > pool.length) {
      pool = randomBytes(poolBytes);
      at = 0;
    }
    at += bytesOfId;
    return uuidV7(clock(), pool.subarray(at - bytesOfId, at));
  };
}
