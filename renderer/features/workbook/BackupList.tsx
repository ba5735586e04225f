// Backups as rows, newest first: when, why, how large, and what restoring one would lose.
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { sizeText } from '../../../shared/size-text.ts';
import { momentText } from '../../ui/index.ts';
import './backups.css';

export type Backup = Output<'workbook.backup'>;

export interface BackupListProps {
  readonly backups: readonly Backup[];
  readonly isDisabled?: boolean;
  onRestore(backup: Backup): void;
}

export function BackupList({ backups, isDisabled = false, onRestore }: BackupListProps) {
  const { t, i18n } = useTranslation('workbook');
  return (
    <ul className="backups" aria-label={t('backups.title')}>
      {backups.map((one) => (
        <li key={one.id}>
          <time dateTime={one.at}>{momentText(one.at, i18n.language)}</time>
          <span className="cut">{one.reason === 'routine' ? '' : t(`backups.reason.${one.reason}`)}</span>
          <span className="backup-size">{sizeText(one.sizeBytes, i18n.language)}</span>
          <span className="backup-since">{one.editsSince === 0 ? t('backups.current') : t('backups.since', { count: one.editsSince })}</span>
          <button type="button" className="link-button" disabled={isDisabled} onClick={() => onRestore(one)}>
            {t('backups.restore')}
          </button>
        </li>
      ))}
    </ul>
  );
}
