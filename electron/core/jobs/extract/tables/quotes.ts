// Quotes of separated values that quote nothing. By RFC 4180 a quoted cell closes right before a separator or a line end,
// and quotes within it are doubled. A record that follows the rule stays as it is, unless the lines that it would take in are
// rows by themselves. Any other is read line by line and written again by the rule, so that no stray quote takes in a row.

import { type ColumnKinds, columnKinds } from './column-kinds.ts';
import { bestCells, type Cell, hasPairs, type QuoteStyle } from './line-cells.ts';

export interface MendedQuotes {
  readonly text: string;
  /** Rows of the file in which a quote was read as a character. */
  readonly strayRows: readonly number[];
  /** Rows with a cell over several lines, of which some would be rows by themselves. */
  readonly doubtfulRows: readonly number[];
}

export function mendQuotes(source: string, style: QuoteStyle): MendedQuotes {
  if (!source.includes(style.quote)) return { text: source, strayRows: [], doubtfulRows: [] };
  const reading = { source, style, kinds: columnKinds(source, style) };
  const pieces: string[] = [];
  const strayRows: number[] = [];
  const doubtfulRows: number[] = [];
  let row = 0;
  for (let at = 0; at < source.length; ) {
    row += 1;
    const record = recordAt(reading, at);
    if (record.is === 'stray') strayRows.push(row);
    if (record.is === 'doubtful') doubtfulRows.push(row);
    pieces.push(record.cells === undefined ? source.slice(at, record.end) : written(record.cells, style));
    if (record.end < source.length) pieces.push('\n');
    at = record.end + 1;
  }
  return { text: pieces.join(''), strayRows, doubtfulRows };
}

interface Reading {
  readonly source: string;
  readonly style: QuoteStyle;
  readonly kinds: ColumnKinds;
}

interface ReadRecord {
  /** Offset of the line end behind it, or of the end of the text. */
  readonly end: number;
  /** Given where the record is to be written again. */
  readonly cells?: readonly Cell[];
  readonly is: 'fine' | 'stray' | 'doubtful';
}

function recordAt(reading: Reading, at: number): ReadRecord {
  const { source, style } = reading;
  const lineEnd = endOfLine(source, at);
  const ruled = byTheRule(source, at, style);
  const isOneLine = ruled.state === 'whole' && ruled.end <= lineEnd;
  if (isOneLine && ruled.cells === style.width) return { end: lineEnd, is: 'fine' };
  const line = bestCells(source.slice(at, lineEnd), style);
  const fits = line.cells.length === style.width;
  // Blanks before an opening quote are all that a record by the rule may be mended for.
  if (isOneLine)
    return fits && line.oddities > 0 && line.oddities < 1 ? { end: lineEnd, cells: line.cells, is: 'fine' } : { end: lineEnd, is: 'fine' };
  const rows = ruled.state === 'odd' ? 'all' : linesAsRows(reading, at, ruled.end);
  if (ruled.state === 'odd' && !fits) {
    const joined = overLines(reading, at, lineEnd);
    if (joined !== undefined) return joined;
  }
  const isRows = rows === 'all' || (rows === 'most' && (ruled.state === 'open' || ruled.cells !== style.width));
  if (isRows) return { end: lineEnd, cells: line.cells, is: 'stray' };
  return { end: ruled.end, is: rows === 'none' ? 'fine' : 'doubtful' };
}

function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}

/** `odd`: a quote closes before the cell ends. `open`: one is never closed, and the record would reach to the end of the file. */
interface RuledRecord {
  readonly end: number;
  readonly cells: number;
  readonly state: 'whole' | 'odd' | 'open';
}

function byTheRule(source: string, from: number, { separator, quote }: QuoteStyle): RuledRecord {
  for (let at = from, cells = 1; ; cells += 1) {
    if (source[at] === quote) {
      const close = closingQuote(source, at, quote);
      if (close < 0) return { end: source.length, cells, state: 'open' };
      at = close + 1;
      if (at < source.length && source[at] !== separator && source[at] !== '\n') return { end: at, cells, state: 'odd' };
    } else {
      while (at < source.length && source[at] !== separator && source[at] !== '\n') at += 1;
    }
    if (at >= source.length || source[at] === '\n') return { end: at, cells, state: 'whole' };
    at += 1;
  }
}

/** The first quote behind the opening one that is not doubled; -1 where there is none. */
function closingQuote(source: string, open: number, quote: string): number {
  for (let at = source.indexOf(quote, open + 1); at >= 0; at = source.indexOf(quote, at + 2)) if (source[at + 1] !== quote) return at;
  return -1;
}

/** Lines of a record that are looked at. */
const mostLooked = 40;

/**
 * How many of the lines that a record would take in are rows by themselves: of the usual number of cells, of the kinds that
 * their columns have. Where no column has a kind, all of them are at best "most": cells of several lines are commoner than
 * two stray quotes.
 */
function linesAsRows({ source, style, kinds }: Reading, at: number, end: number): 'all' | 'most' | 'some' | 'none' {
  if (style.width < 2) return 'none';
  let rows = 0;
  let count = 0;
  for (let from = at; from < end && count < mostLooked; count += 1) {
    const lineEnd = Math.min(endOfLine(source, from), end);
    const { cells } = bestCells(source.slice(from, lineEnd), style);
    if (cells.length === style.width && kinds.fit(cells)) rows += 1;
    from = lineEnd + 1;
  }
  if (rows > 0.6 * count) return kinds.areKnown ? 'all' : 'most';
  return rows > 1 ? 'some' : 'none';
}

/** Lines that a cell with quotes of its own may go over. */
const mostJoined = 20;

/** A cell over several lines that holds quotes which are not doubled: lines up to the one that completes the usual cells. */
function overLines({ source, style, kinds }: Reading, at: number, lineEnd: number): ReadRecord | undefined {
  for (let end = lineEnd, lines = 1; end < source.length && lines < mostJoined; lines += 1) {
    const next = endOfLine(source, end + 1);
    const line = source.slice(end + 1, next);
    const own = bestCells(line, style);
    if (own.cells.length === style.width && own.oddities === 0 && hasPairs(line, style.quote) && kinds.fit(own.cells)) return undefined;
    const { cells } = bestCells(source.slice(at, next), style);
    if (cells.length === style.width && cells.some((cell) => cell.isQuoted && cell.text.includes('\n')) && kinds.fit(cells))
      return { end: next, cells, is: 'stray' };
    end = next;
  }
  return undefined;
}

function written(cells: readonly Cell[], { separator, quote }: QuoteStyle): string {
  const isRisky = (text: string) => text.includes(quote) || text.includes(separator) || text.includes('\n');
  return cells.map(({ text }) => (isRisky(text) ? quote + text.replaceAll(quote, quote + quote) + quote : text)).join(separator);
}
