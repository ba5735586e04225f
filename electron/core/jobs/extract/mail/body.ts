// Which part of a mail is its text. The plain part is meant to say what the HTML part does; programs that write mails to many
// often put there less: a line that points to the page, or the words without the figures.

import type { Email } from 'postal-mime';
import { type Message, message } from '../../../../../shared/message.ts';
import { normaliseText } from '../extracted.ts';
import { extractHtmlText } from '../html/html.ts';

export interface MailBody {
  readonly text: string;
  readonly warnings: readonly Message[];
}

/** Share of the words of the HTML part below which the plain part only says that there is one. */
const fewWords = 0.3;

export function bodyOf(name: string, mail: Email): MailBody {
  const plain = normaliseText(mail.text?.trim() ?? '');
  if (mail.html === undefined) return { text: plain, warnings: [] };
  const html = extractHtmlText(name, mail.html, null, { isWhole: true }).text;
  const [lacks, has] = [figuresBeyond(html, plain), figuresBeyond(plain, html)];
  if (plain !== '' && lacks.length === 0 && plain.length >= fewWords * html.length) return { text: plain, warnings: [] };
  if (plain !== '' && has.length > 0) return { text: `${html}\n\n${plain}`, warnings: [message('reading:warning.bothMailParts')] };
  return { text: html, warnings: plain !== '' && lacks.length > 0 ? [message('reading:warning.htmlMailPart')] : [] };
}

/** Figures of one text that another lacks. Addresses of pages hold numbers that nobody reads. */
function figuresBeyond(text: string, other: string): string[] {
  const known = new Set(figuresIn(other));
  return figuresIn(text).filter((figure) => !known.has(figure));
}

function figuresIn(text: string): string[] {
  const words = text.replace(/(?:https?:\/\/|www\.|mailto:)\S+|\[?cid:\S+/gi, ' ');
  return [...words.matchAll(/\d(?:[\d.,'\u00a0\u202f]|[ ](?=\d{3}(?!\d)))*/g)].map(([figure]) => figure.replace(/\D/g, ''));
}
