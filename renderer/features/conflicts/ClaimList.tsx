import { useTranslation } from 'react-i18next';
import type { ClaimRow } from '../../../shared/features/claims/contract.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { Grade } from '../../ui/index.ts';
import { leadOf, letterOf } from './words.ts';

export interface ClaimListProps {
  readonly rows: readonly ClaimRow[];
  readonly selectedId: string | undefined;
  readonly adoptedId: string | undefined;
  onSelect(row: ClaimRow): void;
}

/** Too many claims to stand side by side: one line each. */
export function ClaimList({ rows, selectedId, adoptedId, onSelect }: ClaimListProps) {
  const { t, i18n } = useTranslation('conflicts');
  return (
    <ul className="conflict-list" aria-label={t('claims', { count: rows.length })}>
      {rows.map((row, index) => (
        <li key={row.id}>
          <button
            type="button"
            data-entry={row.id}
            aria-pressed={row.id === selectedId}
            data-adopted={row.id === adoptedId ? '' : undefined}
            onClick={() => onSelect(row)}
          >
            <span className="conflict-letter">{letterOf(index)}</span>
            <b className="cut">{leadOf(row, i18n.language)}</b>
            <span className="cut conflict-list-what">
              {[row.subject, row.basis.join(', '), row.period === null ? '' : formatPeriod(row.period, i18n.language)].filter(Boolean).join(' · ')}
            </span>
            <span className="cut muted conflict-list-source">{row.sourceTitle}</span>
            <Grade source={row.grade} claim={row.credibility} />
          </button>
        </li>
      ))}
    </ul>
  );
}
