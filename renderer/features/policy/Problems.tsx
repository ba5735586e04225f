import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/features/policy/contract.ts';
import { words } from '../../bridge/index.ts';
import { DateDialog } from './DateDialog.tsx';
import { EvidenceButton } from './EvidenceButton.tsx';

export function Problems({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation('policy');
  const [decided, setDecided] = useState<Problem>();
  return problems.length === 0 ? null : (
    <ul className="policy-problems">
      {problems.map((problem) => (
        <li key={`${problem.kind}${problem.claims.join()}`}>
          <IconAlertTriangle size={12} stroke={2} aria-hidden />
          <EvidenceButton claims={problem.claims}>{words(problem.why)}</EvidenceButton>
          {problem.kind === 'dates' ? (
            <button type="button" className="link-button" onClick={() => setDecided(problem)}>
              {t('decide')}
            </button>
          ) : null}
        </li>
      ))}
      {decided === undefined ? null : <DateDialog claims={decided.claims} verdict={undefined} onClose={() => setDecided(undefined)} />}
    </ul>
  );
}
