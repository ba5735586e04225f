// Pieces of HTML. Whatever is put into a template is text and is escaped, unless it is markup that was made here.
import { markupText } from '../../../../../shared/markup-text.ts';

export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | null | undefined | false | readonly Part[];

export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(pieces.map((piece, index) => piece + textOf(parts[index])).join(''));
}

function textOf(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return markupText(String(part)).replaceAll("'", '&#39;');
}

/** Text inside a string of a style sheet, where HTML escapes mean nothing. */
export function styleText(text: string): string {
  return [...text.toWellFormed().slice(0, 200)]
    .map((sign) => (/[\p{L}\p{N} ]/u.test(sign) ? sign : `\\${sign.codePointAt(0)!.toString(16)} `))
    .join('');
}

/** Only addresses of the web lead anywhere. */
export function webAddress(address: string | null): string | undefined {
  return address !== null && /^https?:\/\//i.test(address) ? address : undefined;
}
