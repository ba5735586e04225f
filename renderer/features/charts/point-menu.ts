import { IconBook, IconCopy, IconGavel, IconQuote, IconTable } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ChartPoint } from '../../../shared/features/charts/contract.ts';
import { inEvidence, openPassageOf, useWorkspace } from '../../bridge/index.ts';
import type { MenuRequest } from '../../ui/index.ts';

export function pointMenu({ claimId, observationId }: ChartPoint, words: string, t: TFunction<readonly ['charts', 'words']>): MenuRequest {
  return {
    label: words,
    groups: [
      [
        { label: t('menu.openPassage'), icon: IconBook, keys: 'O', run: () => void openPassageOf(claimId) },
        { label: t('menu.showEvidence'), icon: IconQuote, run: () => inEvidence({ type: 'claim', id: claimId }, 'evidence.focus') },
        { label: t('menu.showInLedger'), icon: IconTable, run: () => void useWorkspace.getState().openView('ledger', { observationId }) },
      ],
      [
        {
          label: t('menu.verdict'),
          icon: IconGavel,
          keys: 'V',
          run: () => inEvidence({ type: 'observation', id: observationId }, 'evidence.verdict'),
        },
      ],
      [{ label: t('menu.copy'), icon: IconCopy, run: () => void navigator.clipboard.writeText(words) }],
    ],
  };
}
