/** Matches a sticky (`y`) pattern at `position`: nothing before it is looked at, nothing after it is scanned for a start. */
export function matchSticky(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}
