// Series and measures as tables: what each is called, how many claims stand on it, and the one thing to do with it.
import { useTranslation } from 'react-i18next';
import { codeWords } from '../../../../shared/code-words.ts';
import type { Series } from '../../../../shared/features/ledger/model.ts';
import { unitLabel } from '../../../../shared/quantity/index.ts';
import type { ListedMeasure } from './MeasureDialog.tsx';

interface NamedRow {
  readonly key: string;
  /** The name first, then the other columns in their order. */
  readonly cells: readonly [string, ...(string | undefined)[]];
  readonly claims: number;
  readonly actionName: string;
  act(): void;
}

interface NameTableProps {
  /** Keys of the column titles, the name's first. */
  readonly columns: readonly string[];
  readonly action: string;
  readonly rows: readonly NamedRow[];
}

function NameTable({ columns, action, rows }: NameTableProps) {
  const { t } = useTranslation('ledger');
  return (
    <table className="series-table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`seriesView.${column}`)}
            </th>
          ))}
          <th scope="col" className="series-number">
            {t('seriesView.claims')}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...others], claims, actionName, act }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {others.map((cell, index) => (
              <td key={columns[index + 1]}>{cell}</td>
            ))}
            <td className="series-number">{claims}</td>
            <td>
              <button type="button" className="link-button" aria-label={actionName} onClick={act}>
                {action}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function SeriesTable({ series, onRename }: { series: readonly Series[]; onRename(series: Series): void }) {
  const { t, i18n } = useTranslation(['ledger', 'words']);
  const rows = series.map(
    (one): NamedRow => ({
      key: one.id,
      cells: [
        codeWords(one.measure),
        one.subject,
        one.basis.join(', '),
        [one.area.join(', '), one.counterpart].filter(Boolean).join(' → '),
        [unitLabel(one.unit, i18n.language), one.change === null ? '' : t(`words:change.${one.change}`)].filter(Boolean).join(', '),
        t(`seriesView.every.${one.frequency}`),
      ],
      claims: one.claims,
      actionName: t('seriesView.renameOne', { series: one.label }),
      act: () => onRename(one),
    }),
  );
  return <NameTable columns={['measure', 'subject', 'basis', 'place', 'unit', 'frequency']} action={t('seriesView.rename')} rows={rows} />;
}

export function MeasureTable({ measures, onDescribe }: { measures: readonly ListedMeasure[]; onDescribe(measure: ListedMeasure): void }) {
  const { t, i18n } = useTranslation(['ledger', 'words']);
  const rows = measures.map(
    (one): NamedRow => ({
      key: one.code,
      cells: [
        one.described?.label || codeWords(one.code),
        one.described?.counts,
        codeWords(one.family),
        unitLabel(one.described?.unit ?? one.unit ?? null, i18n.language) || undefined,
        t(one.isAdditive ? 'seriesView.yes' : 'seriesView.no'),
      ],
      claims: one.claims,
      actionName: t('seriesView.describeOne', { measure: codeWords(one.code) }),
      act: () => onDescribe(one),
    }),
  );
  return <NameTable columns={['measure', 'counts', 'family', 'unit', 'addsUp']} action={t('seriesView.describe')} rows={rows} />;
}
