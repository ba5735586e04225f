import { useEffect } from 'react';
import { numberOf, useCall, useSetting, useViewInstance, useWorkspace } from '../../bridge/index.ts';
import type { ViewProps } from '../../ui/feature-manifest.ts';
import { Reader } from './reader/Reader.tsx';
import { SourcePicker } from './SourcePicker.tsx';

/** The Reader of the chosen source; without one, of the source read last in this workbook; a second Reader asks for one. A data set opens as its cells. */
export function ReaderView({ params }: ViewProps) {
  const instance = useViewInstance();
  const isFirst = numberOf(instance) === 1;
  const { setParams, openView } = useWorkspace();
  const workbook = useCall('workbook.info', {});
  const last = useSetting(`reader.last:${workbook.data?.id ?? 'none'}`);
  const asked = typeof params['sourceId'] === 'string' ? params['sourceId'] : undefined;
  const isChoosing = params['choose'] === 1 || (asked === undefined && !isFirst);
  const sourceId = isChoosing ? undefined : (asked ?? last.value ?? undefined);
  const known = useCall('sources.get', { id: sourceId ?? 'none' }, { enabled: sourceId !== undefined });
  const source = known.data?.id === sourceId && !known.isPlaceholderData ? known.data : undefined;
  const isCells = source?.kind === 'dataset' && asked !== undefined && !isTextAsked(params);
  const { set } = last;
  useEffect(() => {
    if (asked === undefined || workbook.data === undefined || source === undefined) return;
    if (!isCells) return isFirst ? set(asked) : undefined;
    setParams(instance, {});
    openView('dataset', params);
  }, [asked, set, workbook.data, source, isCells, isFirst, instance, params, setParams, openView]);
  if (sourceId === undefined || (asked === undefined && known.isError)) {
    return last.value === undefined && !isChoosing ? (
      <div className="view" aria-busy />
    ) : (
      <SourcePicker isFirst={isFirst && params['choose'] !== 1} onChoose={(id) => setParams(instance, { sourceId: id })} />
    );
  }
  if (isCells || (source === undefined && !known.isError)) return <div className="view" aria-busy />;
  return (
    <div className="view">
      <Reader key={sourceId} sourceId={sourceId} params={params} onChoose={() => setParams(instance, { choose: 1 })} />
    </div>
  );
}

/** The place of a passage in doubt is chosen in the text. */
function isTextAsked({ asText, anchor }: ViewProps['params']): boolean {
  return asText === 1 || anchor !== undefined;
}
