import { inflateRawSync } from 'node:zlib';

const directoryMark = Buffer.from('PK\u0001\u0002');

/** Names and contents of the entries of a zip, by its directory; nothing for other bytes. */
export function unpacked(bytes: Buffer): Buffer[] {
  if (!bytes.subarray(0, 2).equals(Buffer.from('PK'))) return [];
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(directoryMark); at >= 0; at = bytes.indexOf(directoryMark, at + 4)) {
    const [method, packedLength, nameLength] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + packedLength);
    found.push(bytes.subarray(at + 46, at + 46 + nameLength), method === 8 ? inflateRawSync(packed) : packed);
  }
  return found;
}
