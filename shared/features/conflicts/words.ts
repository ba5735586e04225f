// Words of topics, causes and names, folded so that they can be compared across spellings and scripts.
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as russian } from '@orama/stemmers/russian';
import { normalName } from '../claims/origin.ts';
import { remembered } from './remembered.ts';

/** Shorter stems than this are only themselves: "pay" does not stand for "payload". */
const sieveLetters = 5;

const idle = new Set(
  'the a an of in on at by to for and or with from as its their his her this that is are was were be into over under new more less than after before of для при под над про без или его как это что чтобы между после перед против'.split(
    ' ',
  ),
);

/** Particles that join Chinese words: 对芯片的补贴 is 芯片补贴. */
const chineseParticles = /[的对与和及于在之为将把被]/u;
/** Words that say of a measure only whose it is, or that it is one: state subsidies for chips are chip subsidies. */
const modifiers =
  /^(state|government|governmental|federal|national|public|official|proposed|planned|new|possible|existing|current|introduction|extension|policy|issue|question|plan|idea|государственн\p{L}*|федеральн\p{L}*|правительственн\p{L}*|нов(ый|ая|ые|ого|ой|ых)|возможн\p{L}*|введени[ея]|вопрос\p{L}*|мер(а|ы)|план\p{L}*)$/u;

/** Significant words of a text without their endings, by Snowball's rules for English and Russian. Chinese as pairs of neighbouring characters, numbers whole. */
export function stems(text: string): ReadonlySet<string> {
  const words = normalName(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = new Set<string>();
  for (const word of words) {
    if (/\p{Script=Han}/u.test(word)) for (const run of word.split(chineseParticles)) for (const pair of pairsOf(run)) found.add(pair);
    else if (/\p{N}/u.test(word)) found.add(word);
    else if (word.length > 2 && !idle.has(word)) found.add(stemOf(word));
  }
  return found;
}

/** What a topic is about: its words without those that only say whose it is. */
export function topicStems(topic: string): ReadonlySet<string> {
  const words = normalName(topic).match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = words.filter((word) => !modifiers.test(word));
  return stems((own.length === 0 ? words : own).join(' ').replace(/政府|国家|问题|政策|计划/gu, ' '));
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.length === 1 ? characters : characters.slice(1).map((character, index) => characters[index]! + character);
}

const stemOf = remembered((word: string) => (/\p{Script=Cyrillic}/u.test(word) ? russian(word) : english(word)));

/** One key for all texts whose words begin alike, Chinese by their characters: a first sieve, to be followed by `likeness`. */
export function sieveOf(words: ReadonlySet<string>): string {
  const short = [...words].flatMap((word) => (/\p{Script=Han}/u.test(word) ? [...word] : [word.slice(0, sieveLetters)]));
  return [...new Set(short)].toSorted().join(' ');
}

/** Shared words as a share of the smaller set, 0 to 1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : sharedWords(a, b).length / least;
}

/** Words of the first set that stand in the second, as they are or derived: import, imported, importers. */
export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((word) => b.has(word) || (word.length >= sieveLetters && [...b].some((other) => isDerived(word, other))));
}

function isDerived(one: string, other: string): boolean {
  return other.length >= sieveLetters && (one.startsWith(other) || other.startsWith(one));
}

/** Names that stand in running text: capitalised words that do not open it, acronyms, and words in Latin within other scripts. */
export function properNames(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const match of text.matchAll(/\p{Lu}[\p{L}\p{N}&-]+/gu)) {
    const isOpening = match.index === 0 || /[.!?]\s+$/.test(text.slice(0, match.index));
    const isAcronym = /^\p{Lu}{2,}/u.test(match[0]);
    if (!isOpening || isAcronym) found.add(normalName(match[0]));
  }
  return found;
}

const causeWords = /\b(causes?|caused|reasons?|drivers?|why|explanations?)\b|причин|из-за|原因/i;

export function speaksOfCauses(text: string): boolean {
  return causeWords.test(text);
}
