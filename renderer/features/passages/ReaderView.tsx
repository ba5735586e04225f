import { useEffect } from 'react';
import { useCall, useSetting, useWorkspace } from '../../bridge/index.ts';
import type { ViewProps } from '../../ui/feature-manifest.ts';
import { Reader } from './reader/Reader.tsx';
import { SourcePicker } from './SourcePicker.tsx';

/** The Reader of the chosen source; without one, of the source read last in this workbook. */
export function ReaderView({ params }: ViewProps) {
  const setParams = useWorkspace((state) => state.setParams);
  const workbook = useCall('workbook.info', {});
  const last = useSetting(`reader.last:${workbook.data?.id ?? 'none'}`);
  const asked = typeof params['sourceId'] === 'string' ? params['sourceId'] : undefined;
  const isChoosing = params['choose'] === 1;
  const { set } = last;
  useEffect(() => {
    if (asked !== undefined && workbook.data !== undefined) set(asked);
  }, [asked, set, workbook.data]);
  const sourceId = isChoosing ? undefined : (asked ?? last.value ?? undefined);
  const known = useCall('sources.get', { id: sourceId ?? 'none' }, { enabled: sourceId !== undefined && asked === undefined });
  if (sourceId === undefined || (asked === undefined && known.isError)) {
    return last.value === undefined && !isChoosing ? (
      <div className="view" aria-busy />
    ) : (
      <SourcePicker onChoose={(id) => setParams('reader', { sourceId: id })} />
    );
  }
  return (
    <div className="view">
      <Reader key={sourceId} sourceId={sourceId} params={params} onChoose={() => setParams('reader', { choose: 1 })} />
    </div>
  );
}
