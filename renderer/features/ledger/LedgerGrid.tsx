// biome-ignore-all lint/a11y/useSemanticElements: only the part in view is in the document, so rows and cells are placed, not tabled
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
// The matrix: an ARIA grid of which only the part in view is in the document.
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../../shared/period/index.ts';
import { useMenuCommands, useWorkspace } from '../../bridge/index.ts';
import { runCommand } from '../../ui/commands.ts';
import { isMenuKey, type MenuRequest, menuHandlers, openMenu, placeUnder } from '../../ui/index.ts';
import { type CellPlace, placeOfObservation, seriesRow, stepCell } from './cell-step.ts';
import { cellText } from './cell-text.ts';
import { type ColumnPlaces, columnsInView, fullestStart, placeColumns, rowsInView } from './geometry.ts';
import type { CellMode } from './LedgerCell.tsx';
import { LedgerRowView } from './LedgerRowView.tsx';
import { columnMenu, type LedgerMenuOptions, observationMenu, rowMenu } from './ledger-menu.ts';
import { type LedgerMatrix, nowColumn, type PeriodColumn } from './matrix.ts';
import { useScrollWindow } from './use-scroll-window.ts';

const rowHeight = 24;

export interface LedgerGridProps {
  readonly matrix: LedgerMatrix;
  readonly mode: CellMode;
  readonly headWidth: number;
  /** Observation to go to; each request is a new object. */
  readonly wanted: { readonly observationId: string } | undefined;
}

export function LedgerGrid({ matrix, mode, headWidth, wanted }: LedgerGridProps) {
  const { t, i18n } = useTranslation('ledger');
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { selection, select } = useWorkspace();
  const shown = useScrollWindow(scroller);
  const [place, setPlace] = useState<CellPlace>();
  const locale = i18n.language;
  const titleOf = useCallback(
    (column: PeriodColumn) => (column.period === undefined ? t('undated') : formatPeriod(column.period, locale)),
    [locale, t],
  );
  const places = useMemo(
    () => placeColumns(matrix, (row, column) => cellText(row.cells.get(column.key)!, row.power, locale), titleOf),
    [matrix, locale, titleOf],
  );
  const now = useMemo(() => nowColumn(matrix.columns, new Date().toISOString().slice(0, 10)), [matrix]);
  const rows = rowsInView(shown.top, shown.top + shown.height, rowHeight, matrix.rows.length);
  const columns = columnsInView(places, shown.left, shown.left + shown.width - headWidth);
  const selected = selection.type === 'observation' ? selection.id : undefined;
  const active = place ?? { row: seriesRow(matrix, 0, 1) ?? 0, column: 0 };

  const reveal = useCallback(
    ({ row, column }: CellPlace, isCentred = false) => {
      const host = scroller.current;
      if (host === null) return;
      const left = places.edges[column] ?? 0;
      const right = places.edges[column + 1] ?? left;
      const roomX = host.clientWidth - headWidth;
      const top = row * rowHeight;
      const roomY = host.clientHeight - rowHeight - 4;
      if (left < host.scrollLeft) host.scrollLeft = left;
      else if (right > host.scrollLeft + roomX) host.scrollLeft = isCentred ? left - roomX / 2 : right - roomX;
      if (top < host.scrollTop) host.scrollTop = isCentred ? top - roomY / 2 : Math.max(0, top - rowHeight);
      else if (top + rowHeight > host.scrollTop + roomY) host.scrollTop = isCentred ? top - roomY / 2 : top + rowHeight - roomY;
    },
    [places, headWidth],
  );
  const go = useCallback(
    (next: CellPlace) => {
      setPlace(next);
      reveal(next);
      const observation = observationAt(matrix, next);
      if (observation !== undefined) select({ type: 'observation', id: observation.id });
    },
    [matrix, reveal, select],
  );

  useEffect(() => {
    const found = wanted === undefined ? undefined : placeOfObservation(matrix, ({ id }) => id === wanted.observationId);
    if (found === undefined || wanted === undefined) return;
    setPlace(found);
    reveal(found, true);
    select({ type: 'observation', id: wanted.observationId });
    scroller.current?.focus({ preventScroll: true });
  }, [wanted, matrix, reveal, select]);
  useFirstPlace(scroller, { matrix, places, headWidth, reveal });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const observation = observationAt(matrix, active);
      if (observation === undefined) return;
      useWorkspace.getState().setEvidenceOpen(true);
      select({ type: 'observation', id: observation.id });
      requestAnimationFrame(() => runCommand('evidence.focus'));
      return;
    }
    const next =
      place === undefined && event.key.startsWith('Arrow')
        ? active
        : stepCell(matrix, active, event, Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2));
    if (next === undefined) return;
    event.preventDefault();
    go(next);
  };
  const onClick = (event: MouseEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
    const row = cell?.closest<HTMLElement>('[role="row"]')?.ariaRowIndex;
    if (cell != null && row != null) go({ row: Number(row) - 2, column: Number(cell.dataset['column']) });
  };

  const { onContextMenu } = menuHandlers((target) => {
    const cell = target.closest<HTMLElement>('[data-column], .ledger-title');
    const row = matrix.rows[Number(target.closest<HTMLElement>('[role="row"]')?.ariaRowIndex ?? Number.NaN) - 2];
    const options = { matrix, t, locale, titleOf };
    if (cell === null) return row?.type === 'series' ? rowMenu(row, options) : undefined;
    const column = matrix.columns[Number(cell.dataset['column'] ?? Number(cell.ariaColIndex) - 3)];
    if (column === undefined) return undefined;
    if (row === undefined) return columnMenu(column, options);
    go({ row: matrix.rows.indexOf(row), column: matrix.columns.indexOf(column) });
    return row.type === 'series' ? observationMenu(row, column, options) : undefined;
  });
  const onMenuKey = (event: KeyboardEvent) => {
    const cell = document.getElementById(`${gridId}-${active.row}-${active.column}`);
    const request = isMenuKey(event) ? menuOfPlace(active, { matrix, t, locale, titleOf }) : undefined;
    if (request === undefined) return;
    event.preventDefault();
    openMenu(request, placeUnder(cell ?? event.currentTarget));
  };

  useMenuCommands(place === undefined ? undefined : menuOfPlace(place, { matrix, t, locale, titleOf }));

  const width = headWidth + (places.edges.at(-1) ?? 0);
  return (
    <div
      className="ledger-grid"
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('grid')}
      aria-rowcount={matrix.rows.length + 1}
      aria-colcount={matrix.columns.length + 2}
      aria-activedescendant={place === undefined ? undefined : `${gridId}-${place.row}-${place.column}`}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onContextMenu={onContextMenu}
      onKeyDownCapture={onMenuKey}
    >
      <div className="ledger-titles" role="row" aria-rowindex={1} style={{ width }}>
        <div className="ledger-head" style={{ width: headWidth }}>
          <div role="columnheader" className="ledger-subject">
            {t('series')}
          </div>
          <div role="columnheader" className="ledger-unit">
            {t('unit')}
          </div>
        </div>
        {matrix.columns.slice(columns.first, columns.last).map((column, offset) => {
          const at = columns.first + offset;
          const left = headWidth + (places.edges[at] ?? 0);
          return (
            <div
              key={column.key}
              role="columnheader"
              className="ledger-title"
              aria-colindex={at + 3}
              data-now={at === now ? '' : undefined}
              title={titleOf(column)}
              style={{ left, width: (places.edges[at + 1] ?? 0) - (places.edges[at] ?? 0) }}
            >
              <span className="cut">{titleOf(column)}</span>
            </div>
          );
        })}
      </div>
      <div className="ledger-rows" role="rowgroup" style={{ width, height: `calc(var(--grid-row) * ${matrix.rows.length})` }}>
        {matrix.rows.slice(rows.first, rows.last).map((row, offset) => (
          <LedgerRowView
            key={row.id}
            gridId={gridId}
            row={row}
            index={rows.first + offset}
            columns={matrix.columns}
            places={places}
            firstColumn={columns.first}
            lastColumn={columns.last}
            headWidth={headWidth}
            mode={mode}
            now={now}
            active={place?.row === rows.first + offset ? place.column : -1}
            selected={selected}
          />
        ))}
      </div>
    </div>
  );
}

function menuOfPlace({ row, column }: CellPlace, options: LedgerMenuOptions): MenuRequest | undefined {
  const series = options.matrix.rows[row];
  const period = options.matrix.columns[column];
  return series?.type !== 'series' || period === undefined ? undefined : (observationMenu(series, period, options) ?? rowMenu(series, options));
}

function observationAt(matrix: LedgerMatrix, { row, column }: CellPlace) {
  const series = matrix.rows[row];
  const key = matrix.columns[column]?.key;
  return series?.type === 'series' && key !== undefined ? series.cells.get(key) : undefined;
}

interface Opening {
  readonly matrix: LedgerMatrix;
  readonly places: ColumnPlaces;
  readonly headWidth: number;
  reveal(place: CellPlace, isCentred: boolean): void;
}

/** Opens at what is selected, else where most can be read: beside the present there is often little but plans. */
function useFirstPlace(scroller: { readonly current: HTMLElement | null }, { matrix, places, headWidth, reveal }: Opening): void {
  const done = useRef(false);
  useEffect(() => {
    const host = scroller.current;
    if (host === null || done.current || matrix.columns.length === 0 || host.clientWidth === 0) return;
    done.current = true;
    const first = { room: host.clientWidth - headWidth, rows: Math.floor(host.clientHeight / rowHeight) - 1 };
    host.scrollLeft = places.edges[fullestStart(matrix, places, first)] ?? 0;
    const { selection } = useWorkspace.getState();
    const selected =
      selection.type === 'none' ? undefined : placeOfObservation(matrix, ({ id, claims }) => id === selection.id || claims.includes(selection.id));
    if (selected !== undefined) reveal(selected, true);
  }, [scroller, matrix, places, headWidth, reveal]);
}
