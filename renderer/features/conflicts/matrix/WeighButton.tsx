import { IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand, useOffers, useWorkspace } from '../../../bridge/index.ts';

export interface WeighButtonProps {
  readonly groupId: string;
  /** What happened, where the causes of an event are rivals. */
  readonly event: string | undefined;
}

/** From rival causes to the matrix in which they are weighed. */
export function WeighButton({ groupId, event }: WeighButtonProps) {
  const { t } = useTranslation('conflicts');
  const openView = useWorkspace((state) => state.openView);
  const start = useCommand('conflicts.startMatrix');
  const weigh = async () => {
    const matrix = await start.run({ groupId, ...(event === undefined ? {} : { question: t('matrix.why', { event }) }) }).catch(() => undefined);
    if (matrix !== undefined) openView('matrix', { matrixId: matrix.id });
  };
  useOffers([{ id: 'conflicts.weigh', title: t('matrix.weigh'), run: start.isRunning ? undefined : () => void weigh() }]);
  return (
    <button type="button" className="button conflict-weigh" disabled={start.isRunning} onClick={() => void weigh()}>
      <IconTable size={14} stroke={1.8} aria-hidden />
      {t('matrix.weigh')}
    </button>
  );
}
