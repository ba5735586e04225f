// Blocks of cells as spreadsheets exchange them: tab-separated lines, quoted where a cell holds a tab, break or quote.
import { parse as parseDelimited, unparse } from 'papaparse';

export function toTsv(cells: readonly (readonly string[])[]): string {
  return unparse(cells as string[][], { delimiter: '\t', newline: '\n' });
}

export function fromTsv(text: string): string[][] {
  const trimmed = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  return parseDelimited<string[]>(trimmed, { delimiter: '\t', newline: '\n' }).data;
}

/** The table flavour: spreadsheets prefer it and keep numbers as text. */
export function toHtml(cells: readonly (readonly string[])[]): string {
  const rows = cells.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`);
  return `<table>${rows.join('')}</table>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
