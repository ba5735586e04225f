// The single characters that a page draws, each with its place. The library's own text joins them into words by the width of
// gaps and so takes letters set apart for words; it is right for all other text, so this is looked at only where that shows.
import type { PDFPageProxy } from 'pdfjs-dist';
import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Places in points of the page, y downwards. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  /** End of the character without the space that is set between letters. */
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

type Matrix = number[];

interface TextState {
  readonly matrix: Matrix;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly stretch: number;
  readonly rise: number;
  readonly leading: number;
}

const start: TextState = { matrix: [1, 0, 0, 1, 0, 0], size: 1, charSpacing: 0, wordSpacing: 0, stretch: 1, rise: 0, leading: 0 };

interface DrawnGlyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
}

export async function glyphsOf(page: PDFPageProxy): Promise<Glyph[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const glyphs: Glyph[] = [];
  const saved: TextState[] = [];
  let state: TextState = { ...start, matrix: [...page.getViewport({ scale: 1 }).transform] };
  let line: Matrix = start.matrix;
  let at = { x: 0, y: 0 };

  const set = (change: Partial<TextState>) => {
    state = { ...state, ...change };
  };
  const moveTo = (x: number, y: number) => {
    line = Util.transform(line, [1, 0, 0, 1, x, y]) as Matrix;
    at = { x: 0, y: 0 };
  };

  function show(drawn: readonly (DrawnGlyph | number)[]): void {
    const { size, charSpacing, wordSpacing, stretch, rise } = state;
    const matrix = Util.transform(state.matrix, line) as Matrix;
    for (const one of drawn) {
      if (typeof one === 'number') {
        at = { ...at, x: at.x - (one / 1000) * size * stretch };
        continue;
      }
      const width = ((one.width ?? 0) / 1000) * size * stretch;
      const [x, y] = place(matrix, at.x, at.y + rise);
      const [right] = place(matrix, at.x + width, at.y + rise);
      glyphs.push({ text: one.unicode ?? '', x, y, right, size: Math.hypot(matrix[2]!, matrix[3]!) * size });
      at = { ...at, x: at.x + width + (charSpacing + (one.isSpace === true ? wordSpacing : 0)) * stretch };
    }
  }

  const operators = new Map<number, (args: readonly never[]) => void>([
    [OPS.save, () => saved.push(state)],
    [OPS.restore, () => set(saved.pop() ?? {})],
    [OPS.transform, (args) => set({ matrix: Util.transform(state.matrix, args as unknown as Matrix) as Matrix })],
    [
      OPS.paintFormXObjectBegin,
      ([matrix]) => {
        saved.push(state);
        if (Array.isArray(matrix)) set({ matrix: Util.transform(state.matrix, matrix) as Matrix });
      },
    ],
    [OPS.paintFormXObjectEnd, () => set(saved.pop() ?? {})],
    [
      OPS.beginText,
      () => {
        line = start.matrix;
        at = { x: 0, y: 0 };
      },
    ],
    [
      OPS.setTextMatrix,
      (args) => {
        line = numbers(args);
        at = { x: 0, y: 0 };
      },
    ],
    [OPS.moveText, ([x, y]) => moveTo(x!, y!)],
    [
      OPS.setLeadingMoveText,
      ([x, y]) => {
        set({ leading: -y! });
        moveTo(x!, y!);
      },
    ],
    [OPS.nextLine, () => moveTo(0, -state.leading)],
    [OPS.setLeading, ([leading]) => set({ leading: -leading! })],
    [OPS.setFont, ([, size]) => set({ size: size! })],
    [OPS.setCharSpacing, ([charSpacing]) => set({ charSpacing: charSpacing! })],
    [OPS.setWordSpacing, ([wordSpacing]) => set({ wordSpacing: wordSpacing! })],
    [OPS.setHScale, ([stretch]) => set({ stretch: stretch! / 100 })],
    [OPS.setTextRise, ([rise]) => set({ rise: rise! })],
    [OPS.showText, ([drawn]) => show(drawn! as readonly (DrawnGlyph | number)[])],
  ]);
  for (const [index, operator] of fnArray.entries()) operators.get(operator)?.((argsArray[index] ?? []) as readonly never[]);
  return glyphs;
}

/** Six numbers, in a list or as a list of lists, as versions of the library have it. */
function numbers(args: readonly unknown[]): Matrix {
  const [first] = args;
  return typeof first === 'number' ? (args as Matrix) : [...(first as Iterable<number>)];
}

function place([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
