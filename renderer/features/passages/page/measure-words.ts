// Widths of words in a typeface that stands in for those of a page: only the shares of one line are used.
let context: CanvasRenderingContext2D | null | undefined;

/** In pixels of a common size. */
export function measureWords(words: string): number {
  if (context === undefined) {
    context = document.createElement('canvas').getContext('2d');
    if (context !== null) context.font = '16px sans-serif';
  }
  return context?.measureText(words).width ?? words.length;
}
