// The form that changes a claim on cells, over the data set that was opened at them.
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { claimKinds } from '../../../../shared/features/claims/model.ts';
import { useCall, useViewParams, useWorkspace, viewOf } from '../../../bridge/index.ts';
import { Dialog } from '../../../ui/index.ts';
import { CaptureForm } from './CaptureForm.tsx';
import type { CaptureTarget } from './drafts.ts';
import { useDrafts } from './use-drafts.ts';

export function CellClaimDialog() {
  const instance = useWorkspace(({ params }) => Object.keys(params).find((name) => viewOf(name) === 'dataset' && params[name]?.['edit'] === 1));
  const { sourceId, claimId, edit } = useViewParams(instance ?? 'dataset');
  const isOpen = edit === 1 && typeof claimId === 'string' && typeof sourceId === 'string';
  const { t } = useTranslation('passages');
  const close = useCallback(() => {
    const { params, setParams } = useWorkspace.getState();
    const { edit: _edit, claimId: _claim, ...place } = params[instance ?? 'dataset'] ?? {};
    setParams(instance ?? 'dataset', place);
  }, [instance]);
  return (
    <Dialog title={t('capture.titleCells')} isOpen={isOpen} onClose={close} size="large">
      {isOpen ? <CellClaim sourceId={sourceId} claimId={claimId} onClose={close} /> : null}
    </Dialog>
  );
}

interface CellClaimProps {
  readonly sourceId: string;
  readonly claimId: string;
  onClose(): void;
}

function CellClaim({ sourceId, claimId, onClose }: CellClaimProps) {
  const claim = useCall('claims.get', { id: claimId }).data;
  const shelf = useDrafts(sourceId);
  const target = useMemo((): CaptureTarget | undefined => {
    const passage = claim?.id === claimId ? claim.passages[0] : undefined;
    const kind = claimKinds.find((one) => one === claim?.kind);
    return passage === undefined || kind === undefined ? undefined : { start: passage.start, end: passage.end, kind, claimId };
  }, [claim, claimId]);
  const passage = claim?.passages[0];
  if (target === undefined || passage === undefined || shelf.drafts === undefined) return <div className="capture" aria-busy />;
  const leave = () => {
    shelf.leave();
    onClose();
  };
  return (
    <CaptureForm
      sourceId={sourceId}
      target={target}
      passage={{ source: sourceId, exact: passage.exact, start: passage.start }}
      before=""
      progress={`${passage.sheet ?? ''} ${passage.cells ?? ''}`}
      kept={shelf.find(target)}
      keep={shelf.keep}
      drop={shelf.drop}
      onCaptured={() => {
        shelf.drop(target);
        onClose();
      }}
      onLeave={leave}
      onSkip={undefined}
      onSetAside={undefined}
    />
  );
}
