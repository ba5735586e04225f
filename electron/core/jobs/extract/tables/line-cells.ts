// The cells of one line of separated values whose quotes do not follow the rule: the reading that gives the usual number of
// cells with the fewest oddities. Names in quotes, inches and sayings are oddities; a separator taken for a word is none.

export interface QuoteStyle {
  readonly separator: string;
  readonly quote: string;
  /** The usual number of cells of a row. */
  readonly width: number;
}

export interface Cell {
  readonly text: string;
  readonly isQuoted: boolean;
}

export interface LineCells {
  readonly cells: readonly Cell[];
  readonly oddities: number;
}

/** A cell that begins with a quote which is a character; within a quoted cell a lone quote, or a pair of them; blanks before an opening quote. */
const cost = { plainQuote: 3, loneQuote: 4, pair: 1, blanks: 0.001 } as const;
/** Quotes of one line behind which a cell may end, above which all quotes are characters. */
const mostChoices = 24;

/** Where no reading has the usual number of cells, every quote that does not enclose a whole cell is a character. */
export function bestCells(line: string, style: QuoteStyle): LineCells {
  const { separator, quote, width } = style;
  if (!line.includes(quote)) return { cells: line.split(separator).map(plainCell), oddities: 0 };
  if (line.split(quote + separator).length > mostChoices) return withoutWidth(line, style);
  const known = new Map<string, LineCells | undefined>();

  function from(at: number, left: number): LineCells | undefined {
    const key = `${at} ${left}`;
    if (!known.has(key)) known.set(key, bestFrom(at, left));
    return known.get(key);
  }

  function bestFrom(at: number, left: number): LineCells | undefined {
    let best: LineCells | undefined;
    for (const { end, oddities, ...cell } of endsOf(line, at, style)) {
      const isLast = end >= line.length;
      if (isLast !== (left === 1)) continue;
      const rest = isLast ? { cells: [], oddities: 0 } : from(end + separator.length, left - 1);
      if (rest !== undefined && (best === undefined || oddities + rest.oddities < best.oddities))
        best = { cells: [cell, ...rest.cells], oddities: oddities + rest.oddities };
    }
    return best;
  }

  return from(0, width) ?? withoutWidth(line, style);
}

function plainCell(text: string): Cell {
  return { text, isQuoted: false };
}

function withoutWidth(line: string, style: QuoteStyle): LineCells {
  const cells: Cell[] = [];
  let oddities = 0;
  for (let at = 0; at <= line.length; ) {
    const ends = endsOf(line, at, style);
    const [plain] = ends;
    const clean = ends.find((one) => one.isQuoted && one.oddities === 0) ?? plain!;
    cells.push({ text: clean.text, isQuoted: clean.isQuoted });
    oddities += clean.oddities;
    at = clean.end + style.separator.length;
  }
  return { cells, oddities };
}

interface CellEnd extends Cell {
  readonly end: number;
  readonly oddities: number;
}

/** The ways in which the cell that begins at an offset may end within its line; first the one in which quotes are characters. */
function endsOf(line: string, at: number, { separator, quote }: QuoteStyle): CellEnd[] {
  const next = line.indexOf(separator, at);
  const plainEnd = next < 0 ? line.length : next;
  const opening = separator === '\t' ? at : at + /^ */.exec(line.slice(at))![0].length;
  const plain = { end: plainEnd, text: line.slice(at, plainEnd), isQuoted: false };
  if (line[opening] !== quote) return [{ ...plain, oddities: 0 }];
  const ends: CellEnd[] = [{ ...plain, oddities: cost.plainQuote }];
  for (let close = line.indexOf(quote, opening + 1); close >= 0; close = line.indexOf(quote, close + 1)) {
    let behind = close + 1;
    while (line[behind] === ' ') behind += 1;
    if (behind < line.length && line[behind] !== separator) continue;
    const inner = line.slice(opening + 1, close);
    const lone = inner.replaceAll(quote + quote, '').split(quote).length - 1;
    const oddities = (lone % 2) * cost.loneQuote + Math.floor(lone / 2) * cost.pair + (opening > at ? cost.blanks : 0);
    ends.push({ end: behind, text: inner.replaceAll(quote + quote, quote), isQuoted: true, oddities });
  }
  return ends;
}

/** A line with half a pair of quotes is no row beyond doubt. */
export function hasPairs(line: string, quote: string): boolean {
  return line.split(quote).length % 2 === 1;
}
