// A small writer of PDF files for tests: lines of Helvetica at given places, uncompressed, so that a test shows all that a
// page holds.

export interface MadeLine {
  readonly text: string;
  readonly x?: number;
  /** Points from the upper edge of the page. */
  readonly y: number;
  readonly size?: number;
}

export interface MadePdf {
  readonly title?: string;
  readonly isLocked?: boolean;
  /** How often the file lists each page; once where absent. */
  readonly listings?: number;
  /** Other entries of the catalogue, such as an action to run on opening. */
  readonly catalogue?: string;
}

const width = 595;
const height = 842;

export function makePdf(pages: readonly (readonly MadeLine[])[], options: MadePdf = {}): Uint8Array {
  const first = 5;
  const { listings = 1 } = options;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${options.catalogue ?? ''} >>`,
    `<< /Type /Pages /Count ${pages.length * listings} /Kids [${pages.map((_, index) => `${first + 2 * index} 0 R `.repeat(listings)).join('')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${options.title === undefined ? '' : `/Title (${escaped(options.title)})`} /CreationDate (D:20240305120000Z) >>`,
    ...pages.flatMap((lines, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 1 + 2 * index} 0 R >>`,
      stream(lines.map(lineOperators).join('\n')),
    ]),
  ];
  return assemble(objects, options.isLocked === true ? `/Encrypt ${lock} /ID [<${'0'.repeat(32)}><${'0'.repeat(32)}>]` : '');
}

/** The words of a paragraph as lines of at most `columns` characters, one under the other. */
export function paragraphLines(
  text: string,
  { y, x = 72, columns = 80, leading = 14 }: { y: number; x?: number; columns?: number; leading?: number },
): MadeLine[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line, index) => ({ text: line, x, y: y + index * leading }));
}

/** Keys that fit no password, the empty one least of all. */
const lock = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`;

function lineOperators({ text, x = 72, y, size = 11 }: MadeLine): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${height - y} Tm (${escaped(text)}) Tj ET`;
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, (sign) => `\\${sign}`);
}

function stream(content: string): string {
  return `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`;
}

function assemble(objects: readonly string[], trailer: string): Uint8Array {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}
