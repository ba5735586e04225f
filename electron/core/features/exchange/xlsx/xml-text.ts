// Text inside XML of spreadsheets.
import type { Cell } from '../cells.ts';

/** Longest text that a spreadsheet cell holds. */
const cellLimit = 32_767;

/** Characters that XML cannot hold are written `_x000D_`, and so are words that look like that. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A text that is too long for a cell says how much of it is missing. */
export function cutText(text: string): string {
  if (text.length <= cellLimit) return text;
  const kept = cellLimit - 60;
  return `${text.slice(0, kept).toWellFormed()}${cutMark}${text.length - kept} more characters]`;
}

const cutMark = '… [cut here: ';

export function isCut(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length > cellLimit - 60 && cell.includes(cutMark, cellLimit - 60);
}
