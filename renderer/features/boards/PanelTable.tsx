// The marks of a panel as a table; a value leads to its claim.
import { useTranslation } from 'react-i18next';
import { valueText } from '../../../shared/features/boards/words.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import type { Drawing } from './use-boards.ts';

export interface PanelTableProps {
  readonly drawing: Drawing;
  readonly label: string;
  readonly selected: string | undefined;
  onSelect(claimId: string): void;
}

export function PanelTable({ drawing, label, selected, onSelect }: PanelTableProps) {
  const { t, i18n } = useTranslation(['boards', 'words'] as const);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section className="board-table" aria-label={t('tableOf', { title: label })} tabIndex={0}>
      <table aria-label={label}>
        <thead>
          <tr>
            {(['series', 'period', 'value', 'role', 'status', 'issuer'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawing.strands.flatMap((strand) =>
            strand.marks.map((mark) => (
              <tr
                key={`${strand.name} ${mark.period} ${mark.role} ${mark.claims.join(' ')} ${mark.low} ${mark.high}`}
                aria-current={selected !== undefined && mark.claims.includes(selected) ? 'true' : undefined}
              >
                <td>{strand.name}</td>
                <td>{formatPeriod(mark.period, i18n.language)}</td>
                <td className="board-number">
                  <button type="button" onClick={() => mark.claims[0] !== undefined && onSelect(mark.claims[0])}>
                    {valueText(mark, strand.unit)}
                  </button>
                </td>
                <td>{t(`role.${mark.role}`)}</td>
                <td>{mark.status === null ? '' : t(`words:status.${mark.status}`)}</td>
                <td>{mark.issuer}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
