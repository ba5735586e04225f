// Sizes of files in one way: thousands, in the unit that keeps them short.

const kilobyte = 1000;
export const megabyte = 1_000_000;

/** 300 → "300 bytes", 311_000 → "311 kB", 1_250_000 → "1.3 MB". */
export function sizeText(bytes: number, language: string): string {
  if (bytes < kilobyte) return new Intl.NumberFormat(language, { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(bytes);
  const isSmall = Math.round(bytes / kilobyte) < kilobyte;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isSmall ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(bytes / (isSmall ? kilobyte : megabyte));
}
