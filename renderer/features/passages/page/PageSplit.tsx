// The text and its pages: side by side where there is room, else the pages below, with an edge between them that can be moved.
import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clampShare, usePageShare } from './page-pane.ts';

/** Pixels; below them text and page would both be too narrow to read. */
const besideFrom = 680;
const keyStep = 0.05;

export interface PageSplitProps {
  /** The pages; undefined shows the text alone. */
  readonly page: ReactNode | undefined;
  onScroll(): void;
  readonly children: ReactNode;
}

export function PageSplit({ page, onScroll, children }: PageSplitProps) {
  const body = useRef<HTMLDivElement>(null);
  const isBeside = useIsWide(body);
  const { share: kept, set } = usePageShare();
  const [dragged, setDragged] = useState<number>();
  const share = dragged ?? kept;
  const split = page === undefined ? undefined : isBeside ? 'beside' : 'below';
  return (
    <div className="reader-body" ref={body} data-split={split} style={{ '--page-share': share } as CSSProperties}>
      <div className="reader-side" onScrollCapture={onScroll}>
        {children}
      </div>
      {page === undefined ? null : (
        <>
          <Edge
            body={body}
            isBeside={isBeside}
            share={share}
            onDrag={setDragged}
            onRest={(rest) => {
              set(rest);
              setDragged(undefined);
            }}
          />
          {page}
        </>
      )}
    </div>
  );
}

interface EdgeProps {
  readonly body: { readonly current: HTMLElement | null };
  readonly isBeside: boolean;
  readonly share: number;
  onDrag(share: number): void;
  onRest(share: number): void;
}

function Edge({ body, isBeside, share, onDrag, onRest }: EdgeProps) {
  const { t } = useTranslation('passages');
  const shareAt = ({ clientX, clientY }: PointerEvent): number => {
    const box = body.current?.getBoundingClientRect();
    if (box === undefined) return share;
    return clampShare(isBeside ? (box.right - clientX) / box.width : (box.bottom - clientY) / box.height);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: keyStep, ArrowUp: keyStep, ArrowRight: -keyStep, ArrowDown: -keyStep }[event.key];
    if (step === undefined) return;
    onRest(clampShare(share + step));
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that can be moved is no <hr>
    <div
      className="page-edge"
      role="separator"
      tabIndex={0}
      aria-label={t('page.edge')}
      aria-orientation={isBeside ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(100 * share)}
      aria-valuemin={20}
      aria-valuemax={80}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && onDrag(shareAt(event))}
      onPointerUp={(event) => onRest(shareAt(event))}
    />
  );
}

function useIsWide(body: { readonly current: HTMLElement | null }): boolean {
  const [isWide, setWide] = useState(true);
  useLayoutEffect(() => {
    const element = body.current;
    if (element === null) return;
    const look = () => setWide(element.clientWidth >= besideFrom);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    look();
    return () => observer.disconnect();
  }, [body]);
  return isWide;
}
