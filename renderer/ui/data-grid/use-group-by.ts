// Groups by any column: the view's own grouping gives way to the one that the user chose.
import { useMemo, useState } from 'react';
import type { DataGridProps } from './grid-props.ts';
import type { GridGrouping } from './grid-types.ts';

export interface GroupBy<Row> {
  readonly props: DataGridProps<Row>;
  readonly grouping: GridGrouping<Row> | undefined;
  readonly groupedBy: string | undefined;
  groupBy(columnId: string | undefined): void;
}

export function useGroupBy<Row>(given: DataGridProps<Row>): GroupBy<Row> {
  const { columns, summaryOf } = given;
  const [groupedBy, groupBy] = useState<string>();
  const usual = given.grouping;
  const grouping = useMemo(() => {
    const column = columns.find(({ id }) => id === groupedBy);
    if (column === undefined) return usual;
    const text = (row: Row) => column.options?.find(({ value }) => value === column.editText?.(row))?.label ?? column.text(row);
    const columnIds = columns.map(({ id }) => id);
    return {
      sortField: column.id,
      columnId: column.id,
      key: text,
      label: text,
      // Subtotals by the same rules as the sum of a selection.
      detailOf: (rows: readonly Row[]) =>
        (summaryOf?.(rows, columnIds) ?? [])
          .filter(({ value, note }, at) => (at > 0 && value !== undefined) || note !== undefined)
          .map(({ label, value, note }) => [label, value, note].filter(Boolean).join(' '))
          .join(' · '),
    } satisfies GridGrouping<Row>;
  }, [columns, groupedBy, usual, summaryOf]);
  const { grouping: _usual, ...rest } = given;
  return { props: { ...rest, ...(grouping === undefined ? {} : { grouping }) }, grouping, groupedBy, groupBy };
}
