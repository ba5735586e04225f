// What a watched process did to its files, in order, as the preload library wrote it down.

export type DiskStep =
  | { readonly type: 'create'; readonly file: number; readonly path: string }
  | { readonly type: 'write'; readonly file: number; readonly offset: number; readonly bytes: Buffer }
  | { readonly type: 'truncate'; readonly file: number; readonly sizeBytes: number }
  | { readonly type: 'sync'; readonly file: number }
  | { readonly type: 'rename' | 'link'; readonly from: string; readonly to: string }
  | { readonly type: 'unlink'; readonly path: string }
  | { readonly type: 'syncFolder'; readonly path: string }
  | { readonly type: 'folder'; readonly path: string };

const headBytes = 24;

export function readRecord(record: Buffer): DiskStep[] {
  const steps: DiskStep[] = [];
  for (let at = 0; at + headBytes <= record.length; ) {
    const [op, file, length, length2] = [0, 4, 16, 20].map((offset) => record.readUInt32LE(at + offset)) as [number, number, number, number];
    const offset = Number(record.readBigUInt64LE(at + 8));
    const first = record.subarray(at + headBytes, at + headBytes + length);
    const second = record.subarray(at + headBytes + length, at + headBytes + length + length2);
    steps.push(toStep(op, { file, offset, first, second }));
    at += headBytes + length + length2;
  }
  return steps;
}

function toStep(op: number, { file, offset, first, second }: { file: number; offset: number; first: Buffer; second: Buffer }): DiskStep {
  const path = () => first.toString('utf8');
  switch (op) {
    case 1:
      return { type: 'create', file, path: path() };
    case 2:
      return { type: 'write', file, offset, bytes: first };
    case 3:
      return { type: 'truncate', file, sizeBytes: offset };
    case 4:
      return { type: 'sync', file };
    case 5:
    case 6:
      return { type: op === 5 ? 'rename' : 'link', from: path(), to: second.toString('utf8') };
    case 7:
      return { type: 'unlink', path: path() };
    case 8:
      return { type: 'syncFolder', path: path() };
    case 9:
      return { type: 'folder', path: path() };
    default:
      throw new TypeError(`the record holds an unknown step ${op}`);
  }
}
