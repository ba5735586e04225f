import { useTranslation } from 'react-i18next';
import type { Count, Listing } from '../../../shared/features/policy/contract.ts';
import { bandText, useWindowText } from '../../ui/shown-text.ts';
import { EvidenceButton } from './EvidenceButton.tsx';

/** Numbers of members that claims state, beside those that are named. */
export function Counts({ counts }: { counts: readonly Count[] }) {
  const { t, i18n } = useTranslation('policy');
  return (
    <ul className="policy-lines">
      {counts.map((count) => (
        <li key={`${count.of}${count.claim}`}>
          <EvidenceButton claims={[count.claim]}>{t('countSaid', { said: bandText(count, null, i18n.language), count: count.named })}</EvidenceButton>
          <span className={count.result === 'agrees' || count.result === 'untold' ? 'muted' : 'policy-disputed'}>
            {t(`countResult.${count.result}`)}
          </span>
          <span className="muted">{count.members.join(', ')}</span>
        </li>
      ))}
    </ul>
  );
}

export function Listings({ listings }: { listings: readonly Listing[] }) {
  const { t } = useTranslation('policy');
  const dated = useWindowText();
  return (
    <ul className="policy-lines">
      {listings.map((one) => (
        <li key={`${one.batch}${one.claims.join()}`}>
          <EvidenceButton claims={one.claims}>
            {dated(one.from)} – {one.to === null ? t('goesOn') : dated(one.to)}
          </EvidenceButton>
          <span>{one.batch}</span>
        </li>
      ))}
    </ul>
  );
}
