// What is typed into search, as an expression for the index. Every word must occur; OR joins two of them, NOT leaves out, quotes
// keep words together and as they are written. A Russian word stands for its other endings, е for ё, a number for itself
// however its digits are grouped. The last word may go on.

import { stemmer as russianStem } from '@orama/stemmers/russian';
import { cjkPairs, foldText, indexWords, isCjk } from './words.ts';

/** Words of the index that begin with some letters. */
export type Vocabulary = (beginning: string) => readonly string[];

export interface SearchQuery {
  /** An FTS5 expression over the columns `words` and `pairs`. */
  readonly match: string;
  /** What to mark in a text, folded. */
  readonly marks: readonly string[];
}

interface Term {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly isOpenEnded: boolean;
}

type Token = Term | 'OR' | 'NOT';

/** Undefined when nothing is looked for. */
export function readQuery(query: string, vocabulary: Vocabulary = () => []): SearchQuery | undefined {
  const groups: string[][] = [];
  const excluded: string[] = [];
  const marks: string[] = [];
  let joins: 'AND' | 'OR' | 'NOT' = 'AND';
  for (const token of withoutIdle(tokensOf(query))) {
    if (token === 'OR' || token === 'NOT') {
      joins = token;
      continue;
    }
    const { match, words } = expressionOf(token, vocabulary);
    if (match === '') continue;
    if (joins === 'NOT') excluded.push(match);
    else {
      if (joins === 'OR' && groups.length > 0) groups.at(-1)!.push(match);
      else groups.push([match]);
      marks.push(...words);
    }
    joins = 'AND';
  }
  if (groups.length === 0) return undefined;
  const wanted = groups.map((group) => (group.length === 1 ? group[0]! : `(${group.join(' OR ')})`)).join(' AND ');
  return {
    match: excluded.length === 0 ? wanted : `(${wanted}) NOT (${excluded.join(' OR ')})`,
    marks: [...new Set(marks)].filter((word) => word !== ''),
  };
}

function tokensOf(query: string): Token[] {
  const found = [...query.matchAll(/"([^"]+)"|(\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d))|(\S+)/g)];
  return found.map((match, index): Token => {
    const [whole, quoted, grouped, word = ''] = match;
    if (word === 'OR' || word === 'NOT') return word;
    const isLast = index === found.length - 1 && match.index + whole.length === query.length;
    return { text: quoted ?? grouped ?? word, isQuoted: quoted !== undefined, isOpenEnded: isLast && quoted === undefined };
  });
}

/** An operator that has nothing to join, or nothing to leave out, is a word like any other. */
function withoutIdle(tokens: readonly Token[]): Token[] {
  const isTerm = (token: Token | undefined) => typeof token === 'object';
  const hasTerms = tokens.some(isTerm);
  return tokens.map((token, index) => {
    if (isTerm(token)) return token;
    const isFit = hasTerms && isTerm(tokens[index + 1]) && (token === 'NOT' ? tokens.slice(0, index).some(isTerm) : isTerm(tokens[index - 1]));
    return isFit ? token : { text: token as string, isQuoted: false, isOpenEnded: false };
  });
}

function expressionOf({ text, isQuoted, isOpenEnded }: Term, vocabulary: Vocabulary): { match: string; words: readonly string[] } {
  if (isCjk(text)) return { match: `pairs : "${cjkPairs(text)}"`, words: [foldText(text)] };
  const words = wordsOf(text);
  if (words.length === 0) return { match: '', words: [] };
  const number = isQuoted ? undefined : numberOf(text);
  if (number !== undefined) return numberExpression(number, isOpenEnded);
  // Chinese characters of a mixed word are words of their own, the last of which is whole.
  const end = isOpenEnded && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u.test(text) ? '*' : '';
  const phrases = new Set(spellings(words.join(' ')).map((spelling) => `"${spelling}"${end}`));
  const forms = isQuoted || words.length > 1 ? [] : endingsOf(words[0]!, vocabulary);
  for (const form of forms) phrases.add(`"${form}"`);
  return { match: columnOf([...phrases]), words: [foldText(text), ...forms.map(foldText)] };
}

function wordsOf(text: string): string[] {
  return indexWords(text)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
}

function columnOf(phrases: readonly string[]): string {
  return phrases.length === 1 ? `words : ${phrases[0]}` : `words : (${phrases.join(' OR ')})`;
}

/** Most spellings that one term is looked for in. */
const mostSpellings = 12;

/** A text leaves the dots of ё out or sets them; a word has one at most. */
function spellings(words: string): string[] {
  const plain = words.replaceAll('ё', 'е').replaceAll('Ё', 'Е');
  const dotted = [...plain.matchAll(/[еЕ]/g)].map(
    ({ index, 0: letter }) => `${plain.slice(0, index)}${letter === 'е' ? 'ё' : 'Ё'}${plain.slice(index + 1)}`,
  );
  return [...new Set([words, plain, ...dotted])].slice(0, mostSpellings);
}

const fewestStemLetters = 2;
const mostForms = 80;

/** The forms of a Russian word that stand in the index. */
function endingsOf(word: string, vocabulary: Vocabulary): string[] {
  if (!/^\p{Script=Cyrillic}+$/u.test(word)) return [];
  const stem = stemOf(word);
  if (stem.length < fewestStemLetters) return [];
  const known = spellings(stem).flatMap((beginning) => vocabulary(beginning));
  return [...new Set(known)].filter((form) => stemOf(form) === stem).slice(0, mostForms);
}

function stemOf(word: string): string {
  return russianStem(word.toLowerCase().replaceAll('ё', 'е'));
}

/** Digits of a whole number, however they are grouped. */
function numberOf(text: string): string | undefined {
  const isGrouped = /^\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+$/.test(text) || /^\d{1,3}(?:,\d{2})*,\d{3}$/.test(text);
  return isGrouped || /^\d{4,15}$/.test(text) ? text.replace(/\D/g, '') : undefined;
}

function numberExpression(digits: string, isOpenEnded: boolean): { match: string; words: readonly string[] } {
  const groups = grouped(digits, /\B(?=(\d{3})+$)/g);
  const indian = digits.length > 5 ? grouped(digits, /\B(?=(?:\d{2})*\d{3}$)/g) : groups;
  // A year is no beginning of a number; what is still typed may become one.
  const phrases = new Set([`"${digits}"${isOpenEnded ? '*' : ''}`, `"${groups.join(' ')}"`, `"${indian.join(' ')}"`]);
  const marks = [',', ' ', '.', '\u00a0', '\u202f', "'", '’'].map((sign) => groups.join(sign));
  return { match: columnOf([...phrases]), words: [digits, ...marks.map(foldText), indian.join(',')] };
}

function grouped(digits: string, places: RegExp): string[] {
  return digits.replace(places, ' ').split(' ');
}
