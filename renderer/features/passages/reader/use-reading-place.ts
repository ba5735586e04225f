// Where in a source one was reading, kept on this computer, so that a source opens there again, also after a crash.
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useSetting } from '../../../bridge/index.ts';

const keepAfterMs = 500;
/** Coming back scrolls too; that is no reading. */
const settleMs = 800;

interface PlacePage {
  reveal(unit: number, isGentle: boolean): void;
  firstInView(): number;
}

export interface ReadingPlace {
  readonly sourceId: string;
  readonly page: RefObject<PlacePage | null>;
  readonly isReady: boolean;
  /** Something else decides where to open: a passage that was asked for, a form left open. */
  readonly isElsewhere: boolean;
}

/** To be called at each scroll of the page. */
export function useReadingPlace({ sourceId, page, isReady, isElsewhere }: ReadingPlace): () => void {
  const { value, set } = useSetting(`place:${sourceId}`);
  const cameBackAt = useRef<number>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (!isReady || value === undefined || cameBackAt.current !== undefined) return;
    cameBackAt.current = Date.now();
    const unit = Number(value ?? 0);
    if (!isElsewhere && unit > 0) page.current?.reveal(unit, false);
  }, [isReady, isElsewhere, value, page]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    if (cameBackAt.current === undefined || Date.now() - cameBackAt.current < settleMs) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => set(String(page.current?.firstInView() ?? 0)), keepAfterMs);
  }, [page, set]);
}
