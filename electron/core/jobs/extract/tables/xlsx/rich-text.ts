// The words of a cell, which may be runs of several looks. Readings beside East Asian words are left out, and raised
// characters are told apart from those that they follow.

import type { Attributes } from '../../office/xml.ts';
import { raisedText } from '../../raised.ts';

export function createRichText() {
  let words = '';
  let raise: 'raised' | 'lowered' | undefined;
  let isInWords = false;
  let phonetic = 0;
  let run = '';

  return {
    begin(): void {
      [words, run, raise, isInWords, phonetic] = ['', '', undefined, false, 0];
    },
    open(name: string, attributes: Attributes): void {
      if (name === 'rPh') phonetic += 1;
      if (name === 'r') raise = undefined;
      if (name === 'vertAlign') raise = attributes.val === 'superscript' ? 'raised' : attributes.val === 'subscript' ? 'lowered' : undefined;
      if (name === 't' && phonetic === 0) isInWords = true;
    },
    text(piece: string): void {
      if (isInWords) run += piece;
    },
    close(name: string): void {
      if (name === 'rPh') phonetic -= 1;
      if (name !== 't' || !isInWords) return;
      const plain = unescaped(run);
      words += raise === undefined ? plain : raisedText(plain, raise, words.at(-1));
      isInWords = false;
      run = '';
    },
    end: (): string => words,
  };
}

/** Characters that XML cannot hold are written `_x000D_`. */
export function unescaped(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
}
