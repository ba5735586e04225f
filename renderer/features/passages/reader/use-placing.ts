// The Reader was opened to choose the place of a passage in doubt: the next selection that is captured becomes its place.
import { useMemo } from 'react';
import type { Passage } from '../../../../shared/features/passages/model.ts';
import { useCall, useCommand, useViewInstance, useWorkspace } from '../../../bridge/index.ts';

export interface Placing {
  /** The passage that looks for a place; undefined when the Reader only reads. */
  readonly passage: Passage | undefined;
  /** Span in code points. */
  place(span: { readonly start: number; readonly end: number }): Promise<void>;
  giveUp(): void;
}

export function usePlacing(sourceId: string, params: Record<string, string | number>): Placing {
  const instance = useViewInstance();
  const id = params['anchor'];
  const passages = useCall('passages.ofSource', { sourceId }, { enabled: typeof id === 'string' });
  const passage = typeof id === 'string' ? passages.data?.passages.find((one) => one.id === id) : undefined;
  const { run } = useCommand('passages.settle');
  return useMemo(() => {
    const back = () => {
      const { openView, setParams } = useWorkspace.getState();
      setParams(instance, { sourceId });
      openView('anchors');
    };
    return {
      passage,
      giveUp: back,
      place: (span) => (passage === undefined ? Promise.resolve() : run({ id: passage.id, decision: 'place', ...span }).then(back, () => undefined)),
    };
  }, [passage, run, sourceId, instance]);
}
