// A workbook of the list that cannot be opened, and the way back: its backups.
import { useTranslation } from 'react-i18next';
import type { WorkbookEntry } from '../../../shared/features/library/contract.ts';
import { errorWords, notify, useCall, useCommand } from '../../bridge/index.ts';
import { Dialog, ErrorNotice } from '../../ui/index.ts';
import { type Backup, BackupList } from './BackupList.tsx';

export interface Refused {
  readonly entry: WorkbookEntry;
  /** Why, in words. */
  readonly why: string;
}

export function RefusedDialog({ refused: { entry, why }, onClose }: { refused: Refused; onClose(): void }) {
  const { t } = useTranslation('workbook');
  const list = useCall('library.backupsOf', { workbook: entry.id });
  const restore = useCommand('library.restoreOf');
  const backups = list.data?.backups ?? [];
  const choose = entry.isMissing ? 'refused.chooseMissing' : 'refused.choose';
  const put = async (backup: Backup) => {
    const { keptAside } = await restore.run({ workbook: entry.id, id: backup.id });
    notify({ tone: 'info', text: keptAside === null ? t('backups.restored') : t('backups.restoredAside', { keptAside }) });
    onClose();
  };
  const close = (
    <button type="button" className="button" onClick={onClose}>
      {t('refused.close')}
    </button>
  );
  return (
    <Dialog title={t('refused.title', { name: entry.name })} isOpen onClose={onClose} size="large" actions={close}>
      <div className="refused">
        <p>{why}</p>
        {list.isError ? <ErrorNotice message={errorWords(list.error)} onRetry={() => void list.refetch()} /> : null}
        {list.isSuccess ? <p className="muted">{t(backups.length === 0 ? 'refused.none' : choose)}</p> : null}
        {backups.length === 0 ? null : (
          <BackupList backups={backups} isDisabled={restore.isRunning} onRestore={(backup) => void put(backup).catch(() => undefined)} />
        )}
      </div>
    </Dialog>
  );
}
