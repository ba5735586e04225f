// Numbers that were typed by hand. The finder of the reader finds figures; what names, counts to ten, cites or quotes is no figure
// of the writer's.
import { findMentions, type Mention } from '../passages/finder/index.ts';
import type { BlockText } from './blocks.ts';
import { referencesIn, typedReason, withReferences } from './references.ts';

export interface TypedNumber {
  readonly exact: string;
  /** Why it stays typed; empty where nobody said. */
  readonly reason: string;
  /** In UTF-16 units of the block's text. */
  readonly start: number;
  readonly end: number;
}

/** Stands where a lock, a link or a quote stood: neither letter nor digit, and as long. */
const BLANK = '\u2003';
const blank = (text: string) => BLANK.repeat(text.length);

/** `isQuoted` says whether words stand so in a source. */
export function typedNumbersIn(block: BlockText, language: string, isQuoted: (words: string) => boolean): TypedNumber[] {
  if (block.kind === 'code' || block.kind === 'panel') return [];
  if (block.kind === 'quote' && isQuoted(plainWords(block.text.replace(/^ {0,3}>[ \t]?/gm, '')))) return [];
  const given = referencesIn(block.text)
    .filter(({ scheme }) => scheme === 'typed')
    .map(({ shown, destination, start, end }) => ({ exact: shown, reason: typedReason(destination), start, end }));
  const bare = bareText(block.text, isQuoted);
  const found = findMentions(bare, { language }).flatMap((mention) => typedOf(mention, bare, language) ?? []);
  return [...given, ...found].toSorted((a, b) => a.start - b.start);
}

/** The text with everything blanked in which a number is nobody's: references, code, links, marks of lists, true quotes. */
function bareText(text: string, isQuoted: (words: string) => boolean): string {
  const blanked = withReferences(text, ({ start, end }) => blank(text.slice(start, end)));
  return (
    blanked
      .replace(/(`+)[^`]+\1/g, blank)
      .replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, blank)
      // The words of a link are its target's name; the address is no text.
      .replace(/\[[^\]\n]*\]\([^)\n]*\)/g, blank)
      .replace(/<?\b(?:https?|ftp|mailto|www)[:.][^\s>)]+>?/gi, blank)
      .replace(/^([ \t>]*)(\d{1,9}[.)])(?=[ \t])/gm, (_, before: string, mark: string) => before + blank(mark))
      .replace(/[“„«「『"][^“”„«»「」『』"\n]+[”“»」』"]/g, (quote) => (isQuoted(plainWords(quote.slice(1, -1))) ? blank(quote) : quote))
  );
}

function plainWords(text: string): string {
  return text
    .replace(/[*_]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Durations take their word along: "20 minutes". */
const timeWord: Readonly<Record<string, RegExp>> = {
  en: /^[ \u00a0-]*(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?)\b/i,
  ru: /^[ \u00a0]*(?:секунд|минут|час|дн|день|недел|месяц|квартал|лет|год)[а-яё]*/i,
  zh: /^ *(?:秒|分钟|小时|天|周|个月|年)/,
};

const count = /^\p{L}+$/u;

function typedOf({ type, exact, start, low, high, unit, multiplier }: Mention, text: string, language: string): TypedNumber | undefined {
  if (type !== 'figure') return undefined;
  const isCount = !/\d/.test(exact) && (unit === null || unit === 'UNITS') && multiplier === 0 && low !== null && low === high;
  if (isCount && Number(low) <= 10 && Number.isInteger(Number(low)) && exact.split(/\s+/).every((word) => count.test(word))) return undefined;
  const from = unitsBefore(text, start);
  const more = timeWord[language]?.exec(text.slice(from + exact.length))?.[0] ?? '';
  const isTime = more !== '' && unit === null;
  return { exact: isTime ? exact + more : exact, reason: '', start: from, end: from + exact.length + (isTime ? more.length : 0) };
}

/** Mentions count code points. */
function unitsBefore(text: string, points: number): number {
  let at = 0;
  for (let left = points; left > 0; left -= 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}
