// A result over the values of two inputs, shaded by which side of the target it lies on.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../bridge/index.ts';
import { isShare, plain, scaleFor, short, unitWords } from '../format.ts';
import type { Asked } from '../use-model.ts';
import type { Axis } from './axes.ts';
import { Card } from './Card.tsx';

export interface TwoWayProps {
  readonly asked: Asked;
  readonly output: { readonly key: string; readonly label: string; readonly unit: string };
  readonly target: number;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly axes: readonly Axis[];
  onRows(key: string): void;
  onColumns(key: string): void;
}

export function TwoWay({ asked, output, target, rows, columns, axes, onRows, onColumns }: TwoWayProps) {
  const { t, i18n } = useTranslation('scenarios');
  const along = ({ key, low, high }: Axis, count: number) => ({ input: key, low, high, count });
  const { data } = useCall('scenarios.table', { ...asked, output: output.key, rows: along(rows, 7), columns: along(columns, 5) });
  const values = (data?.cells ?? []).flat().flatMap((cell) => cell ?? []);
  const scale = scaleFor(values);
  const furthest = Math.max(1e-12, ...values.map((value) => Math.abs(value - target)));
  const near = (axis: Axis, all: readonly number[]) =>
    all.reduce((best, one, at) => (Math.abs(one - axis.now) < Math.abs(all[best]! - axis.now) ? at : best), 0);
  const pick = (axis: Axis, label: string, onPick: (key: string) => void) => (
    <select aria-label={label} value={axis.key} onChange={(event) => onPick(event.currentTarget.value)}>
      {axes.map((one) => (
        <option key={one.key} value={one.key}>
          {one.label}
        </option>
      ))}
    </select>
  );
  const headText = (value: number, { unit, low, high }: Axis) => {
    const own = scaleFor([low, high]);
    if (own.word === '' || isShare(unit)) return `${plain(Number(value.toPrecision(3)), unit, i18n.language)}${isShare(unit) ? ' %' : ''}`;
    return `${short(value, unit, own, i18n.language)}${t(`scale.${own.word}`)}`;
  };
  const named = t('chart.twoWay');
  const legend = (
    <span className="scenario-pick">
      {pick(rows, t('chart.rows'), onRows)} × {pick(columns, t('chart.columns'), onColumns)}
    </span>
  );
  return (
    <Card title={named} hint={`${output.label}, ${unitWords(output.unit, scale, (word) => t(`scale.${word}`))}`} legend={legend}>
      {data === undefined ? null : (
        <div className="two-way">
          <table aria-label={named}>
            <thead>
              <tr>
                <th scope="col">{rows.unit}</th>
                {data.columns.map((value) => (
                  <th key={value} scope="col">
                    {headText(value, columns)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.rows.map((value, row) => (
                <tr key={value}>
                  <th scope="row">{headText(value, rows)}</th>
                  {data.cells[row]!.map((cell, column) => (
                    <td
                      key={data.columns[column]}
                      data-side={cell === null ? undefined : cell < target ? 'below' : 'above'}
                      data-now={row === near(rows, data.rows) && column === near(columns, data.columns) ? '' : undefined}
                      style={{ '--depth': cell === null ? '0%' : `${6 + (Math.abs(cell - target) / furthest) * 34}%` } as React.CSSProperties}
                    >
                      {cell === null ? '–' : short(cell, output.unit, scale, i18n.language)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
