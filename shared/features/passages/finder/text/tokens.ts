// The places in a sentence where a number can begin: digits, words and the Han signs of numbers.

import { matchesOf } from './match.ts';

export interface Token {
  readonly kind: 'digits' | 'word' | 'han';
  readonly start: number;
  readonly end: number;
  /** Lower case. */
  readonly text: string;
}

const TOKEN = /\d+|[\p{Script=Latin}\p{Script=Cyrillic}\p{M}]+|[零〇一二两三四五六七八九十百千万亿半几数上过翻]/gu;

export function tokensOf(lower: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of matchesOf(TOKEN, lower)) {
    const text = match[0];
    const code = text.charCodeAt(0);
    const kind = code >= 48 && code <= 57 ? 'digits' : code >= 0x2e80 ? 'han' : 'word';
    tokens.push({ kind, start: match.index, end: match.index + text.length, text });
  }
  return tokens;
}
