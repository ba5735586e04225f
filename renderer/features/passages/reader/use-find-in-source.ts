// Ctrl F in the Reader: words are found in the whole text, of which the page draws only a part.
import { type RefObject, useCallback, useState } from 'react';
import { useViewKeys } from '../../../bridge/index.ts';
import { type Find, useFind } from '../../../ui/index.ts';
import type { ReaderPageHandle } from './ReaderPage.tsx';
import type { ReaderText } from './reader-document.ts';

/** Selected words that are longer are not what somebody looks for. */
const longestWords = 120;

export interface FindInSource extends Find {
  /** Opens the bar, with the words that are selected. */
  ask(): void;
  readonly asked: number;
}

export function useFindInSource(text: ReaderText | undefined, page: RefObject<ReaderPageHandle | null>): FindInSource {
  const [asked, setAsked] = useState(0);
  const find = useFind({
    text: text?.text,
    from: () => page.current?.selection()?.start ?? page.current?.firstInView() ?? 0,
    onFound: ({ start }) => page.current?.reveal(start, true),
    onLeft: (hit, before) => {
      // From the text on, what was found can be captured or marked at once.
      if (hit !== undefined && (before === undefined || before.getAttribute('role') === 'document')) page.current?.select(hit.start, hit.end);
      else if (before?.isConnected === true) before.focus({ preventScroll: true });
      else page.current?.focus();
    },
  });
  const { open, query, step } = find;
  const ask = useCallback(() => {
    const span = page.current?.selection();
    const words = span === undefined ? undefined : text?.text.slice(span.start, span.end);
    open(words === undefined || words.length > longestWords || words.includes('\n') ? undefined : words);
    setAsked((count) => count + 1);
  }, [open, page, text]);
  const goOn = (by: 1 | -1) => () => (find.isOpen || query === '' ? step(by) : ask());
  useViewKeys({ 'Ctrl F': ask, F3: goOn(1), 'Shift F3': goOn(-1) });
  return { ...find, ask, asked };
}
