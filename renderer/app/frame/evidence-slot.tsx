// The panel at the right. It gives its width to the views while it has nothing to show, and its place to a view's own panel.
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../bridge/index.ts';
import { ErrorBoundary } from '../../ui/index.ts';
import { features } from '../features.ts';

const panel = features.find((feature) => feature.panel !== undefined)?.panel;
const useIsEmpty = panel?.useIsEmpty ?? (() => true);

export function useEvidenceInSight(): boolean {
  const isEmpty = useIsEmpty();
  return useWorkspace(
    ({ isEvidenceOpen, isEmptyEvidenceShown, sideTakenBy, inSight }) =>
      isEvidenceOpen && (!isEmpty || isEmptyEvidenceShown) && (sideTakenBy === undefined || !inSight.includes(sideTakenBy)),
  );
}

export function EvidenceSlot() {
  const { t } = useTranslation('app');
  const isInSight = useEvidenceInSight();
  if (panel === undefined || !isInSight) return null;
  const { component: Panel } = panel;
  return (
    <aside className="evidence" aria-label={t('evidence')}>
      <ErrorBoundary title={t('viewFailed.title')} message={t('viewFailed.message')}>
        <Suspense fallback={null}>
          <Panel />
        </Suspense>
      </ErrorBoundary>
    </aside>
  );
}
