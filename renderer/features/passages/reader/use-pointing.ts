// Words that were pointed at, in the text or on the page: what stands there is used, and the claim on it selected.
import { type RefObject, useCallback } from 'react';
import { useWorkspace } from '../../../bridge/index.ts';
import { wordAt } from './caret.ts';
import type { Mention } from './mentions.ts';
import type { ReaderPageHandle } from './ReaderPage.tsx';
import type { ReaderMarks, ReaderText } from './reader-document.ts';

export interface PointingOptions {
  readonly text: ReaderText | undefined;
  readonly marks: ReaderMarks | undefined;
  readonly page: RefObject<ReaderPageHandle | null>;
  setCurrent(mention: Mention | undefined): void;
}

/** To be called with the place, in UTF-16 units. */
export function usePointing({ text, marks, page, setCurrent }: PointingOptions): (unit: number) => void {
  const select = useWorkspace((state) => state.select);
  return useCallback(
    (unit) => {
      const seen = [...(marks?.mentions.values() ?? [])].find((one) => one.start <= unit && one.end > unit);
      const claimed = marks?.passages.find((one) => one.start <= unit && one.end > unit && one.passage.claimIds.length > 0);
      setCurrent(seen);
      if (claimed?.passage.claimIds[0] !== undefined) select({ type: 'claim', id: claimed.passage.claimIds[0] });
      const { start, end } = seen ?? claimed ?? { start: unit, end: unit };
      page.current?.mark(...(text === undefined || end > start ? ([start, end] as const) : wordAt(text.text, unit)));
    },
    [marks, select, text, setCurrent, page],
  );
}
