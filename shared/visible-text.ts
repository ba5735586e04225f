// Text from elsewhere, shown so that it can do nothing: a terminal obeys control characters (colours, titles, the clipboard), and
// bidirectional overrides make text read otherwise than it is written. Two ways: `marked` keeps the length, so that places in
// the text stay what they are; `spelled` says which character it is.

/** C0 but tab and line feed, DEL, C1. */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Embeddings, overrides and isolates; marks for right and left, which change nothing around them, stay. */
const directions = /[\u202a-\u202e\u2066-\u2069]/g;
const unsafe = new RegExp(`${controls.source}|${directions.source}`, 'g');

const directionMark = '\u21c6';
const directionNames: Readonly<Record<string, string>> = {
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
};

/** Each unsafe character as one visible character: of as many characters as before. */
export function marked(text: string): string {
  return text.replace(unsafe, (one) => {
    const code = one.codePointAt(0)!;
    if (one in directionNames) return directionMark;
    if (code === 0x7f) return '\u2421';
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\u2426';
  });
}

/** Each unsafe character in words: `⟨RLO⟩`, `⟨ESC⟩`, `⟨9B⟩`. A line end of Windows stays one. */
export function spelled(text: string): string {
  return text.replace(unsafe, (one, at: number, whole: string) => {
    if (one === '\r' && whole[at + 1] === '\n') return one;
    const code = one.codePointAt(0)!;
    return `⟨${directionNames[one] ?? (code === 0x1b ? 'ESC' : code.toString(16).toUpperCase().padStart(2, '0'))}⟩`;
  });
}

/** JSON of the same value in which nothing unsafe stands bare. */
export function spelledJson(json: string): string {
  return json.replace(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
