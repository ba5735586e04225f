// Blocks of cells as spreadsheets exchange them: tab-separated lines, quoted where a cell holds a tab, break or quote.
import { parse as parseDelimited, unparse } from 'papaparse';

export function toTsv(cells: readonly (readonly string[])[]): string {
  return unparse(cells as string[][], { delimiter: '\t', newline: '\n' });
}

export function fromTsv(text: string): string[][] {
  const trimmed = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  return parseDelimited<string[]>(trimmed, { delimiter: '\t', newline: '\n' }).data;
}

/** A cell of the table flavour: its text, and the number that it shows where it shows one. */
export interface CopiedCell {
  readonly text: string;
  readonly number?: string | undefined;
}

/**
 * The table flavour, which spreadsheets prefer: with heads, and numbers as numbers. `sdval` is read by LibreOffice, `x:num` by Excel;
 * text that begins like a formula or a number stays text.
 */
export function toHtml(heads: readonly string[], rows: readonly (readonly CopiedCell[])[]): string {
  const head = `<tr>${heads.map((title) => `<th>${escapeHtml(title)}</th>`).join('')}</tr>`;
  const body = rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('');
  return `<table xmlns:x="urn:schemas-microsoft-com:office:excel"><thead>${head}</thead><tbody>${body}</tbody></table>`;
}

function cellHtml({ text, number }: CopiedCell): string {
  if (number !== undefined) return `<td sdval="${number}" sdnum="1033;" x:num="${number}">${number}</td>`;
  return `<td x:str style="mso-number-format:'\\@'">${escapeHtml(text)}</td>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
