// Ids as the store keeps them: a UUID as its 16 bytes, any other id (the name of a built-in rule) as 0xFF and its UTF-8.

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const isText = 0xff;

export function idToBytes(id: string): Buffer {
  if (uuid.test(id) && !id.startsWith('ff')) return Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([Buffer.from([isText]), Buffer.from(id, 'utf8')]);
}

export function idFromBytes(bytes: Buffer): string {
  if (bytes[0] === isText) return bytes.toString('utf8', 1);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A list of ids, each after its length; an empty id keeps its place. */
export function idsToBytes(ids: readonly string[]): Buffer {
  return Buffer.concat(
    ids.flatMap((id) => {
      const bytes = id === '' ? Buffer.alloc(0) : idToBytes(id);
      return [Buffer.from([bytes.length]), bytes];
    }),
  );
}

/** @throws RangeError where a length points beyond the end. */
export function idsFromBytes(bytes: Buffer): string[] {
  const ids: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + bytes[at]!;
    if (end > bytes.length) throw new RangeError('a list of ids is cut off');
    ids.push(end === at + 1 ? '' : idFromBytes(bytes.subarray(at + 1, end)));
    at = end;
  }
  return ids;
}
