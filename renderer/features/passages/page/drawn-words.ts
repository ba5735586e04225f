import type { PDFPageProxy } from './page-document.ts';
import type { DrawnWords } from './page-text.ts';

/** The words of a page with their places, in points from its upper left corner. */
export async function readDrawnWords(page: PDFPageProxy): Promise<readonly DrawnWords[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  return items.flatMap((item): DrawnWords[] => {
    if (!('str' in item) || item.str === '') return [];
    const [x = 0, y = 0] = viewport.convertToViewportPoint(Number(item.transform[4]), Number(item.transform[5]));
    return [{ text: item.str, x: Number(x), y: Number(y), width: item.width }];
  });
}
