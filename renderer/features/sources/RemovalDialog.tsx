// Before sources go: what goes with them, and which decisions rest on that.
import { useTranslation } from 'react-i18next';
import type { Removal } from '../../../shared/features/sources/contract.ts';
import { errorWords, useCall } from '../../bridge/index.ts';
import { Dialog, ErrorNotice } from '../../ui/index.ts';

export interface RemovalDialogProps {
  /** Empty: closed. */
  readonly ids: readonly string[];
  onRemove(removal: Removal): void;
  onClose(): void;
}

export function RemovalDialog({ ids, onRemove, onClose }: RemovalDialogProps) {
  const { t } = useTranslation('sources');
  return (
    <Dialog title={t('removal.title', { count: ids.length })} isOpen={ids.length > 0} onClose={onClose} size="small">
      {ids.length === 0 ? null : <WhatGoes ids={ids} onRemove={onRemove} onClose={onClose} />}
    </Dialog>
  );
}

function WhatGoes({ ids, onRemove, onClose }: RemovalDialogProps) {
  const { t } = useTranslation('sources');
  const told = useCall('sources.removal', { ids: [...ids] });
  const removal = told.isPlaceholderData ? undefined : told.data;
  if (told.isError) return <ErrorNotice message={errorWords(told.error)} onRetry={() => void told.refetch()} />;
  return (
    <>
      <div className="removal" aria-busy={removal === undefined}>
        {removal === undefined ? null : <Lines removal={removal} />}
      </div>
      <div className="dialog-actions">
        <button type="button" className="button" data-autofocus onClick={onClose}>
          {t('removal.keep')}
        </button>
        <button
          type="button"
          className="button"
          data-primary=""
          disabled={removal === undefined}
          onClick={() => removal !== undefined && onRemove(removal)}
        >
          {t(removal === undefined || removal.claims === 0 ? 'removal.remove' : 'removal.removeWithClaims')}
        </button>
      </div>
    </>
  );
}

function Lines({ removal: { claims, passages, verdicts, decisions } }: { readonly removal: Removal }) {
  const { t } = useTranslation('sources');
  const going = [
    ...(claims === 0 ? [] : [t('removal.claims', { count: claims })]),
    ...(passages === 0 ? [] : [t('removal.passages', { count: passages })]),
  ];
  const resting = [
    ...(verdicts === 0 ? [] : [t('removal.verdicts', { count: verdicts })]),
    ...(decisions === 0 ? [] : [t('removal.decisions', { count: decisions })]),
  ];
  return (
    <>
      <p>{t(going.length === 0 ? 'removal.nothingElse' : 'removal.goesToo')}</p>
      {going.length === 0 ? null : (
        <ul>
          {going.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {resting.length === 0 ? null : (
        <>
          <p>{t('removal.restsOnIt')}</p>
          <ul>
            {resting.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <p className="muted">{t('removal.oneUndo')}</p>
    </>
  );
}
