// Edits an exported spreadsheet as somebody would outside: a note is written beside the first figure, the row of the last is taken
// away. Run as a program of its own, since it takes the place of another application.
import { readFileSync, writeFileSync } from 'node:fs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';

const path = process.argv[2]!;
const book = await readXlsx(readFileSync(path), { readStyles: true });
const sheets = book.sheets.map((sheet) => {
  if (sheet.name !== 'Figures') return sheet;
  const note = sheet.rows[0]!.indexOf('Note');
  const rows = sheet.rows.slice(0, -1).map((row, index) => (index === 1 ? row.with(note, 'seen in the registry') : row));
  return { ...sheet, rows };
});
writeFileSync(path, Buffer.from(await writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows })) })));
