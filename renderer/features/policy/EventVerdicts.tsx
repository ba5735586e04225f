// What was decided on events of a thing: by whom, why, and whether it still stands.
import { IconGavel } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventVerdictAnswer } from '../../../shared/features/policy/contract.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { useCommand, words } from '../../bridge/index.ts';
import { DateDialog, useClaimWords } from './DateDialog.tsx';
import { EvidenceButton } from './EvidenceButton.tsx';

export function EventVerdicts({ verdicts }: { verdicts: readonly EventVerdictAnswer[] }) {
  return verdicts.length === 0 ? null : (
    <ul className="policy-problems policy-verdicts">
      {verdicts.map((verdict) => (
        <EventVerdictLine key={verdict.id} verdict={verdict} />
      ))}
    </ul>
  );
}

function EventVerdictLine({ verdict }: { verdict: EventVerdictAnswer }) {
  const { t, i18n } = useTranslation('policy');
  const reopen = useCommand('policy.reopen');
  const [isOpen, setOpen] = useState(false);
  const { claimId, own, claims, reason, by, at, isStale, staleBecause } = verdict;
  const followed = useClaimWords(claimId);
  const what =
    claimId !== null
      ? t('followsClaim', { claim: followed })
      : own === null
        ? t('notYet')
        : t('ownDateIs', { date: formatPeriod(own, i18n.language) });
  return (
    <li data-stale={isStale ? '' : undefined}>
      <IconGavel size={12} stroke={2} aria-hidden />
      <span>
        <EvidenceButton claims={claimId === null ? claims : [claimId]}>{what}</EvidenceButton>{' '}
        <span className="muted">{[reason, by, formatPeriod(at.slice(0, 10), i18n.language)].filter((part) => part !== '').join(' · ')}</span>
        {isStale ? <b className="verdict-stale"> {t('staleVerdict', { why: staleBecause.map(words).join('; ') })}</b> : null}
      </span>
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {t('changeVerdict')}
      </button>
      <button type="button" className="link-button" onClick={() => void reopen.run({ id: verdict.id })}>
        {t('takeBack')}
      </button>
      {isOpen ? <DateDialog claims={claims} verdict={verdict} onClose={() => setOpen(false)} /> : null}
    </li>
  );
}
