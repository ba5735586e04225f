import { useEffect } from 'react';
import type { TimeView } from '../../../shared/features/timeline/time-scale.ts';
import { useTimeAxis, useViewInstance, useWorkspace } from '../../bridge/index.ts';

export interface SharedBoard {
  /** What holds the days. */
  readonly axis: { readonly current: HTMLElement | null };
  readonly width: number;
  readonly view: TimeView;
  setView(change: (view: TimeView) => TimeView): void;
}

/** Says what time is drawn and where, for the charts above, while the board is in sight. */
export function useShareAxis({ axis, width, view, setView }: SharedBoard): void {
  const instance = useViewInstance();
  const isInSight = useWorkspace((state) => state.inSight.includes(instance));
  useEffect(() => {
    const box = axis.current?.getBoundingClientRect();
    if (!isInSight || box === undefined || width === 0) return;
    const shared = { span: view, left: box.left, right: box.right, change: setView };
    useTimeAxis.setState({ axis: shared });
    return () => useTimeAxis.setState((now) => (now.axis === shared ? { axis: undefined } : now));
  }, [axis, width, view, setView, isInSight]);
}
