// How much of the words around a quote is still there, in letters. A sign of Chinese or Japanese says as much as two and a
// half letters. Where the numbers of two contexts part, the context ends: the same sentence about another year is another sentence.

export interface FoldedSpan {
  /** Folded text. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Agreement {
  readonly before: number;
  readonly after: number;
}

/** Signs of context that are looked at on either side. */
export const contextReach = 64;
/** What was put in or left out may move the words by so much. */
const slack = 16;
const wideSign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

export function weightOf(text: string): number {
  return text.length + 1.5 * (text.match(wideSign)?.length ?? 0);
}

export function agreementOf(old: FoldedSpan, fresh: FoldedSpan, reach = contextReach): Agreement {
  return {
    before: sideAgreement(reversed(old.text.slice(Math.max(0, old.start - reach), old.start)), reversed(before(fresh, reach + slack))),
    after: sideAgreement(old.text.slice(old.end, old.end + reach), fresh.text.slice(fresh.end, fresh.end + reach + slack)),
  };
}

/** The most that `agreementOf` could give for a span. */
export function possibleAgreement(old: FoldedSpan): Agreement {
  return { before: weightOf(before(old, contextReach)), after: weightOf(old.text.slice(old.end, old.end + contextReach)) };
}

export function lettersOf({ before: ahead, after }: Agreement): number {
  return ahead + after;
}

/** Signs that agree one by one outwards from the quotes, on both sides: a cheap first look. */
export function runAgreement(old: FoldedSpan, fresh: FoldedSpan): number {
  let left = 0;
  while (left < contextReach && left < old.start && old.text[old.start - 1 - left] === fresh.text[fresh.start - 1 - left]) left += 1;
  let right = 0;
  while (right < contextReach && old.end + right < old.text.length && old.text[old.end + right] === fresh.text[fresh.end + right]) right += 1;
  return left + right;
}

function before({ text, start }: FoldedSpan, reach: number): string {
  return text.slice(Math.max(0, start - reach), start);
}

/** Both begin at the quote and lead away from it. */
function sideAgreement(wanted: string, found: string): number {
  const run = commonLength(wanted, found);
  const comparable = wanted.slice(0, lengthToOtherNumber(wanted, found));
  const likeness = comparable.length === 0 ? 0 : 1 - headDistance(comparable, found) / comparable.length;
  return Math.max(weightOf(wanted.slice(0, run)), weightOf(comparable) * Math.max(0, 2 * likeness - 1));
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Length of `wanted` up to its first number that `found` does not have in its turn. */
function lengthToOtherNumber(wanted: string, found: string): number {
  const others = [...found.matchAll(/\d+/g)].map((match) => match[0]);
  const numbers = [...wanted.matchAll(/\d+/g)];
  for (const [index, number] of numbers.entries()) {
    const isCut = number.index + number[0].length === wanted.length;
    const isSame = isCut ? others[index]?.startsWith(number[0]) !== false : others[index] === number[0];
    if (!isSame) return number.index;
  }
  return wanted.length;
}

/** Edit distance between `wanted` and the head of `found` that fits it best. */
function headDistance(wanted: string, found: string): number {
  let row = Array.from({ length: found.length + 1 }, (_, column) => column);
  for (let line = 1; line <= wanted.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= found.length; column += 1) {
      const swap = row[column - 1]! + (wanted[line - 1] === found[column - 1] ? 0 : 1);
      next.push(Math.min(swap, row[column]! + 1, next[column - 1]! + 1));
    }
    row = next;
  }
  return Math.min(...row);
}

/** 0 to 1; 1 for equal texts. */
export function likenessOf(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  if (longest > 4000) return likenessByPieces(a, b);
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let line = 1; line <= a.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= b.length; column += 1) {
      next.push(Math.min(row[column - 1]! + (a[line - 1] === b[column - 1] ? 0 : 1), row[column]! + 1, next[column - 1]! + 1));
    }
    row = next;
  }
  return 1 - row[b.length]! / longest;
}

/** Very long quotes: the share of their words that both have. */
function likenessByPieces(a: string, b: string): number {
  const words = (text: string) => text.split(/[\s\p{P}]+/u).filter((word) => word !== '');
  const others = new Map<string, number>();
  for (const word of words(b)) others.set(word, (others.get(word) ?? 0) + 1);
  const own = words(a);
  let shared = 0;
  for (const word of own) {
    const left = others.get(word) ?? 0;
    if (left > 0) shared += 1;
    others.set(word, left - 1);
  }
  return shared / Math.max(1, own.length, words(b).length);
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}
