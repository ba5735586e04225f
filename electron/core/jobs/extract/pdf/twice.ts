// Text drawn twice: bold letters made by a second stroke, and shadows. The copy lies within a fraction of the font size.
import type { PageItem } from './pieces.ts';

const shift = 0.16;

export function withoutCopies(items: readonly PageItem[]): PageItem[] {
  const seen = new Map<string, PageItem[]>();
  return items.filter((item) => {
    if (item.text.trim() === '') return true;
    const others = seen.get(item.text) ?? [];
    seen.set(item.text, others);
    const near = shift * item.size;
    const isCopy = others.some(
      (one) => Math.abs(one.x - item.x) < near && Math.abs(one.y - item.y) < near && Math.abs(one.size - item.size) < 0.2 * item.size,
    );
    if (!isCopy) others.push(item);
    return !isCopy;
  });
}
