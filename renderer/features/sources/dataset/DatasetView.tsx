// A data set as its file shows it: sheets, rows and columns. Enter on a cell captures it as a figure; captured cells are
// marked.
import { IconTable } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract.ts';
import { call, useCall, useRevision, useWorkspace } from '../../../bridge/index.ts';
import { DataGrid, type GridWindow } from '../../../ui/data-grid/index.ts';
import type { ViewProps } from '../../../ui/feature-manifest.ts';
import { EmptyState, ErrorNotice } from '../../../ui/index.ts';
import { CellCapture } from './CellCapture.tsx';
import { type CellSpan, columnNumber, type DatasetRow, datasetColumns, spanOf } from './dataset-columns.tsx';

type Sheets = Output<'sources.layout'>['sheets'];

export function DatasetView({ params }: ViewProps) {
  const { t } = useTranslation('sources');
  const sourceId = typeof params['sourceId'] === 'string' ? params['sourceId'] : undefined;
  const source = useCall('sources.get', { id: sourceId ?? 'none' }, { enabled: sourceId !== undefined });
  const layout = useCall('sources.layout', { id: sourceId ?? 'none' }, { enabled: sourceId !== undefined });
  const { setTitle, openView } = useWorkspace();
  const title = source.data?.id === sourceId ? source.data?.title : undefined;
  useEffect(() => setTitle('dataset', title ?? ''), [setTitle, title]);
  if (sourceId === undefined)
    return <EmptyState icon={IconTable} text={t('dataset.none')} action={{ label: t('title'), run: () => openView('sources') }} />;
  if (layout.isError) return <ErrorNotice message={layout.error.message} />;
  if (layout.data === undefined || layout.isPlaceholderData) return <div className="view" aria-busy />;
  return <SheetGrid key={sourceId} sourceId={sourceId} sheets={layout.data.sheets} first={Number(params['sheet'] ?? 0)} />;
}

function SheetGrid({ sourceId, sheets, first }: { sourceId: string; sheets: Sheets; first: number }) {
  const { t } = useTranslation('sources');
  const revision = useRevision();
  const [index, setIndex] = useState(Math.min(first, sheets.length - 1));
  const [span, setSpan] = useState<CellSpan>();
  const { select, setKeys } = useWorkspace();
  const passages = useCall('passages.ofSource', { sourceId });
  const head = useCall('sources.cells', { id: sourceId, sheet: index, count: 1 });
  const sheet = sheets[index];
  const captured = useMemo(
    () => new Set(passages.data?.passages.filter((one) => one.sheet === sheet?.name && one.claimIds.length > 0).map((one) => one.cells)),
    [passages.data, sheet?.name],
  );
  const columns = useMemo(() => datasetColumns({ head: head.data?.head ?? [], count: sheet?.columns ?? 0, captured }), [head.data, sheet, captured]);
  const load = useCallback(
    async ({ start, count }: GridWindow) => call('sources.cells', { id: sourceId, sheet: index, start, count: Math.min(count, 500) }),
    [sourceId, index],
  );
  useEffect(() => setKeys('dataset', [{ keys: '↵', does: t('keys.capture') }]), [setKeys, t]);
  if (sheet === undefined) return <EmptyState icon={IconTable} text={t('dataset.empty')} />;

  return (
    <div className="view">
      <DataGrid<DatasetRow>
        key={index}
        ariaLabel={sheet.name}
        columns={columns}
        load={load}
        rowId={(row) => String(row.row)}
        revision={`${revision} ${captured.size}`}
        onSelect={() => select({ type: 'source', id: sourceId })}
        onOpen={(row, columnId) => setSpan(spanOf(row, columnNumber(columnId)))}
        countText={(rows) => t('dataset.rows', { count: rows })}
        actions={sheets.length < 2 ? undefined : <SheetTabs sheets={sheets} index={index} onChoose={setIndex} />}
      />
      <CellCapture sourceId={sourceId} sheet={sheet.name} span={span} onClose={() => setSpan(undefined)} />
    </div>
  );
}

function SheetTabs({ sheets, index, onChoose }: { sheets: Sheets; index: number; onChoose(index: number): void }) {
  return (
    <div className="sheet-tabs" role="tablist">
      {sheets.map((sheet, at) => (
        <button key={sheet.start} type="button" role="tab" className="button" aria-selected={at === index} onClick={() => onChoose(at)}>
          {sheet.name}
        </button>
      ))}
    </div>
  );
}
