// The mention that is looked at, and the steps from it: the core knows which comes next in a text that is not all read here.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { call, errorWords, notify } from '../../../bridge/index.ts';
import { type Mention, mentionOf } from './mentions.ts';
import type { ReaderPageHandle } from './ReaderPage.tsx';
import type { ReaderMarks, ReaderText } from './reader-document.ts';

export type Step = 'next' | 'previous';

interface StepFrom {
  /** UTF-16 units. */
  readonly from: number;
  readonly isOn: boolean;
}

export interface CurrentMention {
  /** As it is now, where its part of the text was read. */
  readonly mention: Mention | undefined;
  /** Set, or being stepped to. */
  has(): boolean;
  /** The mention once the steps under way are done. */
  settled(): Promise<Mention | undefined>;
  set(mention: Mention | undefined): void;
  /** From the current mention, or from what is being read where that is out of sight; or from a place. */
  step(direction: Step, onlyOpen?: boolean, place?: StepFrom): void;
}

export interface CurrentMentionOptions {
  readonly sourceId: string;
  readonly text: ReaderText | undefined;
  readonly marks: ReaderMarks | undefined;
  readonly page: RefObject<ReaderPageHandle | null>;
}

export function useCurrentMention({ sourceId, text, marks, page }: CurrentMentionOptions): CurrentMention {
  const [shown, setShown] = useState<Mention>();
  const mention = shown === undefined ? undefined : (marks?.mentions.get(shown.index) ?? shown);
  const latest = useRef(mention);
  const underWay = useRef<Promise<Mention | undefined>>(undefined);
  useEffect(() => {
    if (underWay.current === undefined) latest.current = mention;
  });

  const set = useCallback((next: Mention | undefined) => {
    latest.current = next;
    setShown(next);
  }, []);

  const ask = useCallback(
    async (direction: Step, onlyOpen: boolean, { from, isOn }: StepFrom) => {
      if (text === undefined) return undefined;
      const answer = await call('passages.step', { sourceId, from: text.index.toCodePoints(from), isOn, direction, onlyOpen });
      return answer.mention === null ? undefined : mentionOf(answer.mention, answer.index, text.index);
    },
    [sourceId, text],
  );

  const step = useCallback(
    (direction: Step, onlyOpen = true, place?: StepFrom) => {
      const before = underWay.current;
      const isSeen = before !== undefined || page.current?.isCurrentInView() === true;
      const reading = page.current?.firstInView() ?? 0;
      const stepped = (before ?? Promise.resolve(isSeen ? latest.current : undefined))
        .then((from) => ask(direction, onlyOpen, place ?? { from: from?.start ?? reading, isOn: from !== undefined }))
        .catch((error: Error) => {
          notify({ tone: 'error', text: errorWords(error) });
          return latest.current;
        })
        .then((next) => {
          set(next);
          if (next !== undefined) page.current?.reveal(next.start, true);
          if (underWay.current === stepped) underWay.current = undefined;
          return next;
        });
      underWay.current = stepped;
    },
    [ask, page, set],
  );

  return {
    mention,
    has: useCallback(() => underWay.current !== undefined || latest.current !== undefined, []),
    settled: useCallback(() => underWay.current ?? Promise.resolve(latest.current), []),
    set,
    step,
  };
}
