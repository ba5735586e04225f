// Zip files written by hand, so that every field can lie.
import { crc32, deflateRawSync } from 'node:zlib';

export interface Entry {
  readonly name: string;
  readonly content: string | Buffer;
  /** Size that is announced, in place of the real one. */
  readonly announced?: number;
  /** Unix mode; 0o120777 is a symbolic link. */
  readonly mode?: number;
  readonly flags?: number;
  readonly crc?: number;
}

export function zipOf(entries: readonly Entry[], { comment = '', directoryAt }: { comment?: string; directoryAt?: number } = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = deflateRawSync(entry.content, { level: 9 });
    const fields = fieldsOf(entry, packed.length);
    const name = Buffer.from(entry.name);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, name, packed]);
    const central = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003'), fields, Buffer.alloc(14), name]);
    central.writeUInt32LE(((entry.mode ?? 0o100644) * 65_536) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    locals.push(local);
    directory.push(central);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22 + comment.length);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length & 0xffff, 8);
  end.writeUInt16LE(entries.length & 0xffff, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(directoryAt ?? offset, 16);
  end.writeUInt16LE(comment.length, 20);
  end.write(comment, 22, 'latin1');
  return Buffer.concat([...locals, list, end]);
}

/** The 26 bytes that both headers share, from the version to the length of extra fields. */
function fieldsOf({ name, content, announced, flags = 0, crc }: Entry, packedLength: number): Buffer {
  const plain = typeof content === 'string' ? Buffer.from(content) : content;
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc ?? crc32(plain), 10);
  fields.writeUInt32LE(packedLength, 14);
  fields.writeUInt32LE(announced ?? plain.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}
