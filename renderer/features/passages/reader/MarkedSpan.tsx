import { useLayoutEffect, useState } from 'react';
import { pointOfUnit } from './dom-position.ts';

export interface MarkedSpanProps {
  readonly page: { readonly current: HTMLElement | null };
  readonly words: { readonly current: HTMLElement | null };
  readonly span: { readonly start: number; readonly end: number };
  /** What changes the layout of the words. */
  readonly drawn: readonly unknown[];
}

interface LineBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One box a line: the rectangles of a range come once for each text and again for each element around one. */
function lineBoxes(rects: readonly DOMRect[], origin: DOMRect): readonly LineBox[] {
  const lines: DOMRect[] = [];
  for (const rect of rects) {
    const at = lines.findIndex((line) => Math.abs(line.bottom - rect.bottom) < rect.height / 2);
    const line = lines[at];
    if (line === undefined) lines.push(rect);
    else {
      const left = Math.min(line.left, rect.left);
      lines[at] = new DOMRect(left, line.top, Math.max(line.right, rect.right) - left, line.height);
    }
  }
  return lines.map((line) => ({ left: line.left - origin.left, top: line.top - origin.top, width: line.width, height: line.height }));
}

/** A frame around words that the Reader was opened at, also where no claim marks them. */
export function MarkedSpan({ page, words, span, drawn }: MarkedSpanProps) {
  const [boxes, setBoxes] = useState<readonly LineBox[]>([]);
  useLayoutEffect(() => {
    const place = () => {
      const from = words.current === null ? undefined : pointOfUnit(words.current, span.start);
      const to = words.current === null ? undefined : pointOfUnit(words.current, span.end);
      if (page.current === null || from === undefined || to === undefined || span.end <= span.start) return setBoxes([]);
      const range = document.createRange();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      setBoxes(lineBoxes([...range.getClientRects()], page.current.getBoundingClientRect()));
    };
    place();
    if (page.current === null) return;
    const observer = new ResizeObserver(place);
    observer.observe(page.current);
    return () => observer.disconnect();
  }, [page, words, span, ...drawn]);
  return boxes.map((box) => <div key={`${box.left} ${box.top}`} className="reader-marked" style={box} aria-hidden />);
}
