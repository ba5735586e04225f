// What the person should see before the table is brought in: columns that cannot be used, rows that cannot be read, cells that say
// one figure twice.
import { useTranslation } from 'react-i18next';
import type { TablePreview } from '../../../shared/features/tables/contract.ts';
import { withoutFormulaLead } from '../../../shared/formula-lead.ts';
import { saveBlob, words } from '../../bridge/index.ts';

const mostShown = 8;

export function NeedsALook({ preview }: { preview: TablePreview }) {
  const { t } = useTranslation('tables');
  const { problems, rejected, rejectedCount, duplicates } = preview;
  if (problems.length + rejectedCount + duplicates.length === 0) return null;
  return (
    <section className="import-look" aria-label={t('look')}>
      <h2>{t('look')}</h2>
      <ul>
        {problems.map(({ at, why }) => (
          <li key={`${at} ${why.key}`} data-tone="refused">
            <span className="muted">{t('column', { letter: at })}</span> {words(why)}
          </li>
        ))}
        {rejected.slice(0, mostShown).map(({ row, why }) => (
          <li key={row} data-tone="refused">
            <span className="muted">{t('rowNumber', { row })}</span> {words(why)}
          </li>
        ))}
        {duplicates.slice(0, mostShown).map((cells) => (
          <li key={cells.join()}>{t('twice', { cells: cells.join(', ') })}</li>
        ))}
      </ul>
      {rejectedCount === 0 ? null : (
        <p>
          {rejectedCount > mostShown ? t('moreRejected', { count: rejectedCount - mostShown }) : null}{' '}
          <button type="button" className="link-button" onClick={() => saveRejected(preview)}>
            {t('saveRejected')}
          </button>
        </p>
      )}
    </section>
  );
}

/** Row and reason, a line each. */
function saveRejected({ name, rejected }: TablePreview): void {
  const cell = (text: string) => `"${withoutFormulaLead(text).replaceAll('"', '""')}"`;
  const lines = ['row,why', ...rejected.map(({ row, why }) => `${row},${cell(words(why))}`)];
  saveBlob(new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv' }), `${name.replace(/\.[^.]+$/, '')} rejected.csv`);
}
