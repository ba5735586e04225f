// Codes of measures, stages and types in words, the same wherever they are written.

const isCode = /^[a-z0-9]+(_[a-z0-9]+)*$/;

/** `market_share` reads "market share". */
export function codeWords(code: string): string {
  return code.replaceAll('_', ' ');
}

/** `market_share` reads "Market share" where a line begins; words that a user wrote stay as they are. */
export function measureWords(code: string): string {
  return isCode.test(code) ? capitalised(code) : code;
}

/** `market_share` reads "Market share"; other words only get a capital. */
export function capitalised(code: string): string {
  const words = codeWords(code);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
