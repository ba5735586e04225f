/** A code such as `market_share` reads "Market share"; other words stay as they are. */
export function measureWords(code: string): string {
  if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(code)) return code;
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
