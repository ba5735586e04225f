import { IconAlertTriangle, IconCloudExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkbookInfo } from '../../../shared/features/workbook/contract.ts';
import { useSetting, useWorkspace, words } from '../../bridge/index.ts';
import { momentText } from '../../ui/index.ts';

/** What keeps the workbook from being written, or what it no longer holds, with the way to its backups. */
export function TroubleBanner({ info }: { info: WorkbookInfo | undefined }) {
  const { t, i18n } = useTranslation('app');
  const openView = useWorkspace((state) => state.openView);
  if (info === undefined) return null;
  const { trouble, missingEdits: missing } = info;
  const lost = missing === null ? null : t('trouble.missing', { count: missing.count, since: momentText(missing.since, i18n.language) });
  const text = trouble === null ? lost : words(trouble);
  if (text === null) return <SyncWarning info={info} />;
  return (
    <div className="connection-banner" role="alert">
      <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
      {text}
      <button type="button" className="link-button" onClick={() => openView('backups')}>
        {t('trouble.backups')}
      </button>
    </div>
  );
}

/** Said until it was read once for this workbook. */
function SyncWarning({ info }: { info: WorkbookInfo }) {
  const { t } = useTranslation('app');
  const read = useSetting(`syncWarning:${info.id}`);
  if (info.syncedBy === null || read.value !== null) return null;
  return (
    <div className="connection-banner" role="status">
      <IconCloudExclamation size={14} stroke={1.8} aria-hidden />
      {t('trouble.synced', { by: t(`trouble.by.${info.syncedBy}`, { defaultValue: info.syncedBy }) })}
      <button type="button" className="link-button" onClick={() => read.set(info.syncedBy)}>
        {t('trouble.understood')}
      </button>
    </div>
  );
}
