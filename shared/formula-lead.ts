/** What a spreadsheet may run: also behind a tab or a line end, and in the full width of East Asian keyboards. */
const lead = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Text that a spreadsheet keeps as text: an apostrophe in front says so, and is taken off on re-import. */
export function withoutFormulaLead(text: string): string {
  return lead.test(text) ? `'${text}` : text;
}
