// Ctrl F in a data set: words are found in the text of its file, all sheets and rows, and the grid goes to the cells that hold them.
import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import { codePointsOf } from '../../../../shared/features/passages/code-points.ts';
import { useCall, useViewKeys } from '../../../bridge/index.ts';
import type { ViewProps } from '../../../ui/feature-manifest.ts';
import { type Find, useFind } from '../../../ui/index.ts';

export interface FindInCells extends Find {
  ask(): void;
  readonly asked: number;
  /** Code points of the hit that is looked at; undefined while nothing is looked for. */
  readonly place: Record<string, number> | undefined;
}

export function useFindInCells(sourceId: string, view: RefObject<HTMLElement | null>, params: ViewProps['params']): FindInCells {
  const [asked, setAsked] = useState(0);
  const [place, setPlace] = useState<Record<string, number>>();
  const words = useCall('sources.text', { id: sourceId }, { enabled: asked > 0 });
  const text = words.data?.id === sourceId ? words.data.text : undefined;
  const points = useMemo(() => codePointsOf(text ?? ''), [text]);
  // Whoever leads to other cells meanwhile is followed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: new parameters are a new place
  useEffect(() => setPlace(undefined), [params]);
  const find = useFind({
    text,
    from: () => 0,
    onFound: ({ start, end }) => setPlace({ start: points.toPoints(start), end: points.toPoints(end) }),
    onLeft: () => view.current?.querySelector<HTMLElement>('.grid-host [tabindex="0"], .grid-host')?.focus({ preventScroll: true }),
  });
  const { open, step, query } = find;
  const ask = useCallback(() => {
    open();
    setAsked((count) => count + 1);
  }, [open]);
  const goOn = (by: 1 | -1) => () => (find.isOpen || query === '' ? step(by) : ask());
  useViewKeys({ 'Ctrl F': ask, F3: goOn(1), 'Shift F3': goOn(-1) });
  return { ...find, ask, asked, place };
}
