// Checked copies of the workbook, newest first. Before one is put in its place the view says what that would lose.
import { IconDatabaseExport, IconHistoryToggle, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords, notify, useCall, useCommand } from '../../bridge/index.ts';
import { Dialog, EmptyState, ErrorNotice, spanText, Tool, Toolbar } from '../../ui/index.ts';
import { type Backup, BackupList } from './BackupList.tsx';
import { verify } from './verify.ts';

export function BackupsView() {
  const { t } = useTranslation('workbook');
  const list = useCall('workbook.backups', {});
  const backup = useCommand('workbook.backup');
  const [chosen, setChosen] = useState<Backup>();
  const backups = list.data?.backups ?? [];
  const take = () =>
    backup.run({}).then(
      () => list.refetch(),
      () => undefined,
    );
  return (
    <div className="view">
      <Toolbar label={t('backups.title')}>
        <Tool icon={IconDatabaseExport} label={t('backups.take')} isPrimary isDisabled={backup.isRunning} onRun={() => void take()} />
        <Tool icon={IconShieldCheck} label={t('command.verify')} onRun={verify} />
        <span className="grow" />
        <span className="muted">{t('backups.count', { count: backups.length })}</span>
      </Toolbar>
      {list.isError ? <ErrorNotice message={errorWords(list.error)} onRetry={() => void list.refetch()} /> : null}
      {list.isSuccess && backups.length === 0 ? <EmptyState icon={IconHistoryToggle} text={t('backups.empty')} /> : null}
      <BackupList backups={backups} onRestore={setChosen} />
      {chosen === undefined ? null : <RestoreDialog backup={chosen} onClose={() => setChosen(undefined)} />}
    </div>
  );
}

function RestoreDialog({ backup, onClose }: { backup: Backup; onClose(): void }) {
  const { t, i18n } = useTranslation('workbook');
  const restore = useCommand('workbook.restore');
  const run = async () => {
    try {
      const { keptAside } = await restore.run({ id: backup.id });
      notify({ tone: 'info', text: keptAside === null ? t('backups.restored') : t('backups.restoredAside', { keptAside }) });
    } finally {
      onClose();
    }
  };
  const actions = (
    <>
      <button type="button" className="button" onClick={onClose}>
        {t('cancel')}
      </button>
      <button type="button" className="button" data-primary="" disabled={restore.isRunning} onClick={() => void run()}>
        {t('backups.restore')}
      </button>
    </>
  );
  return (
    <Dialog title={t('backups.restoreTitle')} isOpen onClose={onClose} size="small" actions={actions}>
      <p>
        {backup.editsSince === 0
          ? t('backups.losesNothing')
          : t('backups.loses', { count: backup.editsSince, span: spanText(backup.minutesSince, i18n.language) })}
      </p>
      <p className="muted">{t('backups.aside')}</p>
    </Dialog>
  );
}
