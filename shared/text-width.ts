// How wide a text is drawn, without a screen to ask: widths of kinds of characters, on the generous side, in a usual sans serif.

const narrow = /[ilj.,:;|'’!()[\]It f1r-]/;
const wide = /[mwMW@%—≈≥≤ЖШЩЮМФжшщюмф]/u;
const full = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u;
const upper = /\p{Lu}/u;

/** Pixels. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const sign of text) em += full.test(sign) ? 1 : narrow.test(sign) ? 0.38 : wide.test(sign) ? 0.92 : upper.test(sign) ? 0.7 : 0.62;
  return Math.ceil(em * size);
}

/** As much of a text as fits, with "…" where it was cut; empty where not even a few characters fit. */
export function cutToWidth(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const signs = [...text];
  let end = signs.length;
  while (end > 0 && textWidth(`${signs.slice(0, end).join('')}…`, size) > width) end -= 1;
  return end < 3 ? '' : `${signs.slice(0, end).join('').trimEnd()}…`;
}
