// A text as re-anchoring compares it: what typesetting changes (white space, quotes, dashes, ligatures, full-width forms,
// soft hyphens, words broken at a line's end) is folded away, what figures are made of is not. Each folded unit knows where it came from.

export interface Folded {
  readonly text: string;
  /** UTF-16 offset in the source text of each folded unit, and the source's length behind the last. */
  readonly origin: Int32Array;
}

const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/;
const space = /\s/;
const dash = /[\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]/;
const quote = /[\u00ab\u00bb\u201c-\u201f\u2033\u2036\u2039\u203a\u300c-\u300f\u301d-\u301f\uff02]/;
const apostrophe = /[\u2018-\u201b\u02bc\u02b9\u2032\u00b4\u0060\uff07]/;
const wideScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
/** Superscripts and fractions stay: 10² is not 102. */
const numberSign = /\p{No}/u;
const brokenWord = /[-\u00ad\u2010][^\S\n]*\n\s*(?=\p{Ll})/uy;

/** White space goes beside these: typesetting decides it. */
const hugsLeft = /[%\u2030\u00b0:;!?)"-]/;
const hugsRight = /[("-]/;

export function foldText(text: string, { keepsCase = false }: { readonly keepsCase?: boolean } = {}): Folded {
  const pieces: string[] = [];
  const origin: number[] = [];
  let last = '';
  let spaceAt = -1;
  const put = (piece: string, at: number) => {
    for (let unit = 0; unit < piece.length; unit += 1) origin.push(at);
    pieces.push(piece);
    last = piece.at(-1)!;
  };
  for (let at = 0; at < text.length; ) {
    const sign = String.fromCodePoint(text.codePointAt(at)!);
    const broken = brokenAt(text, at, last);
    if (broken > at || invisible.test(sign)) {
      at = Math.max(broken, at + sign.length);
      continue;
    }
    if (space.test(sign)) {
      if (spaceAt < 0) spaceAt = at;
    } else {
      const piece = foldSign(sign, keepsCase);
      if (spaceAt >= 0 && last !== '' && !isSpaceIdle(last, piece)) put(' ', spaceAt);
      spaceAt = -1;
      put(piece, at);
    }
    at += sign.length;
  }
  origin.push(text.length);
  return { text: pieces.join(''), origin: Int32Array.from(origin) };
}

/** End of a hyphen and line break inside a word; the place itself where there is none. */
function brokenAt(text: string, at: number, last: string): number {
  const code = text.charCodeAt(at);
  if ((code !== 0x2d && code !== 0xad && code !== 0x2010) || !/\p{L}/u.test(last)) return at;
  brokenWord.lastIndex = at;
  return brokenWord.test(text) ? brokenWord.lastIndex : at;
}

function isSpaceIdle(before: string, after: string): boolean {
  return hugsRight.test(before) || hugsLeft.test(after[0]!) || wideScript.test(before) || wideScript.test(after);
}

function foldSign(sign: string, keepsCase: boolean): string {
  const code = sign.charCodeAt(0);
  if (code < 0x80 && code !== 0x60) return keepsCase ? sign : sign.toLowerCase();
  if (dash.test(sign)) return '-';
  if (quote.test(sign)) return '"';
  if (apostrophe.test(sign)) return "'";
  if (numberSign.test(sign)) return sign;
  const plain = sign.normalize('NFKC').trim();
  if (plain === '') return sign;
  return keepsCase ? plain : plain.toLowerCase();
}

/** Folded offset of a source offset: the first folded unit that comes from there or later. */
export function foldedOffset({ origin }: Folded, offset: number): number {
  let low = 0;
  let high = origin.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (origin[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Source span of a folded span, without white space or invisible signs at its end. */
export function sourceSpan({ origin }: Folded, text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const from = origin[start]!;
  let to = origin[end]!;
  // Signs that fold to nothing belong to neither side.
  while (to > from && (space.test(text[to - 1]!) || invisible.test(text[to - 1]!))) to -= 1;
  return { start: from, end: to };
}
