// One page as its file draws it, as sharp as the screen shows. The last drawing stays, stretched, until the next is done.
import { useEffect, useRef } from 'react';
import type { PDFPageProxy } from './page-document.ts';

/** Pixels of one drawing; a larger one would not fit into what browsers give a canvas. */
const mostPixels = 16_000_000;

export interface PageCanvasProps {
  readonly page: PDFPageProxy;
  /** Pixels of a point. */
  readonly scale: number;
}

export function PageCanvas({ page, scale }: PageCanvasProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const paper = page.getViewport({ scale });
    const sharpness = Math.min(window.devicePixelRatio, Math.sqrt(mostPixels / Math.max(1, paper.width * paper.height)));
    const viewport = page.getViewport({ scale: scale * sharpness });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(Math.round(paper.width) * sharpness));
    canvas.height = Math.max(1, Math.round(Math.round(paper.height) * sharpness));
    const drawing = page.render({ canvas, viewport });
    // What cannot be drawn stays as far as it was drawn: the text beside it is whole.
    const show = () => host.current?.replaceChildren(canvas);
    drawing.promise.then(show, (error: Error) => error.name === 'RenderingCancelledException' || show());
    return () => drawing.cancel();
  }, [page, scale]);
  return <div className="page-canvas" ref={host} aria-hidden />;
}
