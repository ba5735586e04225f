/** Blocks as paragraphs; the rows of a table stand under each other. */
export function paragraphsOf(lines: readonly string[]): string {
  return lines.map((line, index) => (index === 0 ? line : `${isRow(lines[index - 1]!) && isRow(line) ? '\n' : '\n\n'}${line}`)).join('');
}

function isRow(line: string): boolean {
  return line.includes('\t');
}
