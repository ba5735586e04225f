// Where the pages of a document stand one below the other, so that only those in view are drawn. Sizes of the paper are
// points of 1/72 inch, places on the screen are pixels.

export interface Paper {
  readonly number: number;
  readonly width: number;
  readonly height: number;
}

export interface Sheet extends Paper {
  /** Pixels from the top of the first sheet. */
  readonly top: number;
}

/** Between sheets, and around them all. */
export const gapPx = 12;
/** Pixels of a point at 100 %. */
export const fullScale = 96 / 72;
export const smallestScale = 0.25 * fullScale;
export const largestScale = 5 * fullScale;
const unread: Omit<Paper, 'number'> = { width: 595, height: 842 };

/** One paper a page, in the order of the file. A page whose size is unknown counts as A4. */
export function papersOf(pages: readonly Paper[]): readonly Paper[] {
  const byNumber = new Map<number, Paper>();
  for (const { number, width, height } of pages) {
    if (!byNumber.has(number)) byNumber.set(number, { number, ...(width > 0 && height > 0 ? { width, height } : unread) });
  }
  return [...byNumber.values()].toSorted((a, b) => a.number - b.number);
}

export function sheetsOf(papers: readonly Paper[], scale: number): readonly Sheet[] {
  let top = gapPx;
  return papers.map((paper) => {
    const sheet = { ...paper, top };
    top += Math.round(paper.height * scale) + gapPx;
    return sheet;
  });
}

/** Pixels that the sheets take from top to bottom. */
export function heightOf(sheets: readonly Sheet[], scale: number): number {
  const last = sheets.at(-1);
  return last === undefined ? 0 : last.top + last.height * scale + gapPx;
}

/** Widest page in the given width. */
export function fittingScale(papers: readonly Paper[], widthPx: number): number {
  const widest = papers.reduce((most, { width }) => Math.max(most, width), 1);
  return clampScale((widthPx - 2 * gapPx) / widest);
}

export function clampScale(scale: number): number {
  return Math.max(smallestScale, Math.min(largestScale, scale));
}

/** The sheets that touch the window from `from` to `to`. */
export function sheetsWithin(sheets: readonly Sheet[], scale: number, { from, to }: { from: number; to: number }): readonly Sheet[] {
  return sheets.filter((sheet) => sheet.top < to && sheet.top + sheet.height * scale > from);
}

/** The page that takes the middle of the window. */
export function pageInMiddle(sheets: readonly Sheet[], { from, to }: { from: number; to: number }): number {
  const middle = (from + to) / 2;
  return (sheets.findLast((sheet) => sheet.top <= middle) ?? sheets[0])?.number ?? 1;
}
