import { useTranslation } from 'react-i18next';
import { codeWords, measureWords } from '../../../shared/code-words.ts';
import type { ClaimRow } from '../../../shared/features/claims/contract.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { claimMenu, listMenus, useWorkspace, wordsOf } from '../../bridge/index.ts';
import { Grade, valueText } from '../../ui/index.ts';

/** A source once, and under it one line a claim: what it says, of what; a click shows its evidence. */
export function ClaimLines({ rows, label }: { rows: readonly ClaimRow[]; label: string }) {
  const { t, i18n } = useTranslation('actors');
  const { selection, select } = useWorkspace();
  const menus = listMenus((id, element) => {
    select({ type: 'claim', id });
    return claimMenu(id, wordsOf(element));
  });
  return (
    <ul className="actor-claims" aria-label={label} {...menus}>
      {[...Map.groupBy(rows, (row) => row.sourceTitle ?? '')].map(([title, ofSource]) => (
        <li key={title}>
          <p className="actor-claim-source muted">{title}</p>
          <ul>
            {ofSource.map((row) => (
              <li key={row.id}>
                <button
                  type="button"
                  data-entry={row.id}
                  aria-pressed={selection.type === 'claim' && selection.id === row.id}
                  title={t('showEvidence')}
                  onClick={() => select({ type: 'claim', id: row.id })}
                >
                  <b>{saidIn(row, i18n.language)}</b>
                  <span className="actor-claim-what">
                    {[aboutOf(row), row.period === null ? '' : formatPeriod(row.period, i18n.language)].filter(Boolean).join(' · ')}
                  </span>
                  <Grade source={row.grade} claim={row.credibility} />
                </button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function saidIn(row: ClaimRow, locale: string): string {
  switch (row.kind) {
    case 'figure':
      return valueText(row, locale);
    case 'event':
      return row.what || codeWords(row.stage ?? row.type ?? '');
    case 'statement':
      return row.gist;
  }
}

function aboutOf(row: ClaimRow): string {
  return row.kind === 'statement' ? `${row.actor}: ${row.topic}` : [measureWords(row.measure ?? ''), row.subject].filter(Boolean).join(', ');
}
