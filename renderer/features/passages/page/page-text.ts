// Between the text and its places on a page. The layout knows the box of each line; the words as the page draws them tell
// where in it each character stands, also across the cells of a table. Where the two do not agree, characters share the
// width of the line. Places are points from the upper left corner; positions are UTF-16 units of the text.

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface PageLine extends Span {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A run of words as the page draws them. */
export interface DrawnWords {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
}

export interface PageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width of words in any unit, the same for all. */
export type Measure = (words: string) => number;

export interface PlacedLine extends PageLine {
  /** Left and right edge of the character at `start + index`. */
  readonly edges: readonly (readonly [left: number, right: number])[];
}

export interface PageWords {
  readonly text: string;
  readonly drawn: readonly DrawnWords[];
  readonly measure: Measure;
}

/** Each line with the places of its characters. */
export function placeLines(lines: readonly PageLine[], words: PageWords): readonly PlacedLine[] {
  return lines.map((line) => ({ ...line, edges: drawnEdges(line, words) ?? sharedEdges(line, words) }));
}

/** One box a line for the words from `start` to `end`. */
export function boxesOfSpan(lines: readonly PlacedLine[], start: number, end: number): readonly PageBox[] {
  return lines.flatMap((line) => {
    const within = line.edges.slice(Math.max(0, start - line.start), Math.max(0, end - line.start));
    const [first] = within;
    if (start >= line.end || end <= line.start || first === undefined) return [];
    const left = Math.min(...within.map(([from]) => from));
    const right = Math.max(...within.map(([, to]) => to));
    return [{ x: left, y: line.y, width: right - left, height: line.height }];
  });
}

/** The position whose character is nearest to a place, on the line that is nearest to it; undefined on an empty page. */
export function unitAt(lines: readonly PlacedLine[], { x, y }: { readonly x: number; readonly y: number }): number | undefined {
  const line = nearest(lines, (one) => outside(y, one.y, one.y + one.height) * 8 + outside(x, one.x, one.x + one.width));
  if (line === undefined) return undefined;
  const edge = nearest(line.edges, ([left, right]) => outside(x, left, right));
  return line.start + (edge === undefined ? 0 : line.edges.indexOf(edge));
}

function outside(value: number, from: number, to: number): number {
  return Math.max(from - value, 0, value - to);
}

function nearest<T>(list: readonly T[], distance: (one: T) => number): T | undefined {
  let best: { readonly one: T; readonly distance: number } | undefined;
  for (const one of list) {
    const away = distance(one);
    if (best === undefined || away < best.distance) best = { one, distance: away };
  }
  return best?.one;
}

interface Drawn {
  readonly character: string;
  readonly left: number;
  readonly right: number;
}

/** Undefined where the page draws other characters than the text has. */
function drawnEdges(line: PageLine, { text, drawn, measure }: PageWords): PlacedLine['edges'] | undefined {
  const words = text.slice(line.start, line.end);
  const onLine = drawn
    .filter(({ x, y, width }) => width > 0 && y > line.y && y <= line.y + line.height && x < line.x + line.width + 1 && x + width > line.x - 1)
    .toSorted((a, b) => a.x - b.x);
  const characters = onLine.flatMap((one) => charactersOf(one, measure));
  const wanted = words.replace(/\s/g, '');
  // A hyphen that parted a word at the end of the line is drawn but not kept.
  const surplus = characters.length - wanted.length;
  if (surplus < 0 || surplus > 1 || characters.slice(0, wanted.length).some(({ character }, index) => character !== wanted[index])) return undefined;
  let next = 0;
  let right = line.x;
  return words.split('').map((unit) => {
    if (/\s/.test(unit)) return [right, characters[next]?.left ?? right];
    const { left, right: to } = characters[next]!;
    next += 1;
    right = to;
    return [left, to];
  });
}

function charactersOf({ text, x, width }: DrawnWords, measure: Measure): readonly Drawn[] {
  return edgesWithin(text, { x, width }, measure).flatMap(([left, right], index) =>
    /\s/.test(text[index]!) ? [] : [{ character: text[index]!, left, right }],
  );
}

function sharedEdges(line: PageLine, { text, measure }: PageWords): PlacedLine['edges'] {
  return edgesWithin(text.slice(line.start, line.end), line, measure);
}

/** Shares a width among the characters of a text. */
function edgesWithin(text: string, { x, width }: Pick<PageLine, 'x' | 'width'>, measure: Measure): PlacedLine['edges'] {
  const stops = Array.from({ length: text.length + 1 }, (_, index) => measure(text.slice(0, index)));
  const scale = width / Math.max(stops.at(-1) ?? 0, Number.EPSILON);
  return stops.slice(1).map((stop, index) => [x + stops[index]! * scale, x + stop * scale]);
}
