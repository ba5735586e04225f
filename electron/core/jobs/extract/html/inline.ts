// Marks within a line that change what its words say: raised and lowered characters, fractions, readings of East Asian words,
// struck-out words, quotes. What a browser shows by place or line is written in characters.
import type { Raise } from '../raised.ts';

export interface InlineMark {
  readonly before: string;
  readonly after: string;
  readonly raise?: Raise;
  /** Of each child element: what stands before and after it. */
  readonly between?: readonly { readonly before: string; readonly after: string; readonly raise?: Raise }[];
}

/** Around words that are struck out: they are kept, and nobody should take them for what is said. */
export const struckOut = { before: '⟦', after: '⟧' } as const;

const none = { before: '', after: '' } as const;
const raised = { ...none, raise: 'raised' } as const;
const lowered = { ...none, raise: 'lowered' } as const;

const marks: Readonly<Record<string, InlineMark>> = {
  SUP: raised,
  SUB: lowered,
  RT: { before: '(', after: ')' },
  RTC: { before: '(', after: ')' },
  DEL: struckOut,
  S: struckOut,
  STRIKE: struckOut,
  Q: { before: '“', after: '”' },
  MSUP: { ...none, between: [none, raised] },
  MSUB: { ...none, between: [none, lowered] },
  MSUBSUP: { ...none, between: [none, lowered, raised] },
  MSQRT: { before: '√(', after: ')' },
  MROOT: { ...none, between: [{ before: '√(', after: ')' }, raised] },
};

/** `last` is the character that the element follows. */
export function inlineMark(element: Element, last: string | undefined): InlineMark | undefined {
  const name = element.nodeName.toUpperCase();
  if (name === 'MFRAC') return fraction(element, last);
  return marks[name] ?? styled(element);
}

/** One and a half is 1 1/2, not 11/2; parts of several words are in brackets. */
function fraction(element: Element, last: string | undefined): InlineMark {
  const part = (child: Element | undefined) => (/^[\p{L}\p{N}.,\s]*$/u.test(child?.textContent ?? '') ? none : { before: '(', after: ')' });
  const [over, under] = [part(element.children[0]), part(element.children[1])];
  const space = /\d/.test(last ?? '') ? ' ' : '';
  return { ...none, between: [{ before: `${space}${over.before}`, after: `${over.after}/` }, under] };
}

/** Pages mark the same by style. What looks for the article of a page takes styles away: they are noted before. */
function styled(element: Element): InlineMark | undefined {
  const noted = element.getAttribute(noteName);
  return noted === 'raised' ? raised : noted === 'lowered' ? lowered : noted === 'struck' ? struckOut : undefined;
}

const noteName = 'data-shown';

export function noteStyles(document: Document): void {
  for (const element of document.querySelectorAll('[style]')) {
    const style = element.getAttribute('style') ?? '';
    const shown = /text-decoration[\w-]*:[^;]*line-through/i.test(style)
      ? 'struck'
      : /vertical-align:\s*(?:super|text-top)/i.test(style)
        ? 'raised'
        : /vertical-align:\s*(?:sub\b|text-bottom)/i.test(style)
          ? 'lowered'
          : undefined;
    if (shown !== undefined && element.querySelector('p, div, table, ul, sup, sub') === null) element.setAttribute(noteName, shown);
  }
}

const up = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const down = '₀₁₂₃₄₅₆₇₈₉';

/** A raised number over a lowered one is a fraction. */
export function plainFractions(line: string): string {
  return line.replace(/(\d?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)[⁄/]([₀₁₂₃₄₅₆₇₈₉]+)/g, (_, whole: string, over: string, under: string) => {
    const digits = (text: string, signs: string) => [...text].map((sign) => signs.indexOf(sign)).join('');
    return `${whole}${whole === '' ? '' : ' '}${digits(over, up)}/${digits(under, down)}`;
  });
}
