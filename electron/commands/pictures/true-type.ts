// The letters of a TrueType font: which glyph draws a sign, and how wide it is. Tables `cmap` (format 4), `hmtx`, `hhea`, `head`.

export interface Letters {
  readonly bytes: Buffer;
  /** 0 for a sign that the font has not. */
  glyphOf(sign: string): number;
  /** In thousandths of the size. */
  widthOf(glyph: number): number;
}

export function lettersOf(bytes: Buffer): Letters {
  const tables = new Map<string, number>();
  for (let index = 0; index < bytes.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16;
    tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8));
  }
  const unitsPerEm = bytes.readUInt16BE(tables.get('head')! + 18);
  const advances = bytes.readUInt16BE(tables.get('hhea')! + 34);
  const hmtx = tables.get('hmtx')!;
  const glyphs = segmentsOf(bytes, tables.get('cmap')!);
  return {
    bytes,
    glyphOf: (sign) => glyphs(sign.codePointAt(0)!),
    widthOf: (glyph) => Math.round((bytes.readUInt16BE(hmtx + Math.min(glyph, advances - 1) * 4) * 1000) / unitsPerEm),
  };
}

function segmentsOf(bytes: Buffer, cmap: number): (code: number) => number {
  const start = formatFour(bytes, cmap);
  const size = bytes.readUInt16BE(start + 6);
  const [ends, starts] = [start + 14, start + 16 + size];
  const [deltas, ranges] = [starts + size, starts + size * 2];
  return (code) => {
    if (code > 0xffff) return 0;
    for (let at = 0; at < size; at += 2) {
      if (bytes.readUInt16BE(ends + at) < code) continue;
      const first = bytes.readUInt16BE(starts + at);
      if (first > code) return 0;
      const range = bytes.readUInt16BE(ranges + at);
      const delta = bytes.readUInt16BE(deltas + at);
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = bytes.readUInt16BE(ranges + at + range + (code - first) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function formatFour(bytes: Buffer, cmap: number): number {
  for (let index = 0; index < bytes.readUInt16BE(cmap + 2); index += 1) {
    const at = cmap + bytes.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (bytes.readUInt16BE(at) === 4) return at;
  }
  throw new TypeError('the font maps no signs in format 4');
}
