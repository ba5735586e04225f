import { IconAlertTriangle } from '@tabler/icons-react';
import type { Problem } from '../../../shared/features/policy/contract.ts';
import { words } from '../../bridge/index.ts';
import { EvidenceButton } from './EvidenceButton.tsx';

export function Problems({ problems }: { problems: readonly Problem[] }) {
  return problems.length === 0 ? null : (
    <ul className="policy-problems">
      {problems.map((problem) => (
        <li key={`${problem.kind}${problem.claims.join()}`}>
          <IconAlertTriangle size={12} stroke={2} aria-hidden />
          <EvidenceButton claims={problem.claims}>{words(problem.why)}</EvidenceButton>
        </li>
      ))}
    </ul>
  );
}
