// Mutants: a hostile file with bytes changed, cut out, doubled or moved. The same ones in every run.
import { seededRandom } from '../random.ts';
import type { HostileFile } from './hostile-file.ts';

/** Larger parents would only make the run longer. */
const mostParentBytes = 200_000;

export function mutantsOf(files: readonly HostileFile[], count: number): HostileFile[] {
  const parents = files.filter((file) => file.bytes.length > 0 && file.bytes.length <= mostParentBytes);
  const random = seededRandom(count);
  return Array.from({ length: Math.max(0, count) }, (_, at) => {
    const parent = parents[Math.floor(random() * parents.length)]!;
    return { name: `mutant ${at} of ${parent.name}`, bytes: mutated(parent.bytes, random) };
  });
}

function mutated(bytes: Buffer, random: () => number): Buffer {
  let current: Buffer = Buffer.from(bytes);
  for (let steps = 1 + Math.floor(random() * 8); steps > 0; steps -= 1) current = changed(current, random);
  return current;
}

function changed(bytes: Buffer, random: () => number): Buffer {
  const at = Math.floor(random() * bytes.length);
  const length = 1 + Math.floor(random() * Math.min(64, bytes.length));
  const piece = bytes.subarray(at, at + length);
  switch (Math.floor(random() * 4)) {
    case 0: {
      const copy = Buffer.from(bytes);
      if (copy.length > 0) copy[at] = Math.floor(random() * 256);
      return copy;
    }
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
    default: {
      const to = Math.floor(random() * bytes.length);
      return Buffer.concat([bytes.subarray(0, to), piece, bytes.subarray(to)]);
    }
  }
}
