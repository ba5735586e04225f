import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import type { Verdict } from '../../../../shared/features/ledger/model.ts';
import { formatPeriod } from '../../../../shared/period/index.ts';
import { useWorkspace } from '../../../bridge/index.ts';
import { Grade, Value, valueText } from '../../../ui/index.ts';
import { Section } from './Section.tsx';

export interface RivalsSectionProps {
  readonly title: string;
  readonly rows: readonly ClaimRow[];
  readonly support: number;
  readonly verdict: Verdict | null;
  /** The claim whose passage is shown. */
  readonly shown?: string | undefined;
}

/** Claims on one observation; the adopted one wears the green ground. */
export function RivalsSection({ title, rows, support, verdict, shown }: RivalsSectionProps) {
  const { t, i18n } = useTranslation(['evidence', 'words']);
  const select = useWorkspace((state) => state.select);
  return (
    <Section title={title} count={rows.length} trailing={<span className="muted evidence-plain">{t('origins', { count: support })}</span>}>
      <ul className="evidence-rivals">
        {rows.map((row) => {
          const isAdopted = verdict?.claimId === row.id;
          const made = row.madeOn === null ? '' : formatPeriod(row.madeOn, i18n.language);
          const status = row.status === null || row.status === 'actual' ? '' : t(`words:status.${row.status}`);
          return (
            <li key={row.id}>
              <button
                type="button"
                className="evidence-rival"
                data-adopted={isAdopted ? '' : undefined}
                aria-current={row.id === shown ? 'true' : undefined}
                onClick={() => select({ type: 'claim', id: row.id })}
              >
                <span className="evidence-rival-value">
                  <Value text={valueText(row, i18n.language)} status={row.status} />
                </span>
                <span className="evidence-rival-who">
                  <b className={row.origin === null ? 'evidence-unnamed' : undefined}>{row.origin ?? t('originUnnamed')}</b>
                  <span>{[status, row.sourceTitle ?? '', made].filter(Boolean).join(' · ')}</span>
                </span>
                <Grade source={row.grade} claim={row.credibility} />
                {isAdopted ? <IconCheck size={14} stroke={2.4} className="evidence-ok" role="img" aria-label={t('adopted')} /> : null}
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
