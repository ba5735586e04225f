// A data set as its file shows it: sheets, rows and columns. Enter on cells captures them as figures; captured cells are
// marked.
import { IconCornerDownLeft, IconFileText, IconSearch, IconTable, IconTableImport } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract.ts';
import { blockOfCells, type CellBlock } from '../../../../shared/features/sources/cells.ts';
import { call, errorWords, notify, type Selection, useAddress, useCall, useRevision, useViewInstance, useWorkspace } from '../../../bridge/index.ts';
import { DataGrid, type GridWindow, type RangeBounds } from '../../../ui/data-grid/index.ts';
import type { ViewProps } from '../../../ui/feature-manifest.ts';
import { EmptyState, ErrorNotice, FindBar, Tool } from '../../../ui/index.ts';
import { type Block, blockOf, type DatasetRow } from './block.ts';
import { CellCapture } from './CellCapture.tsx';
import { columnNumber, datasetColumns, mostColumns } from './dataset-columns.tsx';
import { useFindInCells } from './use-find-in-cells.ts';
import { usePassageCells } from './use-passage-cells.ts';

type Sheets = Output<'sources.layout'>['sheets'];

/** Rows and numbers of one block that are captured at once. */
const mostRows = 500;
const mostNumbers = 200;

export function DatasetView({ params }: ViewProps) {
  const { t } = useTranslation('sources');
  const sourceId = typeof params['sourceId'] === 'string' ? params['sourceId'] : undefined;
  const source = useCall('sources.get', { id: sourceId ?? 'none' }, { enabled: sourceId !== undefined });
  const layout = useCall('sources.layout', { id: sourceId ?? 'none' }, { enabled: sourceId !== undefined });
  const { setTitle, openView, visit } = useWorkspace();
  const title = source.data?.id === sourceId ? source.data?.title : undefined;
  const instance = useViewInstance();
  useEffect(() => setTitle(instance, title ?? ''), [setTitle, instance, title]);
  useEffect(() => {
    if (title !== undefined && sourceId !== undefined) visit(instance, params);
  }, [visit, instance, params, sourceId, title]);
  if (sourceId === undefined)
    return <EmptyState icon={IconTable} text={t('dataset.none')} action={{ label: t('title'), run: () => openView('sources') }} />;
  if (layout.isError) return <ErrorNotice message={errorWords(layout.error)} />;
  if (layout.data === undefined || layout.isPlaceholderData) return <div className="view" aria-busy />;
  return <SheetGrid key={sourceId} sourceId={sourceId} sheets={layout.data.sheets} params={params} />;
}

interface SheetGridProps extends ViewProps {
  readonly sourceId: string;
  readonly sheets: Sheets;
}

function SheetGrid({ sourceId, sheets, params }: SheetGridProps) {
  const { t } = useTranslation('sources');
  const address = useAddress();
  const revision = useRevision('sources.cells');
  const view = useRef<HTMLDivElement>(null);
  const find = useFindInCells(sourceId, view, params);
  const opened = usePassageCells(sourceId, sheets, find.place ?? params);
  const [index, setIndex] = useState(0);
  const [cells, setCells] = useState<RangeBounds>();
  const [block, setBlock] = useState<Block>();
  const { select, openView } = useWorkspace();
  const passages = useCall('passages.ofSource', { sourceId });
  const head = useCall('sources.cells', { id: sourceId, sheet: index, count: 1 });
  const sheet = sheets[index];
  useEffect(() => {
    if (opened !== undefined) setIndex(opened.sheet);
  }, [opened]);
  const known = passages.isPlaceholderData ? undefined : passages.data?.passages;
  const claimed = useMemo(() => claimedBlocks(known ?? [], sheet?.name), [known, sheet?.name]);
  const captured = useMemo(() => claimed.map(({ block }) => block), [claimed]);
  const columnCount = sheet?.columns ?? 0;
  const columnsLeftOut = columnCount > mostColumns ? [t('dataset.firstColumns', { shown: mostColumns, total: columnCount })] : [];
  const found = find.isOpen && find.current !== undefined && opened?.sheet === index ? opened.cells : undefined;
  const columns = useMemo(
    () => datasetColumns({ head: head.data?.head ?? [], count: sheet?.columns ?? 0, captured, found }),
    [head.data, sheet, captured, found],
  );
  const load = useCallback(
    async ({ start, count }: GridWindow) => call('sources.cells', { id: sourceId, sheet: index, start, count: Math.min(count, 500) }, { address }),
    [sourceId, index, address],
  );
  if (sheet === undefined) return <EmptyState icon={IconTable} text={t('dataset.empty')} />;

  /** The claim on a cell, the one that is selected before others; else the data set. */
  function lookedAt({ row, column }: { row: number; column: number }): Selection {
    const ids = claimed
      .filter(({ block }) => block.top <= row && row <= block.bottom && block.left <= column && column <= block.right)
      .flatMap(({ claimIds }) => claimIds);
    const { selection } = useWorkspace.getState();
    const id = selection.type === 'claim' && ids.includes(selection.id) ? selection.id : ids[0];
    return id === undefined ? { type: 'source', id: sourceId } : { type: 'claim', id };
  }

  async function capture(bounds: RangeBounds): Promise<void> {
    const columnsHere = bounds.columns.map(columnNumber).filter((column) => column > 0);
    const count = bounds.bottom - bounds.top + 1;
    if (columnsHere.length === 0) return;
    if (count > mostRows) return notify({ tone: 'info', topic: 'capture', text: t('dataset.tooMany', { count: mostRows }) });
    const { rows } = await call('sources.cells', { id: sourceId, sheet: index, start: bounds.top, count }, { address });
    const chosen = blockOf(rows, { left: Math.min(...columnsHere), right: Math.max(...columnsHere) });
    if ((chosen?.numbers.length ?? 0) > mostNumbers)
      return notify({ tone: 'info', topic: 'capture', text: t('dataset.tooManyNumbers', { count: mostNumbers }) });
    setBlock(chosen);
  }

  return (
    <div className="view" ref={view}>
      <FindBar find={find} asked={find.asked} label={t('dataset.find')} />
      <DataGrid<DatasetRow>
        key={index}
        ariaLabel={sheet.name}
        columns={columns}
        load={load}
        errorWords={errorWords}
        rowId={(row) => String(row.row)}
        revision={`${revision} ${captured.length} ${found === undefined ? '' : `${found.top} ${found.left}`}`}
        shownBlock={opened?.sheet === index ? opened.block : undefined}
        keepsFocus={find.isOpen}
        onBlock={setCells}
        onSelect={(row, id) => known !== undefined && select(lookedAt({ row: row.row, column: columnNumber(id) }))}
        onOpen={(row, id) => setBlock(blockOf([row], { left: columnNumber(id), right: columnNumber(id) }))}
        onOpenBlock={(bounds) => void capture(bounds)}
        countText={(rows) => [t('dataset.rows', { count: rows }), ...columnsLeftOut].join(' · ')}
        actions={
          <>
            {sheets.length < 2 ? null : <SheetTabs sheets={sheets} index={index} onChoose={setIndex} />}
            {cells === undefined ? null : (
              <Tool icon={IconCornerDownLeft} label={t('dataset.captureCells')} isPrimary onRun={() => void capture(cells)} />
            )}
          </>
        }
        trailing={
          <>
            <Tool icon={IconTableImport} label={t('dataset.bringIn')} onRun={() => openView('table', { sourceId })} />
            <Tool icon={IconSearch} label={t('dataset.find')} keys="Ctrl F" iconOnly onRun={find.ask} />
            <Tool icon={IconFileText} label={t('dataset.text')} iconOnly onRun={() => openView('reader', { sourceId, asText: 1 })} />
          </>
        }
      />
      <CellCapture sourceId={sourceId} sheet={sheet.name} block={block} onClose={() => setBlock(undefined)} />
    </div>
  );
}

/** Cells that claims rest on, the smallest blocks first. */
function claimedBlocks(passages: Output<'passages.ofSource'>['passages'], sheet: string | undefined) {
  const sizeOf = ({ top, left, bottom, right }: CellBlock) => (bottom - top + 1) * (right - left + 1);
  return passages
    .filter((one) => one.sheet === sheet && one.claimIds.length > 0)
    .flatMap(({ cells, claimIds }) => {
      const block = blockOfCells(cells ?? '');
      return block === undefined ? [] : [{ block, claimIds }];
    })
    .toSorted((a, b) => sizeOf(a.block) - sizeOf(b.block));
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
