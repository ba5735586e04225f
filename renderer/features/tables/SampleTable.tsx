// The first rows of the table under what each column says. A cell that cannot be read is marked where it stands; at the end of a
// row stands what it comes to.
import { useTranslation } from 'react-i18next';
import { columnName } from '../../../shared/features/sources/cells.ts';
import type { TablePreview } from '../../../shared/features/tables/contract.ts';
import { words } from '../../bridge/index.ts';
import { type ColumnSpec, fieldsOfKind, specsOf } from './columns.ts';
import { changeColumn, useImport } from './import-state.ts';

/** Columns that are drawn. */
const mostColumns = 60;

export function SampleTable({ preview }: { preview: TablePreview }) {
  const { t } = useTranslation('tables');
  const column = useImport((state) => state.column);
  const { heads, sample, mapping } = preview;
  const count = Math.min(mostColumns, Math.max(heads.length, ...sample.map(({ cells }) => cells.length)));
  const letters = Array.from({ length: count }, (_, index) => columnName(index + 1));
  const specs = specsOf(mapping.columns, heads);
  const headRows = new Set(mapping.head ?? (sample[0] === undefined ? [] : [sample[0].row]));
  const from = mapping.from ?? Math.max(0, ...headRows) + 1;
  const isData = (row: number) => row >= from && row <= (mapping.to ?? Number.POSITIVE_INFINITY);
  const outcomes = outcomesOf(preview);
  return (
    <section className="import-sample" aria-label={t('rows')}>
      <table>
        <thead>
          <tr>
            <th scope="col" aria-label={t('row')} />
            {letters.map((letter, index) => (
              <th key={letter} scope="col" data-chosen={letter === column ? '' : undefined}>
                <ColumnHead letter={letter} head={heads[index] ?? ''} spec={specs[letter]} />
              </th>
            ))}
            <th scope="col" className="import-becomes">
              {t('becomes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sample.map(({ row, cells }) => {
            const outcome = outcomes.get(row);
            return (
              <tr key={row} data-head={headRows.has(row) ? '' : undefined}>
                <th scope="row">{row}</th>
                {letters.map((letter, index) => (
                  <td
                    key={letter}
                    data-value={isData(row) && specs[letter]?.field === 'value' ? '' : undefined}
                    data-unread={specs[letter] === undefined || !(isData(row) || headRows.has(row)) ? '' : undefined}
                  >
                    {cells[index] ?? ''}
                  </td>
                ))}
                <td className="import-becomes" data-tone={outcome?.tone}>
                  {outcome?.tone === 'refused' ? words(outcome.why) : outcome === undefined ? '' : t('figures', { count: outcome.count })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

type Outcome =
  | { readonly tone: 'told'; readonly count: number }
  | { readonly tone: 'refused'; readonly why: TablePreview['rejected'][number]['why'] };

function outcomesOf({ claims, rejected }: TablePreview): ReadonlyMap<number, Outcome> {
  const outcomes = new Map<number, Outcome>();
  for (const { cell } of claims) {
    const row = Number(/\d+$/.exec(cell)?.[0]);
    const before = outcomes.get(row);
    outcomes.set(row, { tone: 'told', count: (before?.tone === 'told' ? before.count : 0) + 1 });
  }
  for (const { row, why } of rejected) outcomes.set(row, { tone: 'refused', why });
  return outcomes;
}

interface ColumnHeadProps {
  readonly letter: string;
  readonly head: string;
  readonly spec: ColumnSpec | undefined;
}

function ColumnHead({ letter, head, spec }: ColumnHeadProps) {
  const { t } = useTranslation('tables');
  const kind = useImport((state) => state.mapping?.kind ?? 'figure');
  const fields: readonly string[] = fieldsOfKind[kind];
  const options = spec === undefined || fields.includes(spec.field) ? fields : [...fields, spec.field];
  const details = spec?.field === 'value' ? [spec.measure, spec.period === 'head' ? t('headPeriod') : spec.period, spec.unit] : [];
  return (
    <>
      <button type="button" className="import-letter" onClick={() => useImport.setState({ column: letter })} title={head}>
        {letter} <span className="cut">{head}</span>
      </button>
      <select
        aria-label={t('columnSays', { letter, head })}
        value={spec?.field ?? ''}
        onFocus={() => useImport.setState({ column: letter })}
        onChange={({ target }) =>
          changeColumn(
            letter,
            target.value === '' ? undefined : { ...(spec?.field === 'value' && target.value === 'value' ? spec : {}), field: target.value },
          )
        }
      >
        <option value="">{t('notRead')}</option>
        {options.map((field) => (
          <option key={field} value={field}>
            {t(`field.${field}`, { defaultValue: field })}
          </option>
        ))}
      </select>
      <small className="cut" title={details.filter(Boolean).join(' · ')}>
        {details.filter(Boolean).join(' · ')}
      </small>
    </>
  );
}
