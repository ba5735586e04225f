// What the format of a number adds to it: `#,##0.00 "₽"`, `[$€-407] 0`, `0.0,, "m"`. Without those words a cell would say
// 12.3 where its reader sees 12.3 m. ECMA-376 part 1, 18.8.31: sections by sign, quoted and escaped words, and commas behind
// the last digit that each divide by a thousand.

interface FormatWords {
  readonly before: string;
  readonly after: string;
  readonly divisor: number;
}

const placeholder = /[0#?]/;
const token = /"([^"]*)"|\\(.)|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]|[_*].|([$€£¥₽₴₸₩₹])|([0#?][0#?.,]*)|./gsu;

/** `numberText` writes the number itself. */
export function withFormatWords(value: number, format: string, numberText: (value: number) => string): string {
  const { before, after, divisor } = wordsOf(sectionFor(value, format.replace(/general/i, '0')));
  const number = numberText(Math.abs(value) / divisor);
  return `${value < 0 ? '-' : ''}${before.trimStart()}${number}${after.trimEnd()}`;
}

/** The section for the sign of a number; a format of one section serves all. Quotes may hold semicolons. */
function sectionFor(value: number, format: string): string {
  const sections = format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])*(?:;|$)/gs)?.map((section) => section.replace(/;$/, '')) ?? [];
  const [positive = '', negative, zero] = sections;
  if (value < 0 && negative) return negative;
  return value === 0 && zero ? zero : positive;
}

function wordsOf(section: string): FormatWords {
  const words = { before: '', after: '' };
  let digits = '';
  for (const [whole, quoted, escaped, currency, sign, number] of section.matchAll(token)) {
    if (number !== undefined) digits += number;
    const word = quoted ?? escaped ?? currency ?? sign ?? (whole === ' ' ? ' ' : '');
    words[digits === '' ? 'before' : 'after'] += word;
  }
  // Without a digit the format shows words instead of the number, which stays.
  if (!placeholder.test(digits)) return { before: '', after: '', divisor: 1 };
  const { before, after } = { before: sayable(words.before), after: sayable(words.after) };
  const scaled = /,+$/.exec(digits)?.[0].length ?? 0;
  return { before, after, divisor: after === '' && before === '' ? 1 : 1000 ** scaled };
}

/** Signs, brackets and spaces alone say nothing: the number has its own sign. Words keep one space to it where there was one. */
function sayable(words: string): string {
  return /[\p{L}\p{Sc}%‰°]/u.test(words) ? words.replace(/[()+−-]/g, '').replace(/[\s\u00a0]+/g, ' ') : '';
}
