import { useWorkspace, viewOf } from '../../bridge/index.ts';

/** With the source that is chosen elsewhere; from within a Reader the second one asks what to read. */
export function openSecondReader(): void {
  const { selection, focusedView, openAnother } = useWorkspace.getState();
  const isReading = focusedView !== undefined && viewOf(focusedView) === 'reader';
  openAnother('reader', !isReading && selection.type === 'source' ? { sourceId: selection.id } : { choose: 1 });
}
