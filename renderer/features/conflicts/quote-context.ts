const longest = 120;

/** Context of a quote ends at its own paragraph and between words. */
export function lastWords(before: string): string {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (line.length <= longest) return line.length < before.length || line === '' ? line : `…${line.slice(line.indexOf(' ') + 1)}`;
  const cut = line.slice(-longest);
  return `…${cut.slice(cut.indexOf(' ') + 1)}`;
}

export function firstWords(after: string): string {
  const end = after.indexOf('\n');
  const line = end < 0 ? after : after.slice(0, end);
  if (line.length <= longest) return end < 0 && line.length > 0 ? `${line.slice(0, Math.max(line.lastIndexOf(' '), 0))}…` : line;
  const cut = line.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 0))}…`;
}
