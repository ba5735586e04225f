// Spellings of one name, across scripts: Автоваз and AvtoVAZ, Moskvitch and Moskvich.

const letters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** Letters that no mark can be taken from. */
const ligatures: Readonly<Record<string, string>> = { æ: 'ae', œ: 'oe', ø: 'o', ð: 'd', þ: 'th', ł: 'l', đ: 'd', ß: 'ss', ı: 'i' };

/** A name in plain Latin letters, without marks, spaces and signs: Автоваз and AvtoVAZ are the same. */
export function latinName(name: string): string {
  const lower = name.toLowerCase();
  if (!/[^ -~]/.test(lower)) return lower.replace(/[^a-z0-9]+/g, '');
  const folded = lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[æœøðþłđßı]/g, (letter) => ligatures[letter]!);
  return folded.replace(/[а-я]/g, (letter) => letters[letter] ?? letter).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Names that may be spellings of one share this key: how they begin, with letters that scripts write differently made one. */
export function spellingKey(latin: string): string {
  return soundOf(latin.slice(0, 8)).slice(0, 4);
}

function sameLetters(latin: string): string {
  return latin.replace(/[uw]/g, 'v').replace(/[yj]/g, 'i').replace(/[cq]/g, 'k').replace(/z/g, 's');
}

/** A name made ready to be compared with many. */
export interface FoldedName {
  readonly latin: string;
  /** One bit for each letter that occurs: names whose letters differ too much need no closer look. */
  readonly letterBits: number;
  readonly hasDigit: boolean;
  readonly script: 'latin' | 'cyrillic' | 'other';
  /** Words of one or two letters and acronyms tell names apart: Agency A is not a slip for Agency B. */
  readonly shortWords: string;
}

export function foldName(name: string): FoldedName {
  const latin = latinName(name);
  let letterBits = 0;
  for (let index = 0; index < latin.length; index += 1) letterBits |= 1 << (latin.charCodeAt(index) & 31);
  return { latin, letterBits, hasDigit: /\d/.test(latin), script: scriptOf(name), shortWords: shortWordsOf(name) };
}

function scriptOf(name: string): FoldedName['script'] {
  if (/\p{Script=Cyrillic}/u.test(name)) return 'cyrillic';
  return /^[\p{Script=Latin}\P{L}]*$/u.test(name) ? 'latin' : 'other';
}

function shortWordsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => word.length <= 2 || (words.length > 1 && /^\p{Lu}{3,4}$/u.test(word)))
    .join(' ')
    .toLowerCase();
}

/** Letters that scripts and tongues write for one sound made one, doubled letters single: Volkswagen and Volksvaggen sound alike. */
function soundOf(latin: string): string {
  const single = latin
    .replace(/ph/g, 'f')
    // Older ways to write Chinese names: Yangtze is Yangzi.
    .replace(/tze/g, 'zi')
    .replace(/t?s?ch|sh|zh/g, 's')
    .replace(/kh/g, 'h')
    .replace(/ck|gh/g, 'k')
    .replace(/x/g, 'ks');
  return sameLetters(single).replace(/(.)\1+/g, '$1');
}

/**
 * Whether two names may be spellings of one: alike in Latin letters, or one slip apart from six letters on. From ten letters on
 * two slips, one of which does not change the sound: another syllable makes another name.
 */
export function mayBeSameName(a: FoldedName, b: FoldedName): boolean {
  if (a.latin === b.latin) return a.latin !== '';
  const length = Math.min(a.latin.length, b.latin.length);
  // Another script spells one sound with other letters: Хуавэй and Huawei.
  if (a.script !== b.script && length >= 5 && !a.hasDigit && !b.hasDigit) {
    const [one, other] = [soundOf(a.latin), soundOf(b.latin)];
    // A long name may have a vowel more in one of them: Александр and Alexander.
    if (one === other || (length >= 9 && distance(one, other, 1) <= 1)) return true;
  }
  if (length < 6 || a.hasDigit || b.hasDigit || a.shortWords !== b.shortWords) return false;
  const limit = length >= 10 ? 2 : 1;
  // A slip adds one letter, takes one away, or both.
  if (bitCount(a.letterBits ^ b.letterBits) > 2 * limit) return false;
  const slips = distance(a.latin, b.latin, limit);
  return slips <= 1 || (slips <= limit && distance(soundOf(a.latin), soundOf(b.latin), 1) <= 1);
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Edit distance; gives up above the limit. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[b.length]!;
}
