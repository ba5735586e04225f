// Under a grid, while a block of cells or several rows are selected: how many, and what the view can say of them.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RangeBounds } from './cell-range.ts';
import type { SelectionPart } from './grid-types.ts';
import type { RangeAccess } from './range-actions.ts';
import type { ChosenRows } from './use-chosen-rows.ts';
import { itemsFrom } from './use-rows-at-hand.ts';

/** Rows beyond this many are counted and not added up. */
const mostSummed = 20_000;

export interface SelectionBarProps<Row> {
  readonly block: RangeBounds | undefined;
  readonly chosen: ChosenRows<Row>;
  readonly access: RangeAccess<Row>;
  readonly revision: unknown;
  summaryOf?(rows: readonly Row[], columnIds: readonly string[]): readonly SelectionPart[];
}

interface Summary {
  readonly rows: number;
  readonly cells: number;
  readonly parts: readonly SelectionPart[];
}

export function SelectionBar<Row>({ block, chosen, access, revision, summaryOf }: SelectionBarProps<Row>) {
  const { t } = useTranslation('ui');
  const [summary, setSummary] = useState<Summary>();
  const chosenRows = chosen.rows;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands in the cells may change with each revision
  useEffect(() => {
    let isOver = false;
    const tell = (rows: readonly Row[], columns: readonly string[], count = rows.length) => {
      if (!isOver) setSummary({ rows: count, cells: count * columns.length, parts: summaryOf?.(rows, columns) ?? [] });
    };
    if (chosenRows.length > 1) tell(chosenRows, access.order());
    else if (block === undefined) setSummary(undefined);
    else {
      const { top, bottom, columns } = block;
      const count = bottom - top + 1;
      if (count > mostSummed)
        setSummary({ rows: count, cells: count * columns.length, parts: [{ note: t('grid.selection.tooMany', { count: mostSummed }) }] });
      else
        void itemsFrom(access, top, count).then((items) => {
          const rows = items.flatMap((item) => (item.type === 'row' ? [item.row] : []));
          tell(rows, columns);
        });
    }
    return () => {
      isOver = true;
    };
  }, [block, chosenRows, access, summaryOf, revision]);
  if (summary === undefined || summary.rows === 0) return null;
  return (
    <div className="selection-bar" role="status">
      <span>{t('grid.selection.rows', { count: summary.rows })}</span>
      {block === undefined || block.columns.length < 2 ? null : <span>{t('grid.selection.cells', { count: summary.cells })}</span>}
      {summary.parts.map(({ label, value, note }) => (
        <span key={`${label}${note}`}>
          {label === undefined ? null : `${label} `}
          {value === undefined ? null : <b>{value}</b>}
          {note === undefined ? null : <em>{note}</em>}
        </span>
      ))}
    </div>
  );
}
