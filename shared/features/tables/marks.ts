// Marks at cells and heads: what the mapping says that they mean is said of the figure; a mark that is only a note leads to the
// words of the note under the table. No mark is ever read as part of a number.
import type { Mapping } from './mapping.ts';
import { type Table, wordsAt } from './table.ts';

export interface Unmarked {
  readonly words: string;
  /** In the order in which they stand. */
  readonly marks: readonly string[];
}

/** Signs that are no part of a word or number: asterisks, daggers, raised digits and letters with or without a bracket. */
const noteMark = /(?:\*+|[†‡§¶]|[⁽(]?[¹²³⁰⁴-⁹ᵃ-ᶻ]+[⁾)]?)$/u;

export function unmarked(words: string, mapping: Pick<Mapping, 'marks'>): Unmarked {
  const told = Object.keys(mapping.marks).toSorted((a, b) => b.length - a.length);
  const marks: string[] = [];
  let rest = words.trim();
  for (;;) {
    const mark = told.find((one) => rest.length > one.length && rest.endsWith(one)) ?? noteMark.exec(rest)?.[0];
    if (mark === undefined || mark.length >= rest.length) break;
    marks.unshift(mark);
    rest = rest.slice(0, -mark.length).trim();
  }
  const before = told.find((one) => rest.length > one.length && rest.startsWith(one));
  if (before !== undefined) {
    marks.unshift(before);
    rest = rest.slice(before.length).trim();
  }
  return { words: rest, marks };
}

/** Only the marks that the mapping tells: a superscript may belong to a name. */
export function withoutTold(words: string, mapping: Pick<Mapping, 'marks'>): Unmarked {
  const { words: rest, marks } = unmarked(words, mapping);
  return marks.every((mark) => mapping.marks[mark] !== undefined) ? { words: rest, marks } : { words, marks: [] };
}

const longestNote = 2000;

/** Notes under a table, by their marks: a line that begins with a mark and says something behind it. */
export function notesUnder(table: Table, dataTo: number): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const row of table.rows) {
    if (row.row <= dataTo) continue;
    const first = row.shown.findIndex((cell) => cell.trim() !== '');
    const words = first < 0 ? '' : wordsAt(row, first + 1);
    const mark = /^(?:\*+|[†‡§¶]|[⁽(]?[¹²³⁰⁴-⁹ᵃ-ᶻ]+[⁾)]?)/u.exec(words)?.[0];
    const said = mark === undefined ? '' : words.slice(mark.length).trim();
    if (mark !== undefined && said !== '' && !notes.has(mark)) notes.set(mark, said.slice(0, longestNote));
  }
  return notes;
}
