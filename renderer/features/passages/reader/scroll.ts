// Bringing words of the text into view, clear of the form at the foot.
import { pointOfUnit } from './dom-position.ts';

/** Share of the height at which the words come to stand. */
const restAt = 0.3;

export interface ViewPort {
  readonly scroller: HTMLElement;
  readonly words: HTMLElement;
  /** Height at the foot that is covered. */
  readonly covered: number;
}

/** Pixels at the foot of the scroller that lie under another element. */
export function coveredBy(scroller: HTMLElement, element: Element | null | undefined): number {
  return element == null ? 0 : Math.max(0, scroller.getBoundingClientRect().bottom - element.getBoundingClientRect().top);
}

function rectOfUnit(words: HTMLElement, unit: number): DOMRect | undefined {
  const point = pointOfUnit(words, unit);
  if (point === undefined) return undefined;
  const range = document.createRange();
  range.setStart(point.node, point.offset);
  range.setEnd(point.node, Math.min(point.offset + 1, point.node.nodeValue?.length ?? 0));
  return range.getClientRects()[0] ?? range.getBoundingClientRect();
}

/** Scrolls to a position unless it is in view and `isGentle`. The chunk must be mounted. */
export function revealUnit({ scroller, words, covered }: ViewPort, unit: number, isGentle: boolean): void {
  const rect = rectOfUnit(words, unit);
  if (rect === undefined) return;
  const box = scroller.getBoundingClientRect();
  const height = Math.max(box.height - covered, box.height / 4);
  const margin = Math.min(32, height / 4);
  const isInView = rect.top >= box.top + margin && rect.bottom <= box.top + height - margin;
  if (isGentle && isInView) return;
  scroller.scrollTop += rect.top - box.top - height * restAt;
}

/** Position of the first words in view. */
export function firstUnitInView(scroller: HTMLElement, words: HTMLElement): number {
  const top = scroller.getBoundingClientRect().top;
  for (const paragraph of words.querySelectorAll<HTMLElement>('.reader-paragraph')) {
    if (paragraph.getBoundingClientRect().bottom < top) continue;
    for (const run of paragraph.querySelectorAll<HTMLElement>('[data-at]')) {
      if (run.getBoundingClientRect().bottom > top) return Number(run.dataset['at']);
    }
  }
  return 0;
}
