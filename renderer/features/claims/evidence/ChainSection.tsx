import { useTranslation } from 'react-i18next';
import type { Trace } from '../../../../shared/features/claims/contract.ts';
import { formatPeriod } from '../../../../shared/period/index.ts';
import { useWorkspace } from '../../../bridge/index.ts';
import { Grade } from '../../../ui/index.ts';
import { Section } from './Section.tsx';

export interface ChainSectionProps {
  readonly chain: Trace['chain'];
  readonly grade: string | null;
  readonly credibility: number;
  readonly hedge: string;
}

/** From the origin to the source that we hold. */
export function ChainSection({ chain, grade, credibility, hedge }: ChainSectionProps) {
  const { t, i18n } = useTranslation(['evidence', 'words']);
  const select = useWorkspace((state) => state.select);
  const origin = chain.find((link) => link.part === 'origin');
  const reported = chain.filter((link) => link.part === 'reported');
  return (
    <Section title={t('chain')} trailing={<Grade source={grade} claim={credibility} />}>
      <p className="evidence-chain-line">
        {origin === undefined ? <b className="evidence-unnamed">{t('originUnnamed')}</b> : <b>{origin.name}</b>}
        {reported.length === 0 ? null : (
          <>
            {t('asReportedBy')}
            <b>{reported.map((link) => link.name).join(', ')}</b>
          </>
        )}
        <span className="muted"> · {t(`words:hedge.${hedge}`, { defaultValue: hedge })}</span>
      </p>
      <ol className="evidence-chain">
        {chain.map((link, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand twice in a chain
          <li key={index} data-part={link.part}>
            <span className="evidence-dot" aria-hidden />
            {link.sourceId === null ? (
              <b className="cut">{link.name}</b>
            ) : (
              <button type="button" className="cut" onClick={() => link.sourceId !== null && select({ type: 'source', id: link.sourceId })}>
                {link.name}
              </button>
            )}
            <span className="cut evidence-part">
              {[t(`part.${link.part}`), link.date === null ? '' : formatPeriod(link.date, i18n.language)].filter(Boolean).join(' · ')}
            </span>
            {link.grade === null ? null : <Grade source={link.grade} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}
