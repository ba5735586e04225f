// How text is made findable. Chinese, Japanese and Korean have no spaces between words, so each character becomes a word of
// its own, and each two neighbours a pair: a query of two characters or more is a phrase of pairs, which are rare, where
// single characters are not. Everything else is left to the index (case and diacritics folded there).

const cjkRun = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;
const onlyCjk = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}$/u;
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** A word parted at the end of a line, which is found whole as well as in its parts. */
const partedWord = /(\p{L}{2,})[-\u2010][^\S\n]*\n[^\S\n]*(\p{Ll}+)/gu;

/** Text as it goes into the index. */
export function indexWords(text: string): string {
  return text.replaceAll('\u00ad', '').replace(partedWord, '$& $1$2').replace(cjk, ' $& ');
}

/** Neighbouring characters of CJK runs, overlapping: 中国汽 is 中国 国汽. */
export function indexPairs(text: string): string {
  return [...text.matchAll(cjkRun)].map((match) => pairsOf(match[0])).join(' ');
}

function pairsOf(run: string): string {
  const signs = [...run];
  return signs
    .slice(1)
    .map((sign, index) => `${signs[index]}${sign}`)
    .join(' ');
}

export function isCjk(term: string): boolean {
  return onlyCjk.test(term);
}

/** The pairs of a run of two characters or more, as a phrase. */
export function cjkPairs(run: string): string {
  return pairsOf(run);
}

/** Lower case without diacritics; й and ё keep their own letters' base as the index does. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export interface Marked {
  readonly snippet: string;
  readonly marks: { start: number; end: number }[];
  /** UTF-16 offset of the first hit in the text; −1 when only other words of it matched. */
  readonly at: number;
}

/** A piece of about `reach` characters around the first hit, with the hits marked in code points. */
export function markSnippet(text: string, words: readonly string[], reach = 160): Marked {
  const at = firstOf(text, words);
  const begin = snapBack(text, Math.max(0, (at < 0 ? 0 : at) - reach / 3));
  const snippet = text.slice(begin, begin + reach).replace(/[\n\t]/g, ' ');
  return { snippet, marks: marksIn(snippet, words), at };
}

/** Characters folded at once: most hits lie far before the end of a text. */
const windowLength = 1000;

/** UTF-16 offset of the first word in the text; −1 without one. Windows overlap, so that none cuts a word in two. */
function firstOf(text: string, words: readonly string[]): number {
  const overlap = 2 * Math.max(0, ...words.map((word) => word.length)) + 16;
  for (let from = 0; from < text.length; from += windowLength) {
    const { folded, origin } = foldWithOrigin(text.slice(from, from + windowLength + overlap));
    const found = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
    if (found.length > 0) return from + origin(Math.min(...found));
  }
  return -1;
}

function marksIn(snippet: string, words: readonly string[]): { start: number; end: number }[] {
  const { folded, origin } = foldWithOrigin(snippet);
  const points = (offset: number) => [...snippet.slice(0, offset)].length;
  return words
    .flatMap((word) => {
      const at = folded.indexOf(word);
      return at < 0 ? [] : [{ start: points(origin(at)), end: points(origin(at + word.length)) }];
    })
    .sort((a, b) => a.start - b.start);
}

/** Folding changes lengths; `origin` gives for each folded unit the offset it came from. */
function foldWithOrigin(text: string): { folded: string; origin(at: number): number } {
  const whole = foldText(text);
  // Folding that keeps the length keeps each place.
  if (whole.length === text.length) return { folded: whole, origin: (at) => at };
  let folded = '';
  const origin: number[] = [];
  let offset = 0;
  for (const character of text) {
    const piece = foldText(character);
    for (let index = 0; index < piece.length; index += 1) origin.push(offset);
    folded += piece;
    offset += character.length;
  }
  origin.push(offset);
  return { folded, origin: (at) => origin[at] ?? text.length };
}

function snapBack(text: string, offset: number): number {
  const at = Math.floor(offset);
  const from = Math.max(0, at - 20);
  const space = text.slice(from, at + 1).lastIndexOf(' ');
  return space >= 0 && offset - (from + space) < 20 ? from + space + 1 : at;
}
