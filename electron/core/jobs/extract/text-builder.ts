// Puts a text together piece by piece and counts Unicode code points, so that a layout can say where each piece stands.

export interface TextBuilder {
  /** Code points so far. */
  length(): number;
  add(piece: string): void;
  text(): string;
}

export function createTextBuilder(): TextBuilder {
  const pieces: string[] = [];
  let length = 0;
  return {
    length: () => length,
    add(piece) {
      pieces.push(piece);
      length += codePointCount(piece);
    },
    text: () => pieces.join(''),
  };
}

export function codePointCount(text: string): number {
  let pairs = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0xd800 && code <= 0xdbff) pairs += 1;
  }
  return text.length - pairs;
}

/** One line of a text in the form that is kept: NFC, no NUL, no half characters, nothing that would begin a new line. */
export function keepableLine(text: string): string {
  return text
    .replaceAll('\0', '\uFFFD')
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\r\n\v\f\u0085\u2028\u2029]+/g, ' ');
}
