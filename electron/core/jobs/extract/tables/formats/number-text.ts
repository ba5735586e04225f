/** What spreadsheets keep of a number. */
const significantDigits = 15;

/** A number in full; beyond what is written in digits as spreadsheets show it, such as 1E-07. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = String(Number(value.toPrecision(significantDigits)));
  const [mantissa, exponent] = text.split('e');
  if (exponent === undefined) return text;
  return `${mantissa}E${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}
