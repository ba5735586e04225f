// biome-ignore-all lint/a11y/useSemanticElements: only the part in view is in the document, so rows and cells are placed, not tabled
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { measureWords } from '../../../shared/code-words.ts';
import { cellText, unitText } from './cell-text.ts';
import type { ColumnPlaces, Range } from './geometry.ts';
import { type CellMode, LedgerCell } from './LedgerCell.tsx';
import type { GroupRow, PeriodColumn, SeriesRow } from './matrix.ts';

export interface LedgerRowViewProps {
  readonly gridId: string;
  readonly row: GroupRow | SeriesRow;
  readonly index: number;
  readonly columns: readonly PeriodColumn[];
  readonly places: ColumnPlaces;
  readonly firstColumn: Range['first'];
  readonly lastColumn: Range['last'];
  readonly headWidth: number;
  readonly mode: CellMode;
  readonly now: number;
  /** Column of the active cell if it is in this row, else -1. */
  readonly active: number;
  readonly selected: string | undefined;
}

export const LedgerRowView = memo(function LedgerRowView({
  gridId,
  row,
  index,
  columns,
  places,
  firstColumn,
  lastColumn,
  headWidth,
  mode,
  now,
  active,
  selected,
}: LedgerRowViewProps) {
  const { t, i18n } = useTranslation('ledger');
  const style = { top: `calc(var(--grid-row) * ${index})` };
  if (row.type === 'group') {
    return (
      <div className="ledger-row ledger-group" role="row" aria-rowindex={index + 2} style={style}>
        <div role="rowheader" className="ledger-group-name">
          <b>{measureWords(row.measure)}</b>
        </div>
      </div>
    );
  }
  const shown = columns.slice(firstColumn, lastColumn);
  // A level and its change in per cent or in units share the unit: the change says so.
  const isChange = row.change === 'percent' || row.change === 'absolute';
  const unit = [unitText(row.unit, row.power, i18n.language), isChange ? t('change') : ''].filter(Boolean).join(' ');
  return (
    <div className="ledger-row" role="row" aria-rowindex={index + 2} style={style}>
      <div className="ledger-head" style={{ width: headWidth }}>
        <div role="rowheader" className="ledger-subject" title={[row.subject, ...row.detail].join(' · ')}>
          <b className="cut">{row.subject}</b>
          {row.detail.length === 0 ? null : <span className="cut">{row.detail.join(' · ')}</span>}
        </div>
        <div role="gridcell" className="ledger-unit cut" aria-colindex={2} title={unit}>
          {unit}
        </div>
      </div>
      {shown.map((column, offset) => {
        const at = firstColumn + offset;
        const observation = row.cells.get(column.key);
        return (
          <LedgerCell
            key={column.key}
            id={`${gridId}-${index}-${at}`}
            observation={observation}
            text={observation === undefined ? undefined : cellText(observation, row.power, i18n.language)}
            mode={mode}
            column={at}
            left={headWidth + (places.edges[at] ?? 0)}
            width={(places.edges[at + 1] ?? 0) - (places.edges[at] ?? 0)}
            isSelected={observation !== undefined && observation.id === selected}
            isActive={at === active}
            isNow={at === now}
          />
        );
      })}
    </div>
  );
});
